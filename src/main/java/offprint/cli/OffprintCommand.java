package offprint.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `offprint` without a subcommand: the window.
@Command(
        name = "offprint",
        mixinStandardHelpOptions = true,
        description = {
            "Exports photos in batches: decodes each once, writes every variant of it.",
            "",
            "Without a command it opens the window, with any files and folders given loaded."
        },
        footer = {"", "A file that is named like a command is written ./export, or behind --."})
final class OffprintCommand implements Callable<Integer> {

    private final Desktop desktop;
    private final List<String> commands;

    @Parameters(paramLabel = "FILE", description = "Photos and folders to load.")
    private List<Path> files = new ArrayList<>();

    OffprintCommand(Desktop desktop, List<String> commands) {
        this.desktop = desktop;
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
                desktop.open(files.stream()
                                .map(file -> file.toAbsolutePath().normalize())
                                .toList())
                        .code();
            case Desktop.Availability.Missing missing ->
                throw new UsageException("The window can't be opened: " + missing.reason()
                        + " On the command line: offprint export PHOTOS --recipe Web --to FOLDER");
        };
    }
}
