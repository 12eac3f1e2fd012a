package offprint.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import offprint.bench.PhotoSet;
import offprint.bench.ThumbnailFigures;
import offprint.cancel.CancelledException;
import offprint.image.ImageFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `offprint bench thumbnails`: each phase in a process of its own.
@Command(
        name = "thumbnails",
        description = {
            "Drops generated 24 MP JPEGs with EXIF thumbnails on the window: how soon are they seen?",
            "",
            "  cold     a fresh process and an empty cache of thumbnails",
            "  warm     another fresh process, with what the first one kept",
            "",
            "The photos (about 4 MB each) were written a moment ago, so the system still has them in memory: no disk",
            "is measured."
        })
final class ThumbnailBenchCommand implements Callable<Integer> {

    private static final List<String> PHASES = List.of("cold", "warm");

    private final Terminal terminal;
    private final Workshop workshop;
    private final Desktop desktop;

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Option(names = "--photos", paramLabel = "N", defaultValue = "1000", description = "How many (1000).")
    private int photos;

    @Option(
            names = "--input",
            paramLabel = "DIR",
            description = "A folder with nothing but readable photos instead of generated ones.")
    private Optional<Path> input = Optional.empty();

    @Mixin
    private SessionArguments arguments = new SessionArguments();

    @Option(names = "--phase", hidden = true, description = "Measure here and now, under that name.")
    private Optional<String> phase = Optional.empty();

    @Option(names = "--cache", hidden = true, description = "Where thumbnails are kept.")
    private Optional<Path> cache = Optional.empty();

    ThumbnailBenchCommand(Terminal terminal, Workshop workshop, Desktop desktop) {
        this.terminal = terminal;
        this.workshop = workshop;
        this.desktop = desktop;
    }

    @Override
    public Integer call() throws IOException, CancelledException {
        if (photos < 1) {
            throw new UsageException("Expected 1 or more for --photos but received " + photos + ".");
        }
        input.ifPresent(BenchCommand::requireExisting);
        if (phase.isPresent() && cache.isPresent() && input.isPresent()) {
            var figures = desktop.measureThumbnails(
                    input.get(), filesIn(input.get()), cache.get(), arguments.options(terminal));
            print(phase.get(), figures);
            return ExitCode.DONE.code();
        }
        BenchCommand.tellHowItIsDrawn(desktop, terminal);
        if (input.isPresent()) {
            return both(input.get());
        }
        try (var interruption = Interruption.watched();
                var set = painted(interruption)) {
            return both(set.folder());
        }
    }

    private PhotoSet painted(Interruption interruption) throws IOException, CancelledException {
        try (var session = workshop.open(Workshop.SessionOptions.STANDARD)) {
            var engine = session.engines().forReading(ImageFormat.JPEG);
            return PhotoSet.paintWithThumbnails(engine, photos, interruption.token());
        }
    }

    private static int filesIn(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return (int) files.filter(Files::isRegularFile).count();
        }
    }

    private int both(Path folder) throws IOException {
        var kept = Files.createTempDirectory("offprint-bench-cache-");
        try {
            for (var name : PHASES) {
                var words = new ArrayList<>(List.of("bench", "thumbnails", "--phase", name));
                words.addAll(List.of("--input", folder.toString(), "--cache", kept.toString()));
                words.addAll(arguments.words());
                if (json) {
                    words.add("--json");
                }
                int code = desktop.measureApart(words);
                if (code != ExitCode.DONE.code()) {
                    return code;
                }
            }
            return ExitCode.DONE.code();
        } finally {
            PhotoSet.delete(kept);
        }
    }

    private void print(String name, ThumbnailFigures figures) {
        if (json) {
            terminal.jsonOut().print(json(name, figures).line() + "\n");
            return;
        }
        terminal.line(String.format(
                Locale.ROOT,
                "%-5s %d photos: first screen (%d) %.0f ms, sharp %.0f ms; %d thumbnails %.1f s",
                name,
                figures.photos(),
                figures.onScreen(),
                figures.firstScreenMillis(),
                figures.sharpScreenMillis(),
                figures.loaded(),
                figures.allMillis() / 1_000));
        figures.steps().forEach(step -> terminal.line(BenchCommand.words(step)));
    }

    static Json json(String name, ThumbnailFigures figures) {
        var json = Json.event("bench")
                .with("name", "thumbnails")
                .with("phase", name)
                .with("photos", figures.photos())
                .with("onScreen", figures.onScreen())
                .with("firstScreenMillis", BenchCommand.rounded(figures.firstScreenMillis()))
                .with("sharpScreenMillis", BenchCommand.rounded(figures.sharpScreenMillis()))
                .with("loaded", figures.loaded())
                .with("allMillis", BenchCommand.rounded(figures.allMillis()));
        figures.steps().forEach(step -> BenchCommand.add(step, json));
        return json;
    }
}
