package offprint.pool;

import static offprint.pool.Pools.accepted;
import static offprint.pool.Pools.config;
import static offprint.pool.Pools.end;
import static offprint.pool.Pools.submit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// What a worker dies of, what it holds, and who comes after it.
class WorkerLifeTest extends OpenPools {

    @Nested
    class AnError {

        @Test
        void killsTheWorkerAndThePoolGoesOnAtFullSize() {
            var pool = pool(config(2, 2));
            var overflow = submit(pool, context -> bottomless(1));
            var memory = submit(pool, context -> {
                throw new OutOfMemoryError("thrown by a test");
            });

            assertThat(end(overflow))
                    .isInstanceOfSatisfying(
                            TaskResult.Failed.class,
                            failed -> assertThat(failed.cause()).isInstanceOf(StackOverflowError.class));
            assertThat(end(memory))
                    .isInstanceOfSatisfying(
                            TaskResult.Failed.class,
                            failed -> assertThat(failed.cause()).isInstanceOf(OutOfMemoryError.class));
            assertThat(pool.snapshot().restarts()).isEqualTo(2);
            var first = new Gate();
            var second = new Gate();
            submit(pool, first);
            submit(pool, second);
            first.awaitStarted();
            second.awaitStarted();
            assertThat(pool.snapshot().liveWorkers()).isEqualTo(2);
        }

        @Test
        void thatKillsEveryWorkerAgainAndAgainLosesNoTask() {
            var pool = pool(config(0, 2));
            var handles = new ArrayList<TaskHandle<String>>();
            for (int i = 0; i < 200; i++) {
                boolean deadly = i % 2 == 0;
                handles.add(submit(pool, context -> {
                    if (deadly) {
                        throw new AssertionError("deadly");
                    }
                    return "survivor";
                }));
            }
            handles.forEach(Pools::end);

            var snapshot = pool.snapshot();
            assertThat(snapshot.restarts()).isEqualTo(100);
            assertThat(snapshot.failed()).isEqualTo(100);
            assertThat(snapshot.completed()).isEqualTo(100);
        }

        @SuppressWarnings("InfiniteRecursion")
        private int bottomless(int depth) {
            return bottomless(depth + 1) + 1;
        }
    }

    @Nested
    class AWorkersOwnResource {

        private final ConcurrentLinkedQueue<String> log = new ConcurrentLinkedQueue<>();
        private final AtomicInteger built = new AtomicInteger();

        private final class Codec implements AutoCloseable {
            private final int number = built.incrementAndGet();

            @Override
            public void close() {
                log.add("closed " + number + " on " + Thread.currentThread().getName());
            }
        }

        private final WorkerLocal<Codec> codec = new WorkerLocal<>("codec", Codec::new);
        private final WorkerLocal<AutoCloseable> stubborn = new WorkerLocal<>("stubborn", () -> () -> {
            throw new IOException("will not close");
        });

        @Test
        void isBuiltOnceAndClosedOnItsWorkersThread() {
            var pool = pool(config(1, 1));
            var first = end(submit(pool, context -> context.resource(codec).number));
            var second = end(submit(pool, context -> context.resource(codec).number));

            assertThat(first).isInstanceOf(TaskResult.Completed.class);
            assertThat(((TaskResult.Completed<Integer>) second).value()).isEqualTo(1);
            pool.close();
            assertThat(log).containsExactly("closed 1 on worker-1");
        }

        @Test
        void isClosedWhenItsWorkerDiesAndBuiltAnewByTheNext() {
            var pool = pool(config(1, 1));
            end(submit(pool, context -> {
                context.resource(codec);
                context.resource(stubborn);
                throw new StackOverflowError("deadly");
            }));
            var next = end(submit(pool, context -> context.resource(codec).number));

            assertThat(((TaskResult.Completed<Integer>) next).value()).isEqualTo(2);
            pool.close();
            assertThat(log)
                    .anyMatch(line -> line.startsWith("closed 1 on worker-"))
                    .anyMatch(line -> line.startsWith("closed 2 on worker-"))
                    .hasSize(2);
        }

        @Test
        void whoseFactoryThrowsFailsTheTaskAndIsTriedAgain() {
            var pool = pool(config(1, 1));
            var tries = new AtomicInteger();
            var moody = new WorkerLocal<String>("moody", () -> {
                if (tries.incrementAndGet() == 1) {
                    throw new IOException("not now");
                }
                return "built";
            });

            assertThat(end(submit(pool, context -> context.resource(moody)))).isInstanceOf(TaskResult.Failed.class);
            assertThat(end(submit(pool, context -> context.resource(moody)))).isInstanceOf(TaskResult.Completed.class);
        }

        @Test
        void isRefusedToOtherThreadsAndAfterTheTask() {
            var pool = pool(config(1, 1));
            var leaked = new AtomicReference<Optional<TaskContext>>(Optional.empty());
            end(submit(pool, context -> {
                leaked.set(Optional.of(context));
                return "leaked";
            }));

            assertThatThrownBy(() -> leaked.get().orElseThrow().resource(codec))
                    .isInstanceOf(IllegalStateException.class);
            var later = end(submit(pool, context -> leaked.get().orElseThrow().resource(codec)));
            assertThat(later).isInstanceOf(TaskResult.Failed.class);
        }
    }

    @Nested
    class AFaultOutsideOfATasksOwnCode {

        @Test
        void failsTheTaskThatWasOnTheWorkerAndGivesItsMemoryBack() {
            var hired = new ArrayList<Worker>();
            var scheduler = new Scheduler(
                    new PoolConfig(1, 1, 0, Duration.ofMinutes(1), 10, 100, 0),
                    new WorkerNiceness(0),
                    new FakeClock(),
                    hired::add);
            scheduler.open();
            var first = accepted(scheduler.submit(TaskSpec.of("first", Priority.BATCH, 100), context -> true));
            var second = accepted(scheduler.submit(TaskSpec.of("second", Priority.BATCH, 100), context -> true));
            assertThat(scheduler.poll(hired.getFirst())).containsInstanceOf(Duty.Run.class);
            var fault = new OutOfMemoryError("while the task was being ended");

            scheduler.crashed(hired.getFirst(), fault);
            scheduler.gone(hired.getFirst());

            assertThat(first.result())
                    .containsInstanceOf(TaskResult.Failed.class)
                    .get()
                    .extracting(result -> ((TaskResult.Failed<Boolean>) result).cause())
                    .isEqualTo(fault);
            assertThat(hired).hasSize(2);
            assertThat(scheduler.poll(hired.getLast())).containsInstanceOf(Duty.Run.class);
            assertThat(second.state()).isEqualTo(TaskState.RUNNING);
            assertThat(scheduler.snapshot().restarts()).isEqualTo(1);
        }
    }
}
