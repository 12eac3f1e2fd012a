package offprint.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import offprint.bench.CancelFigures;
import offprint.bench.PhotoPainter.Scene;
import offprint.bench.PhotoSet;
import offprint.bench.SampleAlbum;
import offprint.bench.Spread;
import offprint.bench.WindowFigures;
import offprint.cancel.CancelledException;
import offprint.image.ImageFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `offprint bench`.
@Command(name = "bench", description = "Measures Offprint on this machine.")
final class BenchCommand {

    private final Terminal terminal;
    private final Workshop workshop;
    private final Desktop desktop;

    BenchCommand(Terminal terminal, Workshop workshop, Desktop desktop) {
        this.terminal = terminal;
        this.workshop = workshop;
        this.desktop = desktop;
    }

    @Command(
            description = {
                "Exports generated 24 MP photos while the window scrolls, and measures the window:",
                "once with the work on the window's own thread (the naive way), once with the pool;",
                "with --mode=cancel until a tenth is done and everything is cancelled;",
                "with --mode=queue and --photos=10000 the open queue: add, scroll, sort, cancel all."
            })
    int window(
            @Option(names = "--json", description = "One JSON object a line.") boolean json,
            @Option(names = "--photos", paramLabel = "N", defaultValue = "24", description = "How many (24).")
                    int photos,
            @Option(names = "--mode", paramLabel = "pool|fx|cancel|queue", description = "One of them only.")
                    Optional<String> mode,
            @Mixin SessionArguments arguments,
            @Option(names = "--in", hidden = true) Optional<Path> folder)
            throws IOException, CancelledException {
        if (photos < 1) {
            throw new UsageException("Expected 1 or more for --photos but received " + photos + ".");
        }
        if (folder.isPresent()) {
            var figures = desktop.measure(mode(mode.orElse("pool")), files(folder.get()), arguments.options(terminal));
            return print(figures, json);
        }
        tellHowItIsDrawn(desktop, terminal);
        try (var interruption = Interruption.watched();
                var set = photoSet(photos, interruption)) {
            for (var word : mode.map(List::of).orElse(List.of("fx", "pool"))) {
                var words = new ArrayList<>(
                        List.of("bench", "window", "--mode", mode(word).word(), "--in"));
                words.add(set.folder().toString());
                words.addAll(arguments.words());
                if (json) {
                    words.add("--json");
                }
                int code = desktop.measureApart(words);
                if (code != 0) {
                    return code;
                }
            }
        }
        return ExitCode.DONE.code();
    }

    /// Says so where a window is measured that nobody sees.
    static void tellHowItIsDrawn(Desktop desktop, Terminal terminal) {
        if (desktop.availability() instanceof Desktop.Availability.Missing missing) {
            terminal.errorLine("The window is drawn in memory, since " + missing.reason());
        }
    }

