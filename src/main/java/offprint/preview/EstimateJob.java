package offprint.preview;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import offprint.cancel.CancelledException;
import offprint.engine.EngineResult;
import offprint.engine.Engines;
import offprint.engine.ImageEngine;
import offprint.engine.Limits;
import offprint.engine.RenderCancellation;
import offprint.engine.RenderListener;
import offprint.engine.RenderRequest;
import offprint.engine.TemporaryFolder;
import offprint.engine.VariantRequest;
import offprint.engine.VariantResult;
import offprint.image.PixelSize;
import offprint.image.SourceInfo;
import offprint.library.Photo;
import offprint.pool.Priority;
import offprint.pool.TaskSpec;
import offprint.recipe.Recipe;

/// One question: which photos are samples, what they weighed so far. At most one of them is in the pool at a time.
final class EstimateJob extends NewestJob {

    private static final System.Logger LOG = System.getLogger(EstimateJob.class.getName());

    private static final int MOST_SAMPLES = 12;

    /// Slow encoders are not asked for ever: fewer samples, a wider interval.
    private static final long MOST_NANOS = 20_000_000_000L;

    /// From here on estimates are told.
    private static final int LEAST_SAMPLES = 3;

    private final Engines engines;
    private final Limits limits;
    private final Recipe recipe;
    private final Consumer<BatchEstimate> listener;
    private final List<Photo> readable;
    private final List<Photo> drawn;
    private final List<BatchEstimate.Sample> samples = new CopyOnWriteArrayList<>();
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicLong spentNanos = new AtomicLong();

    EstimateJob(Engines engines, Limits limits, List<Photo> photos, Recipe recipe, Consumer<BatchEstimate> listener) {
        this.engines = engines;
        this.limits = limits;
        this.recipe = recipe;
        this.listener = listener;
        this.readable = photos.stream()
                .filter(photo -> photo.info() instanceof EngineResult.Done<SourceInfo>)
                .toList();
        var shuffled = new ArrayList<>(readable);
        // the same question gets the same answer
        Collections.shuffle(shuffled, new Random(readable.size()));
        this.drawn = List.copyOf(shuffled.subList(0, Math.min(MOST_SAMPLES, shuffled.size())));
    }

    @Override
    boolean hasWork() {
        return next.get() < drawn.size() && (samples.size() < LEAST_SAMPLES || spentNanos.get() < MOST_NANOS);
    }

    @Override
    TaskSpec spec() {
        var photo = drawn.get(next.get());
        return TaskSpec.of("Estimate by " + photo.file(), Priority.BATCH, estimatedBytes(photo));
    }

    private long estimatedBytes(Photo photo) {
        return info(photo)
                .map(info -> engine(info).estimateBytes(info, variants(info, Path.of(""))))
                .orElse(0L);
    }

    private static Optional<SourceInfo> info(Photo photo) {
        return photo.info() instanceof EngineResult.Done<SourceInfo> done
                ? Optional.of(done.value())
                : Optional.empty();
    }

    private ImageEngine engine(SourceInfo info) {
        return engines.forJob(
                info.format(),
                recipe.variants().stream()
                        .map(variant -> variant.encoding().format())
                        .toList());
    }

    private List<VariantRequest> variants(SourceInfo info, Path folder) {
        return recipe.variants().stream()
                .map(variant -> new VariantRequest(
                        variant.name(),
                        variant.sizing().sizeFor(info.displaySize()),
                        variant.encoding(),
                        folder.resolve("v" + recipe.variants().indexOf(variant))))
                .toList();
    }

    /// Encodes one sample; the next may follow.
    @Override
    void work() throws CancelledException {
        long start = System.nanoTime();
        var photo = drawn.get(next.get());
        var sized = info(photo).orElseThrow();
        var weighed = weighed(photo, sized);
        token().throwIfCancelled();
        weighed.ifPresent(bytes -> tell(new BatchEstimate.Sample(pixels(sized), bytes)));
        spentNanos.addAndGet(System.nanoTime() - start);
        next.incrementAndGet();
    }

    private void tell(BatchEstimate.Sample sample) {
        samples.add(sample);
        if (samples.size() >= Math.min(LEAST_SAMPLES, readable.size())) {
            listener.accept(BatchEstimate.of(samples, batch()));
        }
    }

    private BatchEstimate.Batch batch() {
        long pixels = readable.stream()
                .flatMap(photo -> info(photo).stream())
                .mapToLong(this::pixels)
                .sum();
        long files = (long) readable.size() * recipe.variants().size();
        return new BatchEstimate.Batch(readable.size(), files, pixels);
    }

    private long pixels(SourceInfo info) {
        return recipe.variants().stream()
                .map(variant -> variant.sizing().sizeFor(info.displaySize()))
                .mapToLong(PixelSize::pixels)
                .sum();
    }

    /// Bytes of all variants; empty when one of them can't be made, since the photo then says nothing of the others.
    private OptionalLong weighed(Photo photo, SourceInfo info) throws CancelledException {
        try (var folder = TemporaryFolder.make("estimate")) {
            var variants = variants(info, folder.path());
            var request = new RenderRequest(photo.file(), info, variants, recipe.metadata(), limits);
            var tokens = RenderCancellation.of(token(), variants.size());
            return sum(engine(info).render(request, RenderListener.SILENT, tokens));
        } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError broken) {
            LOG.log(System.Logger.Level.INFO, "a sample could not be encoded", broken);
            return OptionalLong.empty();
        }
    }

    private static OptionalLong sum(EngineResult<List<VariantResult>> rendered) {
        if (!(rendered instanceof EngineResult.Done<List<VariantResult>> done)) {
            return OptionalLong.empty();
        }
        long bytes = 0;
        for (var result : done.value()) {
            if (!(result instanceof VariantResult.Rendered one)) {
                return OptionalLong.empty();
            }
            bytes += one.bytes();
        }
        return OptionalLong.of(bytes);
    }
}
