package offprint.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import offprint.bench.ExportFigures;
import offprint.bench.ExportSet;
import offprint.bench.PhotoSet;
import offprint.cancel.CancelledException;
import offprint.export.ExportPlan;
import offprint.export.PlannedOutput.Note;
import offprint.image.ImageFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `offprint bench export`: each set in a process of its own, so that none inherits another's memory or warm code.
@Command(
        name = "export",
        description = {
            "Exports 24 MP photos in the usual sets of variants: what does a photo cost?",
            "",
            "  one      2048 px JPEG",
            "  web      2560 and 1280 px JPEG, 640 and 320 px WebP",
            "  mozjpeg  1600 and 800 px JPEG by mozjpeg, 800 px WebP, 400 px AVIF",
            "  profile  the web set of photos with an Adobe RGB profile, converted to sRGB",
            "",
            "All at quality 80 (AVIF 50). The search for the photos is part of it; some photos before it, to warm up,",
            "are not."
        })
final class ExportBenchCommand implements Callable<Integer> {

    private static final int GENERATED = 24;
    private static final int WARM_UP = 8;

    private final Terminal terminal;
    private final Workshop workshop;

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Option(names = "--set", paramLabel = "SET", description = "One of the four only.")
    private Optional<String> set = Optional.empty();

    @Option(names = "--photos", paramLabel = "N", description = "How many (24, or all of --input).")
    private Optional<Integer> photos = Optional.empty();

    @Option(
            names = "--input",
            paramLabel = "DIR",
            description = "A folder of JPEGs to export instead of generated ones.")
    private Optional<Path> input = Optional.empty();

    @Option(
            names = "--keep",
            paramLabel = "DIR",
            description = "Leave the photos there, in plain/ and profile/, for other programs to work on.")
    private Optional<Path> keep = Optional.empty();

    @Mixin
    private SessionArguments arguments = new SessionArguments();

    @Option(names = "--in", hidden = true, description = "Measure here and now, with the photos of that folder.")
    private Optional<Path> measured = Optional.empty();

    ExportBenchCommand(Terminal terminal, Workshop workshop) {
        this.terminal = terminal;
        this.workshop = workshop;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, CancelledException {
        photos.filter(number -> number < 1).ifPresent(number -> {
            throw new UsageException("Expected 1 or more for --photos but received " + number + ".");
        });
        var options = arguments.options(terminal);
        var sets = set.map(word -> List.of(named(word))).orElse(List.of(ExportSet.values()));
        if (measured.isPresent()) {
            return measure(sets.getFirst(), files(measured.get()), options).code();
        }
        var folder = keep.isPresent() ? keep.get() : Files.createTempDirectory("offprint-bench-");
        try (var interruption = Interruption.watched()) {
            var plain = input.isPresent() ? files(input.get()) : painted(folder, options, interruption);
            int code = ExitCode.DONE.code();
            for (int i = 0; i < sets.size() && code == ExitCode.DONE.code() && !interruption.wasAsked(); i++) {
                code = runAgain(sets.get(i), plain, folder);
            }
            return interruption.wasAsked() ? ExitCode.CANCELLED.code() : code;
        } finally {
            if (keep.isEmpty()) {
                PhotoSet.delete(folder);
            }
        }
    }

    static ExportSet named(String word) {
        return Arrays.stream(ExportSet.values())
                .filter(one -> one.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new UsageException("Expected "
                        + Arrays.stream(ExportSet.values()).map(ExportSet::word).collect(Collectors.joining(", "))
                        + " for --set but received \"" + word + "\"."));
    }

    private List<Path> files(Path folder) throws IOException {
        BenchCommand.requireExisting(folder);
        try (var files = Files.list(folder)) {
            var found = files.filter(Files::isRegularFile)
                    .sorted()
                    .limit(photos.orElse(Integer.MAX_VALUE))
                    .toList();
            if (found.isEmpty()) {
                throw new UsageException("There is no photo in \"" + folder + "\".");
            }
            return found;
        }
    }

    private List<Path> painted(Path folder, Workshop.SessionOptions options, Interruption interruption)
            throws IOException, CancelledException {
        try (var session = workshop.open(options)) {
            var engine = session.engines().forReading(ImageFormat.JPEG);
            return PhotoSet.paintInto(folder.resolve("plain"), engine, photos.orElse(GENERATED), interruption.token());
        }
    }

    private int runAgain(ExportSet one, List<Path> plain, Path folder) throws IOException {
        var given = Optional.ofNullable(plain.getFirst().getParent()).orElseThrow();
        if (one.wantsProfile()) {
            given = folder.resolve("profile");
            PhotoSet.withProfile(plain, given);
        }
        var words = new ArrayList<>(List.of("bench", "export", "--set", one.word(), "--in", given.toString()));
        words.addAll(List.of("--photos", Integer.toString(plain.size())));
        words.addAll(arguments.words());
        if (json) {
            words.add("--json");
        }
        return workshop.runAgain(words);
    }

    private ExitCode measure(ExportSet one, List<Path> files, Workshop.SessionOptions options)
            throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("offprint-bench-out-");
        try (var interruption = Interruption.watched();
                var session = workshop.openApart(options, folder.resolve("state"))) {
            var planned = new ExportRun(session, interruption, new ExportMeter(terminal), one.recipe(), folder, true)
                    .run(files.subList(0, 1));
            var reason = planned.plan().flatMap(ExportBenchCommand::refusal);
            if (reason.isPresent()) {
                print(new ExportFigures.Left(one, preferred(session), reason.get()));
                return ExitCode.DONE;
            }
            var warm = files.subList(0, Math.min(WARM_UP, files.size()));
            for (int done = 0; done < WARM_UP; done += warm.size()) {
                var warmed = new ExportRun(
                                session,
                                interruption,
                                new ExportMeter(terminal),
                                one.recipe(),
                                folder.resolve("warm-" + done),
                                false)
                        .run(warm);
                if (warmed.exitCode() != ExitCode.DONE) {
                    return warmed.exitCode();
                }
            }
            var meter = new ExportMeter(terminal);
            var result =
                    new ExportRun(session, interruption, meter, one.recipe(), folder.resolve("out"), false).run(files);
            if (result.exitCode() == ExitCode.DONE) {
                print(meter.figures(one));
            }
            return result.exitCode();
        } finally {
            PhotoSet.delete(folder);
        }
    }

