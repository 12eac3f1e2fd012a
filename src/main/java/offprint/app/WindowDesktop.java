package offprint.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import offprint.bench.Spread;
import offprint.bench.WindowFigures;
import offprint.cli.Desktop;
import offprint.cli.ExitCode;
import offprint.cli.Workshop.SessionOptions;
import offprint.engine.Engines;
import offprint.image.ImageFormat;
import offprint.recipe.Recipe;
import offprint.recipe.RecipeLookup;
import offprint.settings.Settings;
import offprint.settings.SettingsStore;
import offprint.ui.EngineFacts;
import offprint.ui.PulseMonitor;
import offprint.ui.WindowBench;
import offprint.ui.WindowLauncher;
import offprint.ui.WindowServices;
import offprint.ui.preview.PreviewPort;
import offprint.ui.queue.ExportQueue;

/// The window as the command line opens it: wires the window's ports to the services of a composition.
final class WindowDesktop implements Desktop {

    private static final String BENCH_RECIPE = "Web";

    private final Program program;

    WindowDesktop(Program program) {
        this.program = program;
    }

    @Override
    public Availability availability() {
        return Display.availability(System.getenv(), System.getProperty("os.name"));
    }

    @Override
    public ExitCode open(List<Path> files) {
        WindowLauncher.startToolkit();
        var store = new SettingsStore(program.folders().config().resolve("settings.json"));
        var settings = store.load().settings();
        LanguageChoice.apply(settings.language());
        var options = new SessionOptions(
                settings.workers(),
                settings.memoryBudgetBytes(),
                Optional.empty(),
                settings.maxMegapixels(),
                settings.recoverDamaged());
        try (var session = program.open(options);
                var background = new Background(session.pool())) {
            WindowLauncher.run(services(session, background, settings, store::save, unfinished(session)), files);
        }
        return ExitCode.DONE;
    }

    /// What a crash, a kill or a stop has left over.
    static Optional<WindowServices.UnfinishedWork> unfinished(Composition session) {
        var batches = session.journal().unfinished();
        int photos = batches.stream().mapToInt(batch -> batch.photos().size()).sum();
        return photos == 0
                ? Optional.empty()
                : Optional.of(new WindowServices.UnfinishedWork(
                        photos,
                        () -> batches.forEach(session.exports()::resumeUnfinished),
                        () -> batches.forEach(session.journal()::discard)));
    }

    /// Where changed settings go.
    private interface Keep {
        Optional<String> settings(Settings settings);
    }

    private WindowServices services(
            Composition session,
            Background background,
            Settings settings,
            Keep keep,
            Optional<WindowServices.UnfinishedWork> unfinished) {
        return new WindowServices(
                new ExportQueue(session.exports()),
                session.scanner()::scan,
                session.thumbnails()::request,
                PreviewPort.of(session.preview()),
                this::recipes,
                settings,
                changed -> keep.settings(changed)
                        .ifPresent(reason -> System.getLogger("offprint").log(System.Logger.Level.WARNING, reason)),
                session.pool()::snapshot,
                background::run,
                Reveal::inFileManager,
                () -> facts(session.engines()),
                program.version(),
                Path.of(System.getProperty("user.home"), "Pictures", "Offprints"),
                program.samples(),
                unfinished);
    }

    private static EngineFacts facts(Engines engines) {
        var writable =
                Arrays.stream(ImageFormat.values()).filter(engines::writes).collect(Collectors.toUnmodifiableSet());
        return new EngineFacts(engines.all().getFirst().description(), writable);
    }

    private List<Recipe> recipes() {
        return program.recipes().all().stream()
                .flatMap(entry -> entry.recipe().stream())
                .toList();
    }

    @Override
    public WindowFigures measure(WindowFigures.Mode mode, List<Path> photos, SessionOptions options) {
        if (availability() instanceof Availability.Missing) {
            System.setProperty("glass.platform", "Headless");
            System.setProperty("prism.order", "sw");
        }
        WindowLauncher.startToolkit();
        try {
            var destination = Files.createTempDirectory("offprint-bench-out-");
            try (var session = program.open(options);
                    var background = new Background(session.pool())) {
                return measure(session, background, mode, photos, destination);
            } finally {
                NaiveRender.deleteAll(destination);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the benchmark's output folder can't be made or put away", e);
        }
    }

    private WindowFigures measure(
            Composition session, Background background, WindowFigures.Mode mode, List<Path> photos, Path destination) {
        var initial = Settings.INITIAL;
        var settings = new Settings(
                initial.theme(),
                initial.language(),
                Optional.of(BENCH_RECIPE),
                Optional.of(destination),
                initial.thumbnailPx(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
        if (!(program.recipes().find(BENCH_RECIPE) instanceof RecipeLookup.Found found)) {
            throw new IllegalStateException("the recipe " + BENCH_RECIPE + " is not valid any more");
        }
        var engine = session.engines().forReading(ImageFormat.JPEG);
        var naive = photos.stream()
                .map(photo -> new NaiveRender(engine, photo, found.recipe(), destination))
                .map(Runnable.class::cast)
                .toList();
        var result = WindowBench.run(
                services(session, background, settings, changed -> Optional.empty(), Optional.empty()),
                photos,
                switch (mode) {
                    case POOL -> WindowBench.Mode.POOL;
                    case CANCEL -> WindowBench.Mode.CANCEL;
                    case FX -> WindowBench.Mode.FX;
                },
                Prober::start,
                naive);
        return new WindowFigures(
                mode,
                engine.name(),
                result.photos(),
                result.elapsed().toMillis() / 1e3,
                spread(result.frameGap()),
                spread(result.postedDelay()),
                result.timeToStop().map(stop -> Leftovers.of(destination, engine, millis(stop), result.totals())));
    }

    private static Spread spread(PulseMonitor.Delays delays) {
        return new Spread(millis(delays.p50()), millis(delays.p99()), millis(delays.max()));
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }
}
