package offprint.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// `offprint try`.
@Command(
        name = "try",
        description =
                "Shows Offprint with its sample photos: in the window, or where there is no display by exporting them.")
final class TryCommand implements Callable<Integer> {

    private static final String RECIPE = "Web";

    private final Terminal terminal;
    private final Workshop workshop;
    private final Desktop desktop;

    TryCommand(Terminal terminal, Workshop workshop, Desktop desktop) {
        this.terminal = terminal;
        this.workshop = workshop;
        this.desktop = desktop;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var samples = workshop.samples()
                .orElseThrow(() -> new UsageException("The sample photos did not come with this copy of Offprint."));
        return switch (desktop.availability()) {
            case Desktop.Availability.Available available ->
                desktop.open(List.of(samples)).code();
            case Desktop.Availability.Missing missing -> exported(samples, missing.reason());
        };
    }

    /// Exports into a fresh folder below the system's temporary folder.
    private int exported(Path samples, String reason) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("offprint-samples-");
        terminal.line("No window: " + reason);
        terminal.line("Exporting the sample photos with the recipe \"" + RECIPE + "\" instead.");
        var recipe = RecipeChoice.of(RECIPE, workshop.recipes());
        try (var interruption = Interruption.watched();
                var session = workshop.open(Workshop.SessionOptions.STANDARD)) {
            var report = terminal.screen() ? new LiveReport(terminal) : new PlainReport(terminal, false);
            var result = new ExportRun(session, interruption, report, recipe, folder, false).run(List.of(samples));
            terminal.line("They are in " + Printable.escaped(folder.toString()));
            return result.exitCode().code();
        }
    }
}
