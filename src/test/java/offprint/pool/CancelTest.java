package offprint.pool;

import static offprint.pool.Pools.config;
import static offprint.pool.Pools.end;
import static offprint.pool.Pools.submit;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Cancels, and what they race with.
class CancelTest extends OpenPools {

    @Nested
    class OfAWaitingTask {

        @Test
        void makesItGoneAtOnceAndItNeverRuns() {
            var pool = pool(config(1, 1));
            var gate = new Gate();
            submit(pool, gate);
            gate.awaitStarted();
            var ran = new AtomicInteger();
            var told = new AtomicReference<Thread>();
            var waiting = submit(pool, context -> ran.incrementAndGet());
            waiting.onDone(result -> told.set(Thread.currentThread()));

            assertThat(waiting.cancel()).isTrue();
            assertThat(waiting.cancel()).isFalse();

            assertThat(waiting.result()).contains(new TaskResult.Cancelled<>(Duration.ZERO));
            assertThat(told).hasValue(Thread.currentThread());
            assertThat(pool.snapshot().waitingTotal()).isZero();
            gate.open();
            end(submit(pool, context -> "after"));
            assertThat(ran).hasValue(0);
        }
    }

    @Nested
    class OfARunningTask {

        @Test
        void isCancellingUntilTheWorkerHasReallyLeft() {
            var pool = pool(config(1, 1));
            var deaf = Gate.deafToCancel();
            var handle = submit(pool, deaf);
            deaf.awaitStarted();

            assertThat(handle.cancel()).isTrue();
            assertThat(handle.cancel()).isFalse();

            assertThat(handle.state()).isEqualTo(TaskState.CANCELLING);
            assertThat(handle.result()).isEmpty();
            assertThat(pool.snapshot().cancelling()).isEqualTo(1);
            deaf.open();
            end(handle);
            assertThat(pool.snapshot().cancelling()).isZero();
        }

        @Test
        void runsTheHookOnTheCancellersThreadAndRecordsTheTimeToStop() {
            var pool = pool(config(1, 1));
            var hooked = new CountDownLatch(1);
            var aborted = new CountDownLatch(1);
            var hookThread = new AtomicReference<Thread>();
            var handle = submit(pool, context -> {
                var registration = context.cancellation().onCancel(() -> {
                    hookThread.set(Thread.currentThread());
                    aborted.countDown();
                });
                try {
                    hooked.countDown();
                    Gate.awaitLatch(aborted);
                } finally {
                    registration.close();
                }
                context.cancellation().throwIfCancelled();
                return "never";
            });
            Gate.awaitLatch(hooked);
            handle.cancel();

            assertThat(end(handle))
                    .isInstanceOfSatisfying(
                            TaskResult.Cancelled.class,
                            cancelled -> assertThat(cancelled.timeToStop()).isPositive());
            assertThat(hookThread).hasValue(Thread.currentThread());
            assertThat(pool.snapshot().stopTime().count()).isEqualTo(1);
        }

        @Test
        void thatReturnsItsValueNeverthelessIsCompleted() {
            var pool = pool(config(1, 1));
            var deaf = Gate.deafToCancel();
            var handle = submit(pool, deaf);
            deaf.awaitStarted();
            handle.cancel();
            deaf.open();

            assertThat(end(handle)).isInstanceOf(TaskResult.Completed.class);
            assertThat(handle.state()).isEqualTo(TaskState.COMPLETED);
            assertThat(handle.cancel()).isFalse();
            assertThat(pool.snapshot().stopTime().count()).isEqualTo(1);
        }

        @Test
        void survivesHooksThatThrowWhateverItIs() {
            var pool = pool(config(1, 1));
            var hooked = new CountDownLatch(1);
            var aborted = new CountDownLatch(1);
            var handle = submit(pool, context -> {
                context.cancellation().onCancel(() -> {
                    throw new StackOverflowError("in a hook");
                });
                context.cancellation().onCancel(() -> {
                    throw new IllegalStateException("in a hook");
                });
                context.cancellation().onCancel(aborted::countDown);
                hooked.countDown();
                Gate.awaitLatch(aborted);
                context.cancellation().throwIfCancelled();
                return "never";
            });
            Gate.awaitLatch(hooked);

            assertThat(handle.cancel()).isTrue();

            assertThat(end(handle)).isInstanceOf(TaskResult.Cancelled.class);
            assertThat(pool.snapshot().restarts()).isZero();
        }

        @Test
        void mayComeFromAHookOrACallbackOfAnother() {
            var pool = pool(config(2, 2));
            var first = new Gate();
            var second = new Gate();
            var firstHandle = submit(pool, first);
            var secondHandle = submit(pool, second);
            first.awaitStarted();
            second.awaitStarted();
            firstHandle.onDone(result -> secondHandle.cancel());

            firstHandle.cancel();

            assertThat(end(secondHandle)).isInstanceOf(TaskResult.Cancelled.class);
        }
    }