    private static String preferred(Session session) {
        return session.engines().all().getFirst().name();
    }

    /// Why the plan can't be carried out whole, if it can't.
    private static Optional<String> refusal(ExportPlan plan) {
        return plan.photos().stream()
                .flatMap(photo -> photo.outputs().stream())
                .flatMap(output -> output.note().stream())
                .flatMap(note -> note instanceof Note.WillFail fails
                        ? java.util.stream.Stream.of(fails.failure().message())
                        : java.util.stream.Stream.empty())
                .findFirst();
    }

    private void print(ExportFigures figures) {
        if (json) {
            terminal.jsonOut().print(json(figures).line() + "\n");
        } else {
            terminal.line(text(figures));
        }
    }

    static Json json(ExportFigures figures) {
        var line = Json.event("bench")
                .with("name", "export")
                .with("set", figures.set().word())
                .with("engine", figures.engine());
        return switch (figures) {
            case ExportFigures.Left left -> line.with("skipped", left.reason());
            case ExportFigures.Measured cost -> {
                line.with("photos", cost.photos())
                        .with("cpuMillisPerPhoto", tenths(cost.cpuMillisPerPhoto()))
                        .with("wallMillisPerPhoto", tenths(cost.wallMillisPerPhoto()))
                        .with("bytesPerPhoto", cost.bytesPerPhoto())
                        .with("peakRssBytes", cost.memory().map(ExportFigures.Memory::peakBytes));
                cost.memory()
                        .flatMap(ExportFigures.Memory::hundreds)
                        .ifPresent(hundreds -> line.with("rssFirstHundredBytes", hundreds.firstBytes())
                                .with("rssLastHundredBytes", hundreds.lastBytes()));
                yield line;
            }
        };
    }

    private static double tenths(double millis) {
        return Math.round(millis * 10) / 10.0;
    }

    private static String text(ExportFigures figures) {
        var head = String.format("%-8s %-9s ", figures.set().word(), figures.engine());
        return switch (figures) {
            case ExportFigures.Left left -> head + "left out: " + Printable.escaped(left.reason());
            case ExportFigures.Measured cost ->
                head
                        + String.format(
                                Locale.ROOT,
                                "%d photos   CPU %.0f ms, wall %.0f ms, %s a photo",
                                cost.photos(),
                                cost.cpuMillisPerPhoto(),
                                cost.wallMillisPerPhoto(),
                                Printable.bytes(cost.bytesPerPhoto()))
                        + cost.memory().map(ExportBenchCommand::text).orElse("");
        };
    }

    private static String text(ExportFigures.Memory memory) {
        return "   peak memory " + Printable.bytes(memory.peakBytes())
                + memory.hundreds()
                        .map(hundreds -> " (first hundred " + Printable.bytes(hundreds.firstBytes()) + ", last hundred "
                                + Printable.bytes(hundreds.lastBytes()) + ")")
                        .orElse("");
    }
}
