package offprint.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import offprint.bench.CancelFigures.Stage;
import offprint.cancel.CancellationToken;
import offprint.cancel.CancelledException;
import offprint.engine.EngineResult;
import offprint.engine.Engines;
import offprint.engine.ImageEngine;
import offprint.engine.Limits;
import offprint.engine.RenderCancellation;
import offprint.engine.RenderRequest;
import offprint.engine.VariantRequest;
import offprint.image.ImageFormat;
import offprint.image.PixelSize;
import offprint.pool.Priority;
import offprint.pool.Submission;
import offprint.pool.TaskHandle;
import offprint.pool.TaskResult;
import offprint.pool.TaskSpec;
import offprint.pool.WorkerPool;
import offprint.recipe.Encoding;
import offprint.recipe.MetadataPolicy;

/// Cancels renders of 24 MP photos at random moments of every stage, and measures how long their worker stays busy.
///
/// Runs on the caller's thread, one render at a time on the real pool.
public final class CancelBench {

    private static final PixelSize SOURCE = new PixelSize(6_000, 4_000);
    private static final PixelSize HALF = new PixelSize(3_000, 2_000);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final List<ImageFormat> FORMATS =
            List.of(ImageFormat.JPEG, ImageFormat.PNG, ImageFormat.TIFF, ImageFormat.WEBP);

    /// AVIF is measured as it is written, from a JPEG, and at an effort that lets a run end within minutes.
    private static final Encoding.Avif AVIF = new Encoding.Avif(60, 2);

    private final Engines engines;
    private final WorkerPool pool;

    public CancelBench(Engines engines, WorkerPool pool) {
        this.engines = engines;
        this.pool = pool;
    }

    /// Measures every format that is both read and written here, and AVIF's encoding; tells each stage as soon as it is
    /// measured.
    ///
    /// @param formats only these; empty: all
    /// @param count cancels a stage
    /// @param seed of the moments
    public void run(
            Set<ImageFormat> formats,
            int count,
            long seed,
            Consumer<CancelFigures> results,
            CancellationToken cancellation)
            throws IOException, InterruptedException, CancelledException, TimeoutException {
        var folder = Files.createTempDirectory("offprint-bench-");
        try {
            for (var engine : engines.all()) {
                for (var format : FORMATS) {
                    boolean isWanted = formats.isEmpty() || formats.contains(format);
                    if (isWanted
                            && engine.capabilities().reads(format)
                            && engine.capabilities().writes(format)) {
                        measure(engine, format, folder, new Moments(count, new Random(seed)), results, cancellation);
                    }
                }
                boolean isAvifWanted = formats.isEmpty() || formats.contains(ImageFormat.AVIF);
                if (isAvifWanted
                        && engine.capabilities().reads(ImageFormat.JPEG)
                        && engine.capabilities().writes(ImageFormat.AVIF)) {
                    results.accept(measureAvif(engine, folder, new Moments(count, new Random(seed)), cancellation));
                }
            }
        } finally {
            Folders.deleteAll(folder);
        }
    }

    /// How many moments, and where they come from.
    private record Moments(int count, Random random) {}

    private void measure(
            ImageEngine engine,
            ImageFormat format,
            Path folder,
            Moments moments,
            Consumer<CancelFigures> results,
            CancellationToken cancellation)
            throws IOException, InterruptedException, CancelledException, TimeoutException {
        var source = folder.resolve("source." + format.extension());
        draw(engine, format, source, cancellation);
        var info = done(engine.probe(source, cancellation));
        for (var stage : Stage.values()) {
            var size = stage == Stage.ENCODE ? SOURCE : HALF;
            var variant = new VariantRequest("v", size, encoding(format), folder.resolve("partial"));
            var job = new Job(
                    engine,
                    new RenderRequest(source, info, List.of(variant), MetadataPolicy.STRIP, Limits.STANDARD),
                    stage);
            results.accept(measure(job, format, moments, cancellation));
        }
        Files.deleteIfExists(source);
    }

    private CancelFigures measureAvif(ImageEngine engine, Path folder, Moments moments, CancellationToken cancellation)
            throws IOException, InterruptedException, CancelledException, TimeoutException {
        var source = folder.resolve("source.jpg");
        draw(engine, ImageFormat.JPEG, source, cancellation);
        var info = done(engine.probe(source, cancellation));
        var variant = new VariantRequest("v", HALF, AVIF, folder.resolve("partial"));
        var request = new RenderRequest(source, info, List.of(variant), MetadataPolicy.STRIP, Limits.STANDARD);
        var figures = measure(new Job(engine, request, Stage.ENCODE), ImageFormat.AVIF, moments, cancellation);
        Files.deleteIfExists(source);
        return figures;
    }

