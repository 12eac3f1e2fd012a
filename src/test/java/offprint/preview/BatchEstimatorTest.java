package offprint.preview;

import static offprint.preview.PreviewRequests.photo;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import offprint.engine.EngineFailure;
import offprint.engine.EngineResult;
import offprint.engine.Engines;
import offprint.engine.Limits;
import offprint.fixtures.FakeEngine;
import offprint.fixtures.TestPools;
import offprint.library.Photo;
import offprint.pool.WorkerPool;
import offprint.recipe.Recipe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BatchEstimatorTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Recipe TWO_VARIANTS = PreviewRequests.recipe(
            PreviewRequests.variant(600, PreviewRequests.jpeg(80)),
            PreviewRequests.variant(300, PreviewRequests.jpeg(80)));

    private final FakeEngine engine = new FakeEngine();
    private final WorkerPool pool = TestPools.of(2, 8);
    private final BatchEstimator estimator = new BatchEstimator(new Engines(List.of(engine)), pool, Limits.STANDARD);
    private final BlockingQueue<BatchEstimate> heard = new LinkedBlockingQueue<>();

    @AfterEach
    void close() throws InterruptedException {
        engine.rendering.open();
        estimator.close();
        pool.close(PATIENCE, PATIENCE);
        assertThat(engine.renders())
                .flatExtracting(request -> request.variants())
                .allSatisfy(
                        variant -> assertThat(variant.partialFile().getParent()).doesNotExist());
    }

    private static List<Photo> photos(int count) {
        return IntStream.range(0, count).mapToObj(i -> photo("p" + i)).toList();
    }

    private BatchEstimate last(int samples) throws InterruptedException {
        while (true) {
            var estimate = heard.poll(30, TimeUnit.SECONDS);
            if (estimate == null || estimate.samples() == samples) {
                return java.util.Objects.requireNonNull(estimate, "the estimate from " + samples + " samples");
            }
        }
    }

    @Test
    void a_dozen_photos_speak_for_all() throws InterruptedException {
        engine.onRender(variant -> EngineResult.done(new byte[variant.size().widthPx()]));
        estimator.request(photos(100), TWO_VARIANTS, heard::add);

        var estimate = last(12);
        assertThat(estimate).isEqualTo(new BatchEstimate(200, 100 * 900, 0, 12));
        pool.close(PATIENCE, PATIENCE);
        assertThat(engine.renders()).hasSize(12);
    }

    @Test
    void photos_that_can_not_be_read_are_not_counted() throws InterruptedException {
        var photos = new ArrayList<>(photos(3));
        photos.add(new Photo(
                Path.of("x").toAbsolutePath(),
                Path.of("").toAbsolutePath(),
                0,
                Instant.EPOCH,
                EngineResult.failed(new EngineFailure.EmptySource())));
        estimator.request(photos, TWO_VARIANTS, heard::add);

        assertThat(last(3)).isEqualTo(new BatchEstimate(6, 18, 0, 3));
    }

    @Test
    void a_newer_question_cancels_the_one_before() throws InterruptedException {
        engine.rendering.shut();
        estimator.request(photos(50), TWO_VARIANTS, estimate -> {
            throw new AssertionError("nobody wants this any more");
        });
        engine.rendering.awaitEntered(1);
        estimator.request(photos(4), TWO_VARIANTS, heard::add);
        engine.rendering.open();

        assertThat(last(4).files()).isEqualTo(8);
        pool.close(PATIENCE, PATIENCE);
        assertThat(engine.renders()).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void nothing_is_reckoned_once_it_was_cleared() throws InterruptedException {
        engine.rendering.shut();
        estimator.request(photos(50), TWO_VARIANTS, heard::add);
        engine.rendering.awaitEntered(1);
        estimator.clear();
        engine.rendering.open();

        pool.close(PATIENCE, PATIENCE);
        assertThat(heard).isEmpty();
        assertThat(engine.renders()).hasSize(1);
    }
}