    @Nested
    class ThatRaces {

        private static final int ROUNDS = 1_500;

        /// With the start, or with the end, as it comes: the task does nothing, so both are near.
        @Test
        void withTheStartAndTheEndHasOneOutcomeThatAllAgreeOn() throws Exception {
            var pool = pool(config(1, 1));
            var barrier = new CyclicBarrier(2);
            var handles = new ArrayList<TaskHandle<String>>();
            var box = new AtomicReference<TaskHandle<String>>(submit(pool, context -> "first"));
            var wins = new AtomicInteger();
            var canceller = Thread.ofPlatform().start(() -> {
                for (int i = 0; i < ROUNDS; i++) {
                    meet(barrier);
                    if (box.get().cancel()) {
                        wins.incrementAndGet();
                    }
                    meet(barrier);
                }
            });
            var callbacks = new AtomicInteger();
            for (int i = 0; i < ROUNDS; i++) {
                var handle = submit(pool, context -> {
                    context.cancellation().throwIfCancelled();
                    return "done";
                });
                handle.onDone(result -> callbacks.incrementAndGet());
                handles.add(handle);
                box.set(handle);
                meet(barrier);
                meet(barrier);
                end(handle);
            }
            canceller.join();
            pool.close(Pools.SOON, Pools.SOON);

            assertThat(callbacks).hasValue(ROUNDS);
            long cancelled = handles.stream()
                    .filter(handle -> handle.state() == TaskState.CANCELLED)
                    .count();
            assertThat(handles)
                    .allMatch(handle -> handle.state() == TaskState.CANCELLED || handle.state() == TaskState.COMPLETED);
            assertThat(cancelled).isLessThanOrEqualTo(wins.get());
            assertThat(pool.snapshot().cancelled()).isEqualTo(cancelled);
        }

        @Test
        void withAnotherCancelIsWonByOne() throws Exception {
            var pool = pool(config(1, 1));
            for (int i = 0; i < 300; i++) {
                var gate = new Gate();
                var handle = submit(pool, gate);
                if (i % 2 == 0) {
                    gate.awaitStarted();
                }
                var barrier = new CyclicBarrier(2);
                var wins = new AtomicInteger();
                Runnable cancel = () -> {
                    meet(barrier);
                    if (handle.cancel()) {
                        wins.incrementAndGet();
                    }
                };
                var other = Thread.ofPlatform().start(cancel);
                cancel.run();
                other.join();

                assertThat(wins).as("round " + i).hasValue(1);
                assertThat(end(handle)).isInstanceOf(TaskResult.Cancelled.class);
            }
        }

        @Test
        void withAThousandAddedCancelsAThousandAndLosesNone() throws Exception {
            long seed = System.nanoTime();
            var random = new Random(seed);
            var pool = pool(config(2, 2));
            var block = List.of(new Gate(), new Gate());
            block.forEach(gate -> submit(pool, "block", Priority.NEAR, 0, gate));
            block.forEach(Gate::awaitStarted);
            var old = new ArrayList<TaskHandle<String>>();
            for (int i = 0; i < 1_000; i++) {
                old.add(submit(pool, "old", List.of(Priority.values()).get(random.nextInt(2) + 1), 1, c -> "old"));
            }
            var added = new ArrayList<TaskHandle<String>>();
            var ends = new CountDownLatch(2_000);
            old.forEach(handle -> handle.onDone(result -> ends.countDown()));
            var barrier = new CyclicBarrier(2);
            var adder = Thread.ofPlatform().start(() -> {
                meet(barrier);
                for (int i = 0; i < 1_000; i++) {
                    var handle = submit(pool, "new", Priority.INTERACTIVE, 1, context -> "new");
                    handle.onDone(result -> ends.countDown());
                    added.add(handle);
                }
            });
            meet(barrier);
            block.forEach(Gate::open);
            int cancelled = pool.cancelIf(spec -> spec.label().equals("old"));
            adder.join();
            Gate.awaitLatch(ends);

            assertThat(added).as("seed " + seed).allMatch(handle -> handle.state() == TaskState.COMPLETED);
            assertThat(old).allMatch(handle -> handle.state().isFinal());
            assertThat(old.stream().filter(handle -> handle.state() == TaskState.CANCELLED))
                    .hasSizeLessThanOrEqualTo(cancelled);
            var snapshot = pool.snapshot();
            assertThat(snapshot.completed() + snapshot.cancelled()).isEqualTo(2_002);
            assertThat(snapshot.admittedBytes()).isZero();
            assertThat(snapshot.waitingTotal()).isZero();
        }

        private static void meet(CyclicBarrier barrier) {
            try {
                barrier.await();
            } catch (Exception failure) {
                throw new AssertionError(failure);
            }
        }
    }
}