    private static void draw(ImageEngine engine, ImageFormat format, Path file, CancellationToken cancellation)
            throws CancelledException {
        var rendered = new PixelSize(1_200, 800);
        try (var pixels = PhotoPainter.paint(PhotoPainter.Scene.STREET, rendered, SOURCE, 11, cancellation)) {
            done(engine.encode(pixels, encoding(format), file, cancellation));
        }
    }

    private CancelFigures measure(Job job, ImageFormat format, Moments moments, CancellationToken cancellation)
            throws InterruptedException, CancelledException, TimeoutException {
        long usualNanos = Math.max(1, calibrated(job));
        var millis = new ArrayList<Double>();
        int missed = 0;
        while (millis.size() < moments.count() && missed < 3 * moments.count()) {
            cancellation.throwIfCancelled();
            var watch = new StageWatch(job.stage());
            var handle = submit(job, watch);
            long afterNanos = (long) (moments.random().nextDouble() * usualNanos);
            if (watch.awaitBegin(PATIENCE)) {
                waitUntil(watch.beginNanos() + afterNanos);
            }
            boolean inStage = watch.isInside();
            handle.cancel();
            if (handle.await(PATIENCE) instanceof TaskResult.Cancelled<Boolean> stopped && inStage) {
                millis.add(stopped.timeToStop().toNanos() / 1e6);
            } else {
                missed++;
            }
        }
        return new CancelFigures(job.engine().name(), format, job.stage(), millis.size(), missed, Spread.of(millis));
    }

    /// How long the stage takes when nobody cancels.
    private long calibrated(Job job) throws InterruptedException, TimeoutException {
        var watch = new StageWatch(job.stage());
        return switch (submit(job, watch).await(PATIENCE)) {
            case TaskResult.Completed<Boolean> completed -> watch.spanNanos();
            case TaskResult.Failed<Boolean> failed ->
                throw new IllegalStateException("the render to measure failed", failed.cause());
            case TaskResult.Cancelled<Boolean> cancelledOne ->
                throw new IllegalStateException("the render to measure was cancelled");
        };
    }

    /// One render, and the stage of it that is to be cut short.
    private record Job(ImageEngine engine, RenderRequest request, Stage stage) {}

    private TaskHandle<Boolean> submit(Job job, StageWatch watch) {
        long bytes =
                job.engine().estimateBytes(job.request().info(), job.request().variants());
        var spec = TaskSpec.of("cancel " + job.stage().word(), Priority.BATCH, bytes);
        var submission = pool.<Boolean>submit(spec, context -> {
            var result = job.engine().render(job.request(), watch, RenderCancellation.of(context.cancellation(), 1));
            watch.over();
            context.cancellation().throwIfCancelled();
            done(result);
            return true;
        });
        return switch (submission) {
            case Submission.Accepted<Boolean> accepted -> accepted.handle();
            case Submission.Full<Boolean> full -> throw new IllegalStateException("the pool has no room");
            case Submission.Closed<Boolean> closed -> throw new IllegalStateException("the pool is closed");
        };
    }

    /// Sleeps towards the moment and spins over the last stretch, so that it is met within microseconds.
    private static void waitUntil(long nanos) {
        for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
            if (left > TimeUnit.MILLISECONDS.toNanos(1)) {
                LockSupport.parkNanos(left - TimeUnit.MICROSECONDS.toNanos(500));
            } else {
                Thread.onSpinWait();
            }
        }
    }

    private static Encoding encoding(ImageFormat format) {
        return switch (format) {
            case JPEG -> new Encoding.Jpeg(90, false, Encoding.Chroma.SUBSAMPLED_420, false);
            case PNG -> new Encoding.Png(6, 8);
            case TIFF -> new Encoding.Tiff(Encoding.TiffCompression.LZW, 8);
            case WEBP -> new Encoding.Webp(80, false);
            case AVIF, HEIC, JXL, GIF, BMP, PSD, RAW ->
                throw new IllegalArgumentException("expected a format of this benchmark but received " + format);
        };
    }

    private static <T> T done(EngineResult<T> result) {
        return switch (result) {
            case EngineResult.Done<T> done -> done.value();
            case EngineResult.Failed<T> failed ->
                throw new IllegalStateException(
                        failed.failure().code() + ": " + failed.failure().message());
        };
    }
}
