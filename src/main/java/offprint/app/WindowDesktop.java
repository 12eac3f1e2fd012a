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
import offprint.bench.ThumbnailFigures;
import offprint.bench.WindowFigures;
import offprint.cli.Desktop;
import offprint.cli.ExitCode;
import offprint.cli.Workshop.SessionOptions;
import offprint.engine.ImageEngine;
import offprint.export.Conduct;
import offprint.image.ImageFormat;
import offprint.recipe.RecipeLookup;
import offprint.settings.Settings;
import offprint.settings.SettingsStore;
import offprint.settings.UserFolders;
import offprint.ui.EngineFacts;
import offprint.ui.PulseMonitor;
import offprint.ui.QueueBench;
import offprint.ui.StepMeter;
import offprint.ui.ThumbnailBench;
import offprint.ui.WindowBench;
import offprint.ui.WindowLauncher;
import offprint.ui.WindowServices;
import offprint.ui.preview.EstimatePort;
import offprint.ui.preview.PreviewPort;
import offprint.ui.queue.ExportQueue;
import offprint.ui.recipe.StoredRecipes;

/// The window as the command line opens it: wires the window's ports to the services of a composition.
final class WindowDesktop implements Desktop {

    private static final String BENCH_RECIPE = "Web";

    private final Program program;
    private Optional<OnlyCopy> copy = Optional.empty();

    WindowDesktop(Program program) {
        this.program = program;
    }

    @Override
    public Availability availability() {
        return Display.availability(System.getenv(), System.getProperty("os.name"));
    }

    @Override
    public boolean handOver(List<Path> files) {
        return switch (OnlyCopy.find(program.folders().state(), files)) {
            case OnlyCopy.Found.First first -> {
                copy = Optional.of(first.copy());
                yield false;
            }
            case OnlyCopy.Found.HandedOver handedOver -> true;
            case OnlyCopy.Found.Alone alone -> false;
        };
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
            if (settings.polite()) {
                session.exports().conduct(Conduct.Manners.POLITE);
            }
            WindowLauncher.run(services(session, background, settings, store::save, unfinished(session)), files);
            copy.ifPresent(OnlyCopy::close);
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
                        failed -> batches.forEach(batch -> session.exports().resumeUnfinished(batch, failed)),
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
                EstimatePort.of(session.estimator()),
                new StoredRecipes(program.recipes()),
                settings,
                changed -> keep.settings(changed)
                        .ifPresent(reason -> System.getLogger("offprint").log(System.Logger.Level.WARNING, reason)),
                session.pool()::glance,
                background::run,
                Reveal::inFileManager,
                new DesktopLinks(copy, Notifier.ofThisSystem()),
                () -> facts(session),
                program.version(),
                Path.of(System.getProperty("user.home"), "Pictures", "Offprints"),
                program.samples(),
                unfinished);
    }

    /// Opens the engine; asked once, when the window has been painted, and so the time to warm up as well, where there
    /// is nothing better to do.
    private EngineFacts facts(Composition session) {
        var engines = session.engines();
        if (WarmUp.isTime(session.pool().glance())) {
            program.samples().ifPresent(samples -> WarmUp.start(session.scanner(), session.thumbnails(), samples));
        }
        var writable =
                Arrays.stream(ImageFormat.values()).filter(engines::writes).collect(Collectors.toUnmodifiableSet());
        return new EngineFacts(engines.all().getFirst().description(), writable);
    }

    @Override
    public WindowFigures measure(WindowFigures.Mode mode, List<Path> photos, SessionOptions options) {
        startToolkitAnywhere();
        try {
            var folder = Files.createTempDirectory("offprint-bench-out-");
            var destination = Files.createDirectory(folder.resolve("out"));
            try (var session = program.openApart(options, folder.resolve("state"));
                    var background = new Background(session.pool())) {
                return measure(session, background, mode, photos, destination);
            } finally {
                NaiveRender.deleteAll(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the benchmark's output folder can't be made or put away", e);
        }
    }

    @Override
    public int measureApart(List<String> words) {
        var availability = availability();
        return program.runAgain(words, argument -> Display.suits(argument, availability));
    }

    /// Without a display the window is drawn in memory.
    private void startToolkitAnywhere() {
        if (availability() instanceof Availability.Missing) {
            System.setProperty("glass.platform", "Headless");
            System.setProperty("prism.order", "sw");
        }
        WindowLauncher.startToolkit();
    }

    @Override
    public ThumbnailFigures measureThumbnails(Path folder, int photos, Path cache, SessionOptions options) {
        startToolkitAnywhere();
        var own = program.folders();
        var folders = new UserFolders(own.config(), own.data(), cache, own.state());
        try (var session = new Composition(options, folders);
                var background = new Background(session.pool())) {
            var result = ThumbnailBench.run(
                    services(session, background, Settings.INITIAL, changed -> Optional.empty(), Optional.empty()),
                    folder,
                    photos,
                    Prober::start);
            return new ThumbnailFigures(
                    result.photos(),
                    result.onScreen(),
                    millis(result.firstScreen()),
                    millis(result.sharpScreen()),
                    result.loaded(),
                    millis(result.allLoaded()),
                    steps(result.steps()));
        }
    }

    private WindowFigures measure(
            Composition session, Background background, WindowFigures.Mode mode, List<Path> photos, Path destination) {
        var settings = Settings.INITIAL.withRecipe(BENCH_RECIPE).withDestination(destination);
        if (!(program.recipes().find(BENCH_RECIPE) instanceof RecipeLookup.Found found)) {
            throw new IllegalStateException("the recipe " + BENCH_RECIPE + " is not valid any more");
        }
        var engine = session.engines().forReading(ImageFormat.JPEG);
        var services = services(session, background, settings, changed -> Optional.empty(), Optional.empty());
        if (mode == WindowFigures.Mode.QUEUE) {
            return queueFigures(QueueBench.run(services, photos, photos.size(), Prober::start), engine, destination);
        }
        var naive = photos.stream()
                .map(photo -> new NaiveRender(engine, photo, found.recipe(), destination))
                .map(Runnable.class::cast)
                .toList();
        var result = WindowBench.run(
                services,
                photos,
                switch (mode) {
                    case POOL -> WindowBench.Mode.POOL;
                    case CANCEL -> WindowBench.Mode.CANCEL;
                    case FX, QUEUE -> WindowBench.Mode.FX;
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
                List.of(),
                result.timeToStop().map(stop -> Leftovers.of(destination, engine, millis(stop), result.totals())));
    }

    private static WindowFigures queueFigures(QueueBench.Result result, ImageEngine engine, Path destination) {
        return new WindowFigures(
                WindowFigures.Mode.QUEUE,
                engine.name(),
                result.photos(),
                result.elapsed().toMillis() / 1e3,
                spread(result.frameGap()),
                spread(result.postedDelay()),
                steps(result.steps()),
                Optional.of(Leftovers.of(destination, engine, millis(result.timeToStop()), result.totals())));
    }

    private static List<WindowFigures.Step> steps(List<StepMeter.Step> steps) {
        return steps.stream()
                .map(step -> new WindowFigures.Step(step.name(), spread(step.frameGap()), spread(step.postedDelay())))
                .toList();
    }

    private static Spread spread(PulseMonitor.Delays delays) {
        return new Spread(millis(delays.p50()), millis(delays.p99()), millis(delays.max()));
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }
}
