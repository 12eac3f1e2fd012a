package offprint.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import offprint.cancel.CancellationToken;
import offprint.cancel.CancelledException;
import offprint.engine.Engines;
import offprint.engine.Limits;
import offprint.image.ImageFormat;
import offprint.library.Photo;
import offprint.pool.PoolConfig;
import offprint.pool.WorkerPool;
import offprint.recipe.Encoding;
import offprint.recipe.MetadataPolicy;
import offprint.recipe.NamingTemplate;
import offprint.recipe.OnConflict;
import offprint.recipe.Recipe;
import offprint.recipe.Sizing;
import offprint.recipe.Variant;

/// A service on a real disk with a real pool and a scripted engine.
final class Workbench implements AutoCloseable {

    static final Encoding JPEG = new Encoding.Jpeg(80, false, Encoding.Chroma.SUBSAMPLED_420, false);
    static final Encoding WEBP = new Encoding.Webp(80, false);
    static final Encoding PNG = new Encoding.Png(6, 8);

    final Path folder;
    final Path sources;
    final Path destination;
    final Path state;
    final ScriptedEngine engine = new ScriptedEngine();
    final Engines engines = new Engines(List.of(engine));
    final WorkerPool pool;
    final ExportJournal journal;
    final BatchHistory history;
    final ExportService service;

    Workbench(Path folder) {
        this(folder, 2, FileSteps.DISK);
    }

    Workbench(Path folder, int workers, FileSteps steps) {
        this.folder = realPath(folder);
        this.sources = this.folder.resolve("sources");
        this.destination = this.folder.resolve("out");
        this.state = this.folder.resolve("state");
        this.pool = new WorkerPool(new PoolConfig(1, workers, 1, Duration.ofSeconds(30), 64, 1L << 30, 0));
        this.journal = new ExportJournal(state);
        this.history = new BatchHistory(this.folder.resolve("history"), 3);
        this.service = new ExportService(
                engines,
                pool,
                Limits.STANDARD,
                new ExportService.Records(journal, history),
                new ExportService.Surroundings(
                        steps,
                        new AtomicOutput.Patience(1, Duration.ZERO),
                        new PowerSupply(this.folder.resolve("power")),
                        ExportService.Clocks.SYSTEM));
    }

    private static Path realPath(Path folder) {
        try {
            return Files.createDirectories(folder).toRealPath();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static Variant variant(String name, int longEdge, Encoding encoding, String file) {
        return new Variant(
                name, new Sizing.LongEdge(longEdge, Sizing.Enlargement.NEVER), encoding, new NamingTemplate(file));
    }

    static Recipe recipe(OnConflict policy, Variant... variants) {
        return new Recipe("Test", Arrays.asList(variants), MetadataPolicy.STRIP, policy);
    }

    static Recipe twoVariants(OnConflict policy) {
        return recipe(
                policy,
                variant("large", 200, JPEG, "{name}-{variant}"),
                variant("small", 100, WEBP, "web/{name}-{variant}"));
    }

    static Recipe sameName(OnConflict policy) {
        return recipe(policy, variant("web", 200, JPEG, "{name}"));
    }

    /// A readable source of 300 × 200 px.
    Photo photo(String relative) {
        var file = sources.resolve(relative);
        return photo(Pictures.write(
                file, Pictures.of(ImageFormat.byFileName(relative).orElseThrow(), 300, 200, relative)));
    }

    Photo photo(Path file) {
        return new PhotoScan(engines, new ExportPlanner(engines, new TargetReservations())).photo(file, sources);
    }

    List<Photo> photos(int count) {
        var photos = new ArrayList<Photo>();
        for (int i = 0; i < count; i++) {
            photos.add(photo("p%04d.jpg".formatted(i)));
        }
        return photos;
    }

    ExportPlan plan(List<Photo> photos, Recipe recipe) {
        try {
            return service.plan(photos, recipe, destination, CancellationToken.never());
        } catch (CancelledException impossible) {
            throw new AssertionError(impossible);
        }
    }

    int start(List<Photo> photos, Recipe recipe) {
        return service.start(plan(photos, recipe));
    }

    /// Waits for what another thread does; fails after twenty seconds.
    static void eventually(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + 20_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("time until " + what).isLessThan(end);
            Thread.onSpinWait();
        }
    }

    /// Waits until nothing is left to do.
    void awaitIdle() {
        var done = new CountDownLatch(1);
        service.whenIdle(done::countDown);
        try {
            assertThat(done.await(60, TimeUnit.SECONDS))
                    .as("idle; now: " + service.changesSince(0).totals())
                    .isTrue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    List<PhotoProgress> rows() {
        return service.changesSince(0).changed();
    }

    PhotoProgress row(int number) {
        return rows().get(number);
    }

    ExportTotals totals() {
        return service.changesSince(0).totals();
    }

    ExportOutcome outcome(int row, int variant) {
        return row(row).variants().get(variant).outcome().orElseThrow();
    }

    static String code(ExportOutcome outcome) {
        return outcome instanceof ExportOutcome.Failed failed
                ? failed.code()
                : outcome.getClass().getSimpleName();
    }

    /// Files below the destination, by relative name.
    List<String> written() {
        return below(destination);
    }

    /// Files below a folder, by relative name; what vanishes while it looks is not there.
    static List<String> below(Path root) {
        var names = new ArrayList<String>();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile()) {
                        names.add(root.relativize(file).toString().replace('\\', '/'));
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                    if (failure instanceof NoSuchFileException) {
                        return FileVisitResult.CONTINUE;
                    }
                    throw failure;
                }
            });
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return names.stream().sorted().toList();
    }

    /// Every partial file anywhere below the folder.
    List<String> partials() {
        return below(folder).stream()
                .filter(name -> name.endsWith(ExportJournal.PARTIAL_SUFFIX))
                .toList();
    }

    void assertSumsAgree() {
        var totals = totals();
        assertThat(totals.waiting() + totals.working() + totals.done() + totals.failed() + totals.cancelled())
                .as(totals.toString())
                .isEqualTo(totals.photos());
        assertThat(rows()).hasSize(totals.photos());
        long written = rows().stream()
                .flatMap(row -> row.variants().stream())
                .flatMap(variant -> variant.outcome().stream())
                .filter(ExportOutcome.Written.class::isInstance)
                .count();
        assertThat(written).isEqualTo(totals.written());
    }

    @Override
    public void close() {
        engine.decoding.open();
        engine.encoding.open();
        service.close();
        pool.close();
    }
}
