package offprint.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import offprint.fixtures.TestPools;
import offprint.pool.Priority;
import offprint.pool.TaskSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BackgroundTest {

    @Test
    void what_no_worker_has_begun_is_done_when_it_closes() throws Exception {
        var done = new CopyOnWriteArrayList<String>();
        try (var pool = TestPools.of(1, 4)) {
            var busy = new CountDownLatch(1);
            var go = new CountDownLatch(1);
            pool.submit(TaskSpec.of("in the way", Priority.INTERACTIVE, 0), context -> {
                busy.countDown();
                return go.await(30, TimeUnit.SECONDS);
            });
            assertThat(busy.await(30, TimeUnit.SECONDS)).isTrue();
            var background = new Background(pool);
            background.run(() -> done.add("the settings are saved"));
            background.close();
            assertThat(done).isEqualTo(List.of("the settings are saved"));
            go.countDown();
            pool.close(Duration.ofSeconds(30), Duration.ofSeconds(5));
        }
        assertThat(done).as("and not a second time").hasSize(1);
    }
}
