package offprint.pool;

import static offprint.pool.Pools.SOON;
import static offprint.pool.Pools.config;
import static offprint.pool.Pools.submit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TeamworkTest {

    /// A piece that ends only once `together` pieces are under way at the same time.
    private static Runnable meeting(CountDownLatch together) {
        return () -> {
            together.countDown();
            Gate.awaitLatch(together);
        };
    }

    @Test
    void an_idle_worker_helps() throws Exception {
        try (var pool = new WorkerPool(config(1, 2))) {
            var together = new CountDownLatch(2);

            var task = submit(pool, "photo", Priority.BATCH, 0, context -> {
                pool.runTogether(List.of(meeting(together), meeting(together)));
                return "done";
            });

            assertThat(task.await(SOON)).isInstanceOf(TaskResult.Completed.class);
        }
    }

    @Test
    void with_every_worker_busy_the_pieces_run_in_order_on_the_callers() throws Exception {
        try (var pool = new WorkerPool(config(2, 2))) {
            var gate = new Gate();
            submit(pool, "other", Priority.BATCH, 0, gate);
            gate.awaitStarted();
            List<Integer> order = Collections.synchronizedList(new ArrayList<>());
            var threads = ConcurrentHashMap.<Thread>newKeySet();

            var task = submit(pool, "photo", Priority.BATCH, 0, context -> {
                pool.runTogether(IntStream.range(0, 8)
                        .<Runnable>mapToObj(index -> () -> {
                            order.add(index);
                            threads.add(Thread.currentThread());
                        })
                        .toList());
                return "done";
            });
            task.await(SOON);

            assertThat(order).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
            assertThat(threads).hasSize(1);
            assertThat(pool.snapshot().completed()).isEqualTo(1);
        }
    }

    @Test
    void a_worker_with_nothing_but_tasks_too_large_to_start_helps() throws Exception {
        try (var pool = new WorkerPool(Pools.withBudget(config(2, 2), 100))) {
            var waiting = new CountDownLatch(1);
            var together = new CountDownLatch(2);
            var task = submit(pool, "photo", Priority.BATCH, 80, context -> {
                Gate.awaitLatch(waiting);
                pool.runTogether(List.of(meeting(together), meeting(together)));
                return "done";
            });
            submit(pool, "waiting for memory", Priority.BATCH, 80, context -> "done");
            waiting.countDown();

            assertThat(task.await(SOON)).isInstanceOf(TaskResult.Completed.class);
        }
    }

    @Test
    void a_paused_pool_lends_nobody() throws Exception {
        try (var pool = new WorkerPool(config(2, 2))) {
            var started = new CountDownLatch(1);
            var paused = new CountDownLatch(1);
            var threads = ConcurrentHashMap.<Thread>newKeySet();
            var task = submit(pool, "photo", Priority.BATCH, 0, context -> {
                started.countDown();
                Gate.awaitLatch(paused);
                pool.runTogether(Collections.nCopies(4, () -> threads.add(Thread.currentThread())));
                return "done";
            });
            Gate.awaitLatch(started);
            pool.pause();
            paused.countDown();
            task.await(SOON);

            assertThat(threads).hasSize(1);
            assertThat(pool.snapshot().waitingTotal()).isZero();
        }
    }

    @Test
    void all_pieces_end_before_the_first_problem_is_thrown_on_the_caller() throws Exception {
        try (var pool = new WorkerPool(config(1, 2))) {
            var ended = new AtomicInteger();
            var together = new CountDownLatch(2);
            Runnable bad = () -> {
                meeting(together).run();
                throw new IllegalArgumentException("a piece went wrong");
            };
            Runnable good = () -> {
                meeting(together).run();
                ended.incrementAndGet();
            };

            var task = submit(pool, "photo", Priority.BATCH, 0, context -> {
                assertThatThrownBy(() -> pool.runTogether(List.of(bad, good, ended::incrementAndGet)))
                        .isInstanceOf(IllegalArgumentException.class);
                return ended.get();
            });

            var result = task.await(SOON);
            assertThat(result).isInstanceOf(TaskResult.Completed.class);
            assertThat(((TaskResult.Completed<Integer>) result).value()).isEqualTo(2);
            assertThat(pool.snapshot().failed()).isZero();
        }
    }

    @Test
    void an_error_on_a_helper_fails_the_task_that_asked_for_help() throws Exception {
        try (var pool = new WorkerPool(config(1, 2))) {
            var together = new CountDownLatch(2);
            var asker = new AtomicReference<>(Thread.currentThread());
            Runnable piece = () -> {
                meeting(together).run();
                if (Thread.currentThread() != asker.get()) {
                    throw new OutOfMemoryError("of the helper");
                }
            };

            var task = submit(pool, "photo", Priority.BATCH, 0, context -> {
                asker.set(Thread.currentThread());
                pool.runTogether(List.of(piece, piece));
                return "done";
            });

            var result = task.await(SOON);
            assertThat(result).isInstanceOf(TaskResult.Failed.class);
            assertThat(((TaskResult.Failed<String>) result).cause()).isInstanceOf(OutOfMemoryError.class);
        }
    }

    @Test
    void no_pieces_are_no_work() {
        try (var pool = new WorkerPool(config(1, 2))) {
            pool.runTogether(List.of());

            assertThat(pool.snapshot().completed()).isZero();
        }
    }
}
