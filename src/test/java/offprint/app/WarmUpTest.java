package offprint.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import offprint.engine.EngineResult;
import offprint.engine.Engines;
import offprint.engine.Limits;
import offprint.fixtures.FakeEngine;
import offprint.fixtures.TestPools;
import offprint.library.PhotoScanner;
import offprint.library.ThumbnailStore;
import offprint.pool.PoolSnapshot;
import offprint.pool.Priority;
import offprint.pool.TaskSpec;
import offprint.pool.WorkerPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class WarmUpTest {

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);

    private Boolean hold() throws InterruptedException {
        begun.countDown();
        return go.await(30, TimeUnit.SECONDS);
    }

    private void awaitBegun() throws InterruptedException {
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
    }

    private void end(WorkerPool pool) throws InterruptedException {
        go.countDown();
        pool.close(Duration.ofSeconds(30), Duration.ofSeconds(5));
    }

    @Test
    void errands_of_the_window_are_no_reason_to_wait() throws Exception {
        try (var pool = TestPools.of(2, 4);
                var background = new Background(pool)) {
            assertThat(WarmUp.isTime(pool.snapshot())).isTrue();
            background.run(() -> {
                try {
                    assertThat(hold()).isTrue();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            awaitBegun();
            assertThat(WarmUp.isTime(pool.snapshot())).isTrue();
            end(pool);
        }
    }

    @Test
    void the_users_own_photos_come_first() throws Exception {
        try (var pool = TestPools.of(2, 4)) {
            pool.submit(TaskSpec.of("Looking for photos", Priority.INTERACTIVE, 0), context -> hold());
            awaitBegun();
            assertThat(WarmUp.isTime(pool.snapshot())).isFalse();
            end(pool);
        }
    }

    private void lookAt(Path samples, FakeEngine engine, WorkerPool pool, Supplier<PoolSnapshot> asked)
            throws IOException {
        Files.writeString(samples.resolve("a.jpg"), "a");
        Files.writeString(samples.resolve("b.jpg"), "b");
        var engines = new Engines(List.of(engine));
        var thumbnails = new ThumbnailStore(engines, pool, Limits.STANDARD, Optional.empty());
        WarmUp.start(new PhotoScanner(engines, pool), thumbnails, samples, asked);
    }

    @Test
    void the_samples_go_the_way_of_photos_several_times_and_nothing_stays_open(@TempDir Path samples) throws Exception {
        var engine = new FakeEngine();
        var looks = new CountDownLatch(2 * WarmUp.ROUNDS);
        engine.onProbe(source -> {
            looks.countDown();
            return EngineResult.done(FakeEngine.PHOTO);
        });
        try (var pool = TestPools.of(2, 100)) {
            lookAt(samples, engine, pool, pool::snapshot);
            assertThat(looks.await(30, TimeUnit.SECONDS)).isTrue();
            end(pool);
        }
        assertThat(engine.pixelsMade()).isPositive();
        assertThat(engine.openPixels()).isZero();
    }

    @Test
    void no_other_round_begins_while_somebody_waits(@TempDir Path samples) throws Exception {
        var engine = new FakeEngine();
        var asked = new CountDownLatch(1);
        try (var pool = TestPools.of(1, 100);
                var busy = TestPools.of(1, 100)) {
            busy.submit(TaskSpec.of("Held", Priority.INTERACTIVE, 0), context -> hold());
            awaitBegun();
            busy.submit(TaskSpec.of("Waiting", Priority.INTERACTIVE, 0), context -> true);
            lookAt(samples, engine, pool, () -> {
                asked.countDown();
                return busy.snapshot();
            });
            assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();
            var behind = new CountDownLatch(1);
            pool.submit(TaskSpec.of("Behind", Priority.BATCH, 0), context -> {
                behind.countDown();
                return true;
            });
            assertThat(behind.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(engine.probed()).hasSize(2);
            end(busy);
        }
    }
}
