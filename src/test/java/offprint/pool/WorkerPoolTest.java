package offprint.pool;

import static offprint.pool.Pools.SOON;
import static offprint.pool.Pools.accepted;
import static offprint.pool.Pools.config;
import static offprint.pool.Pools.end;
import static offprint.pool.Pools.eventually;
import static offprint.pool.Pools.submit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import offprint.cancel.CancelledException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WorkerPoolTest extends OpenPools {

    @Nested
    class ATask {

        @Test
        void endsWithItsValueOnAWorkersThread() {
            var pool = pool(config(1, 1));

            var handle = submit(pool, context -> Thread.currentThread().getName() + " " + context.workerNumber());

            assertThat(end(handle))
                    .isInstanceOfSatisfying(
                            TaskResult.Completed.class,
                            done -> assertThat(done.value()).isEqualTo("worker-1 1"));
            assertThat(handle.state()).isEqualTo(TaskState.COMPLETED);
        }

        @Test
        void thatThrowsFailsAlone() {
            var pool = pool(config(1, 1));
            var bad = submit(pool, context -> {
                throw new IOException("broken photo");
            });
            var good = submit(pool, context -> "fine");

            assertThat(end(bad))
                    .isInstanceOfSatisfying(
                            TaskResult.Failed.class,
                            failed -> assertThat(failed.cause()).isInstanceOf(IOException.class));
            assertThat(end(good)).isInstanceOf(TaskResult.Completed.class);
            assertThat(pool.snapshot().restarts()).isZero();
        }

        @Test
        void thatSaysCancelledWithoutHavingBeenAskedHasFailed() {
            var handle = submit(pool(config(1, 1)), context -> {
                throw new CancelledException();
            });

            assertThat(end(handle)).isInstanceOf(TaskResult.Failed.class);
        }

        @Test
        void callsBackOnceEachAndAtOnceWhenItHasEnded() {
            var pool = pool(config(1, 1));
            var gate = new Gate();
            var handle = submit(pool, gate);
            var early = new AtomicInteger();
            var late = new AtomicReference<Thread>();
            handle.onDone(result -> {
                throw new StackOverflowError("a callback's own fault");
            });
            handle.onDone(result -> early.incrementAndGet());
            gate.open();
            end(handle);
            end(submit(pool, context -> "the worker has left the callbacks behind"));
            handle.onDone(result -> late.set(Thread.currentThread()));

            assertThat(early).hasValue(1);
            assertThat(late).hasValue(Thread.currentThread());
            assertThat(pool.snapshot().restarts()).isZero();
        }

        @Test
        void isNotAwaitedForEver() {
            var gate = new Gate();
            var handle = submit(pool(config(1, 1)), gate);

            assertThatThrownBy(() -> handle.await(Duration.ofMillis(1))).isInstanceOf(TimeoutException.class);
        }

        @Test
        void thatLeavesAnInterruptBehindDoesNotDisturbTheNext() {
            var pool = pool(config(1, 1));
            end(submit(pool, context -> {
                Thread.currentThread().interrupt();
                return "rude";
            }));

            var next = submit(pool, context -> Thread.currentThread().isInterrupted());

            assertThat(end(next))
                    .isInstanceOfSatisfying(
                            TaskResult.Completed.class,
                            done -> assertThat(done.value()).isEqualTo(false));
        }
    }

    @Nested
    class APausedPool {

        @Test
        void letsTheRunningEndAndStartsNothingNew() {
            var pool = pool(config(1, 1));
            var running = new Gate();
            var waiting = new Gate();
            var first = submit(pool, running);
            running.awaitStarted();
            pool.pause();
            var second = submit(pool, waiting);
            running.open();
            end(first);

            eventually("the worker is idle", () -> pool.snapshot().idleWorkers() == 1);
            assertThat(second.state()).isEqualTo(TaskState.WAITING);
            assertThat(pool.snapshot().paused()).isTrue();
            pool.resume();
            waiting.awaitStarted();
            assertThat(pool.snapshot().paused()).isFalse();
        }

        @Test
        void isResumedByAClose() throws InterruptedException {
            var pool = pool(config(1, 1));
            pool.pause();
            var handle = submit(pool, context -> "ran");

            assertThat(pool.close(SOON, SOON).isClean()).isTrue();
            assertThat(handle.state()).isEqualTo(TaskState.COMPLETED);
        }
    }

    @Nested
    class ADeadline {

        private final FakeClock clock = new FakeClock();

        private <T> TaskHandle<T> submitWithin(WorkerPool pool, Duration limit, Task<T> task) {
            return accepted(pool.submit(new TaskSpec("slow", Priority.BATCH, 0, Optional.of(limit)), task));
        }

        @Test
        void stopsTheTaskWhichFailsWithATimeout() {
            var pool = remember(Pools.withClock(config(1, 1), clock));
            var gate = new Gate();
            var handle = submitWithin(pool, Duration.ofSeconds(5), gate);
            gate.awaitStarted();
            clock.advance(Duration.ofSeconds(4));
            pool.fireDue();
            assertThat(handle.state()).isEqualTo(TaskState.RUNNING);

            clock.advance(Duration.ofSeconds(1));
            pool.fireDue();

            assertThat(end(handle))
                    .isInstanceOfSatisfying(
                            TaskResult.Failed.class,
                            failed -> assertThat(failed.cause())
                                    .isInstanceOf(TimeoutException.class)
                                    .hasMessageContaining("PT5S"));
        }

        @Test
        void countsFromTheStartNotFromTheSubmission() {
            var pool = remember(Pools.withClock(config(1, 1), clock));
            var first = new Gate();
            var second = new Gate();
            submit(pool, first);
            first.awaitStarted();
            var handle = submitWithin(pool, Duration.ofSeconds(5), second);
            clock.advance(Duration.ofMinutes(1));
            first.open();
            second.awaitStarted();
            pool.fireDue();

            assertThat(handle.state()).isEqualTo(TaskState.RUNNING);
        }

        @Test
        void passesByTheTimersOwnThread() {
            var pool = pool(config(1, 1));
            var handle = submitWithin(pool, Duration.ofMillis(5), new Gate());

            assertThat(end(handle))
                    .isInstanceOfSatisfying(
                            TaskResult.Failed.class,
                            failed -> assertThat(failed.cause()).isInstanceOf(TimeoutException.class));
        }

        @Test
        void thatIsFarAwayDoesNotKeepATaskThatHasEnded() {
            var pool = pool(config(1, 1));
            var held = new WeakReference<>(runWithPayload(pool));
            end(submit(pool, context -> true));

            eventually("the ended task's payload is let go", () -> {
                System.gc();
                return held.get() == null;
            });
        }

        private Object runWithPayload(WorkerPool pool) {
            var payload = new Object();
            end(submitWithin(pool, Duration.ofHours(1), context -> payload.hashCode()));
            return payload;
        }

        @Test
        void thatNeverPassedLeavesNoTrace() {
            var pool = remember(Pools.withClock(config(1, 1), clock));
            var handle = submitWithin(pool, Duration.ofSeconds(5), context -> "quick");
            end(handle);
            clock.advance(Duration.ofMinutes(1));
            pool.fireDue();

            assertThat(handle.state()).isEqualTo(TaskState.COMPLETED);
        }
    }

    @Nested
    class AClose {

        @Test
        void drainsWhatWaitsAndRuns() throws InterruptedException {
            var pool = pool(config(1, 2));
            var ran = new AtomicInteger();
            for (int i = 0; i < 100; i++) {
                submit(pool, context -> ran.incrementAndGet());
            }

            var report = pool.close(SOON, SOON);

            assertThat(report.isClean()).isTrue();
            assertThat(ran).hasValue(100);
            assertThat(pool.snapshot().liveWorkers()).isZero();
            assertThat(pool.submit(TaskSpec.of("late", Priority.BATCH, 0), context -> "never"))
                    .isInstanceOf(Submission.Closed.class);
        }

        @Test
        void cancelsWhatIsLeftWhenTheDrainTimeIsOver() throws InterruptedException {
            var pool = pool(config(1, 1));
            var gate = new Gate();
            submit(pool, "running", Priority.BATCH, 0, gate);
            var waiting = submit(pool, "waiting", Priority.BATCH, 0, context -> "never");
            gate.awaitStarted();

            var report = pool.close(Duration.ofMillis(1), SOON);

            assertThat(report.cancelled()).containsExactlyInAnyOrder("running", "waiting");
            assertThat(report.abandoned()).isEmpty();
            assertThat(waiting.result()).contains(new TaskResult.Cancelled<>(Duration.ZERO));
        }

        @Test
        void namesWhatItHadToAbandon() throws InterruptedException {
            var pool = pool(config(1, 1));
            var deaf = Gate.deafToCancel();
            var handle = submit(pool, "deaf", Priority.BATCH, 0, deaf);
            deaf.awaitStarted();

            var report = pool.close(Duration.ZERO, Duration.ofMillis(10));

            assertThat(report.abandoned()).containsExactly("deaf");
            assertThat(report.cancelled()).isEmpty();
            assertThat(handle.state()).isEqualTo(TaskState.CANCELLING);
            deaf.open();
            assertThat(end(handle)).isInstanceOf(TaskResult.Completed.class);
            assertThat(pool.close(SOON, SOON).isClean()).isTrue();
        }

        @Test
        void returnsOnlyAfterTheLastCallback() throws InterruptedException {
            var pool = pool(config(1, 1));
            var inCallback = new CountDownLatch(1);
            var letGo = new CountDownLatch(1);
            var ended = new AtomicInteger();
            var gate = new Gate();
            submit(pool, gate).onDone(result -> {
                inCallback.countDown();
                Gate.awaitLatch(letGo);
                ended.incrementAndGet();
            });
            gate.open();
            Gate.awaitLatch(inCallback);
            assertThat(pool.snapshot().running()).isZero();
            letGo.countDown();

            pool.close(SOON, SOON);

            assertThat(ended).hasValue(1);
        }

        @Test
        void isRefusedOnAWorkerWhichWouldWaitForItself() {
            var pool = pool(config(1, 1));

            var handle = submit(pool, context -> pool.close(SOON, SOON));

            assertThat(end(handle))
                    .isInstanceOfSatisfying(
                            TaskResult.Failed.class,
                            failed -> assertThat(failed.cause()).isInstanceOf(IllegalStateException.class));
        }

        @Test
        void whileTasksArePouredInEndsEachOfThem() throws InterruptedException {
            var pool = pool(config(1, 2));
            var handles = new ConcurrentLinkedQueue<TaskHandle<String>>();
            var feeding = new CountDownLatch(100);
            var feeder = Thread.ofPlatform().start(() -> {
                boolean open = true;
                while (open) {
                    var submission = pool.submit(TaskSpec.of("t", Priority.BATCH, 0), context -> "v");
                    if (submission instanceof Submission.Accepted<String> accepted) {
                        handles.add(accepted.handle());
                        feeding.countDown();
                    }
                    open = !(submission instanceof Submission.Closed<String>);
                }
            });
            Gate.awaitLatch(feeding);

            pool.close(Duration.ZERO, SOON);
            feeder.join(SOON);

            assertThat(handles).allMatch(handle -> handle.state().isFinal());
            var snapshot = pool.snapshot();
            assertThat(snapshot.completed() + snapshot.cancelled()).isEqualTo(handles.size());
        }
    }

    @Nested
    class AConfiguration {

        @Test
        void isRefusedWithTheReason() {
            assertThatThrownBy(() -> config(3, 2)).hasMessageContaining("minWorkers");
            assertThatThrownBy(() -> config(0, 0)).hasMessageContaining("maxWorkers");
            assertThatThrownBy(() -> Pools.withReadyLimit(config(1, 1), 0)).hasMessageContaining("readyLimit");
            assertThatThrownBy(() -> pool(config(1, 1)).resize(2, 1)).hasMessageContaining("minWorkers");
        }

        @Test
        void fitsThisMachine() {
            var config = PoolConfig.forThisMachine(1 << 30);

            assertThat(config.maxWorkers()).isEqualTo(Runtime.getRuntime().availableProcessors());
            assertThat(config.withWorkers(1).minWorkers()).isLessThanOrEqualTo(1);
        }
    }
}
