package offprint.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import offprint.fixtures.TestPools;
import offprint.pool.Priority;
import offprint.pool.TaskSpec;
import offprint.pool.WorkerPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

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
}
