package offprint.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import offprint.engine.EngineFailure;
import offprint.engine.EngineResult;
import offprint.engine.Engines;
import offprint.engine.Limits;
import offprint.fixtures.FakeEngine;
import offprint.fixtures.TestPools;
import offprint.image.Pixels;
import offprint.library.Photo;
import offprint.pool.Priority;
import offprint.pool.TaskSpec;
import offprint.pool.WorkerPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PreviewServiceTest {

    private final FakeEngine engine = new FakeEngine();
    private final WorkerPool pool = TestPools.of(2, 2);
    private final PreviewService previews = new PreviewService(new Engines(List.of(engine)), pool, Limits.STANDARD);
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    @AfterEach
    void close() {
        previews.close();
        pool.close();
        assertThat(engine.openPixels()).isZero();
    }

    private static Photo photo(String name) {
        return new Photo(
                Path.of(name).toAbsolutePath(),
                Path.of("").toAbsolutePath(),
                4,
                Instant.EPOCH,
                EngineResult.done(FakeEngine.PHOTO));
    }

    private Consumer<EngineResult<Pixels>> hearing(String who) {
        return result -> {
            switch (result) {
                case EngineResult.Done<Pixels> done -> {
                    done.value().close();
                    heard.add(who);
                }
                case EngineResult.Failed<Pixels> failed ->
                    heard.add(who + " " + failed.failure().code());
            }
        };
    }

    private void request(String name) {
        previews.request(photo(name), 800, hearing(name));
    }

    private String hear() throws InterruptedException {
        return String.valueOf(heard.poll(30, TimeUnit.SECONDS));
    }

    @Test
    void a_request_is_answered_once() throws InterruptedException {
        request("a");

        assertThat(hear()).isEqualTo("a");
        assertThat(engine.thumbnails())
                .singleElement()
                .satisfies(asked -> assertThat(asked.boxPx()).isEqualTo(800));
    }

    @Test
    void the_newest_wins_over_one_that_runs() throws InterruptedException {
        engine.thumbnailing.shut();
        request("old");
        engine.thumbnailing.awaitEntered(1);

        request("new");
        engine.thumbnailing.awaitEntered(2);
        engine.thumbnailing.open();

        assertThat(hear()).isEqualTo("new");
        assertThat(heard).isEmpty();
    }

    @Test
    void the_newest_wins_over_one_that_can_not_be_stopped_and_its_pixels_are_closed() throws Exception {
        engine.thumbnailing.shutAgainstCancels();
        request("old");
        engine.thumbnailing.awaitEntered(1);
        request("new");
        engine.thumbnailing.awaitEntered(2);

        engine.thumbnailing.open();

        assertThat(hear()).isEqualTo("new");
        pool.close(java.time.Duration.ofSeconds(20), java.time.Duration.ofSeconds(1));
        assertThat(engine.pixelsMade()).isEqualTo(2);
        assertThat(engine.openPixels()).isZero();
        assertThat(heard).isEmpty();
    }

    @Test
    void the_newest_wins_over_those_that_wait_and_they_cost_nothing() throws InterruptedException {
        pool.pause();
        for (int i = 0; i < 1_000; i++) {
            request("n" + i);
        }
        assertThat(pool.snapshot().waitingTotal()).isEqualTo(1);

        pool.resume();

        assertThat(hear()).isEqualTo("n999");
        assertThat(engine.thumbnails()).hasSize(1);
    }

    @Test
    void a_full_pool_is_waited_for() throws InterruptedException {
        pool.pause();
        for (int i = 0; i < 2; i++) {
            pool.submit(TaskSpec.of("filler", Priority.INTERACTIVE, 0), context -> true);
        }
        request("old");
        request("new");
        assertThat(pool.snapshot().waitingTotal()).isEqualTo(2);

        pool.resume();

        assertThat(hear()).isEqualTo("new");
        assertThat(engine.thumbnails()).hasSize(1);
    }

    @Test
    void a_cleared_request_is_never_answered() throws InterruptedException {
        engine.thumbnailing.shut();
        request("cleared");
        engine.thumbnailing.awaitEntered(1);

        previews.clear();
        engine.thumbnailing.open();
        request("after");

        assertThat(hear()).isEqualTo("after");
        assertThat(heard).isEmpty();
    }

    @Test
    void failures_are_told() throws InterruptedException {
        engine.onThumbnail(asked -> EngineResult.failed(new EngineFailure.TruncatedSource("half is missing")));
        request("half");
        assertThat(hear()).isEqualTo("half E-DECODE-TRUNCATED");

        engine.onThumbnail(asked -> {
            throw new IllegalStateException("a bug in a reader");
        });
        request("bug");
        assertThat(hear()).isEqualTo("bug E-DECODE-DAMAGED");

        var empty = new Photo(
                Path.of("e").toAbsolutePath(),
                Path.of("").toAbsolutePath(),
                0,
                Instant.EPOCH,
                EngineResult.failed(new EngineFailure.EmptySource()));
        previews.request(empty, 800, hearing("empty"));
        assertThat(hear()).isEqualTo("empty E-SOURCE-EMPTY");
    }

    @Test
    void nothing_is_asked_of_a_closed_service() {
        previews.close();
        request("late");

        pool.close();
        assertThat(engine.thumbnails()).isEmpty();
        assertThat(heard).isEmpty();
    }
}
