package offprint.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import offprint.recipe.RecipeJson;
import offprint.recipe.RecipeResult;
import offprint.recipe.Variant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `offprint recipes`.
@Command(name = "recipes", description = "Lists, shows and checks recipes.", subcommands = {})
final class RecipesCommand {

    private final Terminal terminal;
    private final Workshop workshop;

    RecipesCommand(Terminal terminal, Workshop workshop) {
        this.terminal = terminal;
        this.workshop = workshop;
    }

    @Command(description = "Every recipe there is.")
    int list() {
        var shelf = workshop.recipes();
        int widest = shelf.stream()
                .mapToInt(shelved -> Printable.columns(Printable.escaped(shelved.recipe().name())))
                .max()
                .orElse(0);
        for (var shelved : shelf) {
            var recipe = shelved.recipe();
            var variants = String.join(", ", recipe.variants().stream().map(RecipesCommand::words).toList());
            var origin = shelved.file().map(file -> "  " + file).orElse("");
            terminal.line(Printable.padded(Printable.escaped(recipe.name()), widest) + "  "
                    + Printable.escaped(variants) + Printable.escaped(origin));
        }
        return ExitCode.DONE.code();
    }

    private static String words(Variant variant) {
        return variant.name() + " (" + variant.encoding().format().label() + ")";
    }

    @Command(description = "A recipe as JSON: a start for one of your own.")
    int show(@Parameters(paramLabel = "NAME|FILE") String name) {
        terminal.jsonOut().print(RecipeJson.write(RecipeChoice.of(name, workshop.recipes())).stripTrailing() + "\n");
        return ExitCode.DONE.code();
    }

    @Command(description = "Says what is wrong with recipe files, and where. Exit code 1 when something is.")
    int check(@Parameters(paramLabel = "FILE", arity = "1..*") List<Path> files) {
        var bad = new ArrayList<Path>();
        for (var file : files) {
            switch (RecipeChoice.read(file)) {
                case RecipeResult.Valid valid ->
                    terminal.line(Printable.escaped(file + ": valid, \"" + valid.recipe().name() + "\""));
                case RecipeResult.Invalid invalid -> {
                    bad.add(file);
                    invalid.problems()
                            .forEach(problem -> terminal.errorLine(RecipeResult.Invalid.CODE + " "
                                    + Printable.escaped(file + ": " + problem)));
                }
            }
        }
        return (bad.isEmpty() ? ExitCode.DONE : ExitCode.FAILED).code();
    }
}