    static void requireExisting(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new UsageException("There is no folder \"" + folder + "\".");
        }
    }

    private PhotoSet photoSet(int photos, Interruption interruption) throws IOException, CancelledException {
        try (var session = workshop.open(Workshop.SessionOptions.STANDARD)) {
            var engine = session.engines().forReading(ImageFormat.JPEG);
            return PhotoSet.paint(engine, photos, interruption.token());
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static WindowFigures.Mode mode(String word) {
        for (var mode : WindowFigures.Mode.values()) {
            if (mode.word().equals(word)) {
                return mode;
            }
        }
        throw new UsageException("Expected pool, fx, cancel or queue for --mode but received \"" + word + "\".");
    }

    private int print(WindowFigures figures, boolean json) {
        if (json) {
            terminal.jsonOut().print(json(figures).line() + "\n");
        } else {
            terminal.line(String.format(
                    Locale.ROOT,
                    "%-5s %d photos in %.1f s   frame gap %s   posted action %s",
                    figures.mode().word(),
                    figures.photos(),
                    figures.seconds(),
                    words(figures.frameGapMillis()),
                    words(figures.postedDelayMillis())));
            figures.steps().forEach(step -> terminal.line(words(step)));
            figures.stop().ifPresent(stop -> terminal.line(words(stop)));
        }
        return ExitCode.DONE.code();
    }

    private static String words(WindowFigures.Stop stop) {
        return String.format(
                Locale.ROOT,
                "Cancelled: every worker free after %.0f ms; %d variants written, %d cancelled, %d failed; "
                        + "%d whole files and %d others left.",
                stop.stopMillis(),
                stop.written(),
                stop.cancelled(),
                stop.failed(),
                stop.wholeFiles(),
                stop.otherFiles());
    }

    static Json json(WindowFigures figures) {
        var json = Json.event("bench")
                .with("name", "window")
                .with("mode", figures.mode().word())
                .with("engine", figures.engine())
                .with("photos", figures.photos())
                .with("seconds", figures.seconds())
                .with("frameGapMillis", json(figures.frameGapMillis()))
                .with("postedDelayMillis", json(figures.postedDelayMillis()));
        figures.steps().forEach(step -> add(step, json));
        figures.stop()
                .ifPresent(stop -> json.with("stopMillis", rounded(stop.stopMillis()))
                        .with("written", stop.written())
                        .with("cancelled", stop.cancelled())
                        .with("failed", stop.failed())
                        .with("wholeFiles", stop.wholeFiles())
                        .with("otherFiles", stop.otherFiles()));
        return json;
    }

    @Command(description = "Cancels renders at random moments of every stage and format: how soon is the worker free?")
    int cancel(
            @Option(names = "--json", description = "One JSON object a line.") boolean json,
            @Option(names = "--count", paramLabel = "N", defaultValue = "30", description = "Cancels a stage (30).")
                    int count,
            @Option(names = "--seed", paramLabel = "S", defaultValue = "1", description = "Of the random moments (1).")
                    long seed,
            @Option(names = "--format", paramLabel = "FORMAT", description = "Only this one, such as jpeg.")
                    Optional<String> format,
            @Mixin SessionArguments arguments)
            throws IOException, InterruptedException, CancelledException, TimeoutException {
        if (count < 1) {
            throw new UsageException("Expected 1 or more for --count but received " + count + ".");
        }
        var wanted = format.map(BenchCommand::format).map(Set::of).orElse(Set.of());
        try (var interruption = Interruption.watched();
                var session = workshop.open(arguments.options(terminal))) {
            session.cancelBench().run(wanted, count, seed, figures -> print(figures, json), interruption.token());
        }
        return ExitCode.DONE.code();
    }

    private static ImageFormat format(String word) {
        return Arrays.stream(ImageFormat.values())
                .filter(format -> format.id().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> new UsageException(
                        "Expected a format such as jpeg for --format but received \"" + word + "\"."));
    }

    private void print(CancelFigures figures, boolean json) {
        if (json) {
            terminal.jsonOut().print(json(figures).line() + "\n");
        } else {
            terminal.line(String.format(
                    Locale.ROOT,
                    "%-9s %-5s %-7s %3d cancels   %s",
                    figures.engine(),
                    figures.format().label(),
                    figures.stage().word(),
                    figures.count(),
                    words(figures.stopMillis())));
        }
    }

    static Json json(CancelFigures figures) {
        return Json.event("bench")
                .with("name", "cancel")
                .with("engine", figures.engine())
                .with("format", figures.format().id())
                .with("stage", figures.stage().word())
                .with("count", figures.count())
                .with("stopMillis", json(figures.stopMillis()));
    }

    static Json json(Spread spread) {
        return Json.plain()
                .with("p50", rounded(spread.p50()))
                .with("p99", rounded(spread.p99()))
                .with("max", rounded(spread.max()));
    }

    static void add(WindowFigures.Step step, Json json) {
        json.with(step.name() + "FrameGapMillis", json(step.frameGapMillis()))
                .with(step.name() + "PostedDelayMillis", json(step.postedDelayMillis()));
    }

    static String words(WindowFigures.Step step) {
        return String.format(
                Locale.ROOT,
                "      %-6s  frame gap %s   posted action %s",
                step.name(),
                words(step.frameGapMillis()),
                words(step.postedDelayMillis()));
    }

    static double rounded(double millis) {
        return Math.round(millis * 100) / 100.0;
    }

    static String words(Spread spread) {
        return String.format(
                Locale.ROOT, "p50 %.1f ms, p99 %.1f ms, max %.1f ms", spread.p50(), spread.p99(), spread.max());
    }

    @Command(hidden = true, description = "Paints the sample photos of assets/samples again.")
    int samples(
            @Option(names = "--to", required = true, paramLabel = "DIR") Path folder,
            @Option(names = "--only", paramLabel = "NAME", description = "One sample, such as still-lake.")
                    Optional<String> only)
            throws IOException, CancelledException {
        ExportCommand.requireFolder(folder);
        try (var interruption = Interruption.watched();
                var session = workshop.open(Workshop.SessionOptions.STANDARD)) {
            var album = new SampleAlbum(session.engines().forReading(ImageFormat.JPEG));
            var scenes = Arrays.stream(Scene.values())
                    .filter(scene -> only.isEmpty() || scene.slug().equals(only.get()))
                    .toList();
            album.write(
                    scenes, folder, file -> terminal.line(Printable.escaped(file.toString())), interruption.token());
        }
        return ExitCode.DONE.code();
    }
}
