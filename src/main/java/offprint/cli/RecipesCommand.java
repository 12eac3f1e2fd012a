package offprint.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import offprint.recipe.RecipeJson;
import offprint.recipe.RecipeResult;
import offprint.recipe.Variant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `offprint recipes`.
@Command(name = "recipes", description = "Lists, shows and checks recipes.")
final class RecipesCommand {

    private final Terminal terminal;
    private final Workshop workshop;

    RecipesCommand(Terminal terminal, Workshop workshop) {
        this.terminal = terminal;
        this.workshop = workshop;
    }

    @Command(description = "Every recipe there is.")
    int list() {
        var entries = workshop.recipes().all();
        int widest = entries.stream()
                .mapToInt(entry -> Printable.columns(Printable.escaped(entry.name())))
                .max()
                .orElse(0);
        for (var entry : entries) {
            var content = entry.recipe()
                    .map(recipe -> recipe.variants().stream()
                            .map(RecipesCommand::words)
                            .collect(Collectors.joining(", ")))
                    .orElse("not valid: see offprint recipes check");
            var origin = entry.file().map(file -> "  " + file).orElse("");
            terminal.line(Printable.padded(Printable.escaped(entry.name()), widest) + "  "
                    + Printable.escaped(content + origin));
        }
        return ExitCode.DONE.code();
    }

    private static String words(Variant variant) {
        return variant.name() + " (" + variant.encoding().format().label() + ")";
    }

    @Command(description = "A recipe as JSON: a start for one of your own.")
    int show(@Parameters(paramLabel = "NAME|FILE") String name) {
        terminal.jsonOut()
                .print(RecipeJson.write(RecipeChoice.of(name, workshop.recipes()))
                                .stripTrailing() + "\n");
        return ExitCode.DONE.code();
    }

    @Command(description = "Says what is wrong with recipe files, and where. Exit code 1 when something is.")
    int check(@Parameters(paramLabel = "FILE", arity = "1..*") List<Path> files) {
        var bad = new ArrayList<Path>();
        for (var file : files) {
            switch (RecipeChoice.read(file)) {
                case RecipeResult.Valid valid ->
                    terminal.line(Printable.escaped(
                            file + ": valid, \"" + valid.recipe().name() + "\""));
                case RecipeResult.Invalid invalid -> {
                    bad.add(file);
                    invalid.problems()
                            .forEach(problem -> terminal.errorLine(
                                    RecipeResult.Invalid.CODE + " " + Printable.escaped(file + ": " + problem)));
                }
            }
        }
        return (bad.isEmpty() ? ExitCode.DONE : ExitCode.FAILED).code();
    }
}
