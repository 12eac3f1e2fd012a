package offprint.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import offprint.recipe.RecipeChange;
import offprint.recipe.RecipeEntry;
import offprint.recipe.RecipeLookup;
import offprint.recipe.RecipeResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `offprint` without a subcommand: the window.
@Command(
        name = "offprint",
        mixinStandardHelpOptions = true,
        description = {
            "Exports photos in batches: decodes each once, writes every variant of it.",
            "",
            "Without a command it opens the window, with any files and folders given loaded. A window that is",
            "open already takes them, and comes to the front."
        },
        footer = {"", "A file that is named like a command is written ./export, or behind --."})
final class OffprintCommand implements Callable<Integer> {

    private static final String RECIPE_FILE = ".offprint-recipe";

    private final Workshop workshop;
    private final Desktop desktop;
    private final List<String> commands;

    @Option(names = "--new-window", description = "Open a window of its own, whatever is open already.")
    private boolean newWindow;

    @Parameters(paramLabel = "FILE", description = "Photos and folders to load.")
    private List<Path> files;

    /// @param files to load, unless the parser finds others
    OffprintCommand(Workshop workshop, Desktop desktop, List<Path> files, List<String> commands) {
        this.workshop = workshop;
        this.desktop = desktop;
        this.files = new ArrayList<>(files);
        this.commands = List.copyOf(commands);
    }

    @Override
    public Integer call() {
        for (var file : files) {
            if (!Files.exists(file)) {
                throw new UsageException("There is no file or folder \"" + file + "\""
                        + Optional.of(file.toString())
                                .flatMap(word -> Suggestion.forWord(word, commands))
                                .map(command -> ", and no such command. Did you mean \"" + command + "\"?")
                                .orElse(", and no such command."));
            }
        }
        return switch (desktop.availability()) {
            case Desktop.Availability.Available available ->
                !newWindow && desktop.handOver(absolute(files))
                        ? ExitCode.DONE.code()
                        : desktop.open(absolute(photosAmong(files))).code();
            case Desktop.Availability.Missing missing ->
                throw new UsageException("The window can't be opened: " + missing.reason()
                        + " On the command line: offprint export PHOTOS --recipe Web --to FOLDER");
        };
    }

    /// Another process has another working folder.
    private static List<Path> absolute(List<Path> files) {
        return files.stream().map(file -> file.toAbsolutePath().normalize()).toList();
    }

    /// Recipe files among those to open become the user's own recipes; what is left are photos and folders.
    private List<Path> photosAmong(List<Path> given) {
        var photos = new ArrayList<Path>();
        for (var file : given) {
            if (file.toString().endsWith(RECIPE_FILE)) {
                keep(file);
            } else {
                photos.add(file);
            }
        }
        return photos;
    }

    /// @throws UsageException when it is no recipe, or would take the place of another of the user's
    private void keep(Path file) {
        var recipe = switch (RecipeChoice.read(file)) {
            case RecipeResult.Valid valid -> valid.recipe();
            case RecipeResult.Invalid invalid ->
                throw new UsageException(
                        file + " is not a recipe: " + invalid.problems().getFirst());
        };
        var store = workshop.recipes();
        if (store.find(recipe.name()) instanceof RecipeLookup.Found found
                && found.origin() == RecipeEntry.Origin.USER) {
            if (found.recipe().equals(recipe)) {
                return;
            }
            throw new UsageException(
                    "You have another recipe called \"" + recipe.name() + "\" already; give one of them another name.");
        }
        if (store.save(recipe) instanceof RecipeChange.Refused refused) {
            throw new UsageException(refused.message());
        }
    }
}
