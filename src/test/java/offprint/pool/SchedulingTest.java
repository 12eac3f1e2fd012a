package offprint.pool;

import static offprint.pool.Pools.config;
import static offprint.pool.Pools.end;
import static offprint.pool.Pools.eventually;
import static offprint.pool.Pools.submit;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Who goes first, who waits for memory, and how many workers there are.
class SchedulingTest extends OpenPools {

    private final List<String> order = Collections.synchronizedList(new ArrayList<>());

    private TaskHandle<Boolean> named(WorkerPool pool, String name, Priority priority, long bytes) {
        return submit(pool, name, priority, bytes, context -> order.add(name));
    }

    private TaskHandle<Boolean> named(WorkerPool pool, String name, Priority priority) {
        return named(pool, name, priority, 0);
    }

    @Nested
    class Priorities {

        @Test
        void goBeforeEachOtherAndFirstComeFirstServedWithinOne() {
            var pool = pool(config(1, 1));
            var gate = held(pool);
            var handles = List.of(
                    named(pool, "batch 1", Priority.BATCH),
                    named(pool, "batch 2", Priority.BATCH),
                    named(pool, "near", Priority.NEAR),
                    named(pool, "interactive 1", Priority.INTERACTIVE),
                    named(pool, "interactive 2", Priority.INTERACTIVE));
            gate.open();
            handles.forEach(Pools::end);

            assertThat(order).containsExactly("interactive 1", "interactive 2", "near", "batch 1", "batch 2");
        }

        @Test
        void areChangedWhileATaskWaits() {
            var pool = pool(config(1, 1));
            var gate = held(pool);
            var first = named(pool, "first", Priority.BATCH);
            var raised = named(pool, "raised", Priority.BATCH);
            var front = named(pool, "front", Priority.BATCH);

            assertThat(raised.reprioritise(Priority.INTERACTIVE)).isTrue();
            assertThat(front.moveToFront()).isTrue();
            assertThat(pool.snapshot().waiting()).containsEntry(Priority.INTERACTIVE, 1);
            gate.open();
            List.of(first, raised, front).forEach(Pools::end);

            assertThat(order).containsExactly("raised", "front", "first");
            assertThat(first.moveToFront()).isFalse();
            assertThat(first.reprioritise(Priority.NEAR)).isFalse();
        }

        @Test
        void starveNobodyUnderAFloodFromAbove() {
            var pool = pool(config(1, 1));
            var gate = held(pool);
            var handles = new ArrayList<TaskHandle<Boolean>>();
            handles.add(named(pool, "batch", Priority.BATCH));
            handles.add(named(pool, "near", Priority.NEAR));
            for (int i = 0; i < 100; i++) {
                handles.add(named(pool, "interactive", Priority.INTERACTIVE));
            }
            gate.open();
            handles.forEach(Pools::end);

            assertThat(order.indexOf("near")).isEqualTo(ReadyQueue.PATIENCE);
            assertThat(order.indexOf("batch")).isEqualTo(ReadyQueue.PATIENCE + 1);
        }
    }

    @Nested
    class TheReserve {

        @Test
        void takesWhatTheUserLooksAtWhileAllWorkersExport() {
            var pool = pool(Pools.withReserve(config(1, 1), 1));
            var export = held(pool);
            var batch = named(pool, "batch", Priority.BATCH);
            var thumbnail = new Gate();
            submit(pool, Priority.INTERACTIVE, thumbnail);
            thumbnail.awaitStarted();
            var second = named(pool, "second thumbnail", Priority.INTERACTIVE);

            assertThat(pool.snapshot().liveWorkers()).isEqualTo(2);
            assertThat(batch.state()).isEqualTo(TaskState.WAITING);
            thumbnail.open();
            end(second);
            assertThat(order).containsExactly("second thumbnail");
            assertThat(export.hasStarted()).isTrue();
        }

        @Test
        void isNotCalledWhileAnOrdinaryWorkerIsFree() {
            var pool = pool(Pools.withReserve(config(1, 2), 1));
            held(pool);
            end(named(pool, "thumbnail", Priority.INTERACTIVE));

            assertThat(pool.snapshot().liveWorkers()).isEqualTo(2);
            assertThat(held(pool).hasStarted()).isTrue();
            assertThat(pool.snapshot().liveWorkers()).isEqualTo(2);
        }
    }

    @Nested
    class TheMemoryBudget {

        private static final long BUDGET = 100;

        @Test
        void letsATaskWaitForRoomAndSaysSo() {
            var pool = pool(Pools.withBudget(config(2, 2), BUDGET));
            var gate = held(pool, 70);
            var big = named(pool, "big", Priority.BATCH, 40);

            eventually("it waits for memory", () -> big.state() == TaskState.WAITING_FOR_MEMORY);
            assertThat(pool.snapshot().waitingForMemory()).isEqualTo(1);
            assertThat(pool.snapshot().admittedBytes()).isEqualTo(70);
            gate.open();
            end(big);
            assertThat(pool.snapshot().admittedBytes()).isZero();
            assertThat(pool.snapshot().waitingForMemory()).isZero();
        }

        @Test
        void letsSmallerOnesPassTheBigOneButNotForEver() {
            var pool = pool(Pools.withBudget(config(2, 2), BUDGET));
            var gate = held(pool, 70);
            var handles = new ArrayList<TaskHandle<Boolean>>();
            handles.add(named(pool, "big", Priority.BATCH, 40));
            for (int i = 0; i < 20; i++) {
                handles.add(named(pool, "small", Priority.BATCH, 10));
            }
            int passes = Admission.PATIENCE / Admission.PASS_BY_PEER;
            eventually("the patience is used up", () -> order.size() == passes);
            gate.open();
            handles.forEach(Pools::end);

            assertThat(order.indexOf("big")).isBetween(passes, passes + 1);
        }

        @Test
        void runsATaskLargerThanAllOfItAlone() {
            var pool = pool(Pools.withBudget(config(3, 3), BUDGET));
            var gate = held(pool, 10);
            var huge = new Gate();
            var hugeHandle = submit(pool, "huge", Priority.BATCH, 1_000, huge);
            eventually("it waits", () -> hugeHandle.state() == TaskState.WAITING_FOR_MEMORY);
            gate.open();
            huge.awaitStarted();
            var small = named(pool, "small", Priority.BATCH, 1);
            var weightless = named(pool, "weightless", Priority.BATCH, 0);
            end(weightless);

            assertThat(small.state()).isEqualTo(TaskState.WAITING_FOR_MEMORY);
            huge.open();
            end(small);
        }

        @Test
        void isFreedWhenTheBlockedTaskIsCancelled() {
            var pool = pool(Pools.withBudget(config(2, 2), BUDGET));
            held(pool, 70);
            var big = named(pool, "big", Priority.BATCH, 40);
            eventually("it waits", () -> big.state() == TaskState.WAITING_FOR_MEMORY);

            assertThat(big.cancel()).isTrue();

            assertThat(pool.snapshot().waitingForMemory()).isZero();
            assertThat(end(named(pool, "small", Priority.BATCH, 20))).isInstanceOf(TaskResult.Completed.class);
        }

        @Test
        void isNeverExceededUnderRandomLoad() {
            long seed = System.nanoTime();
            var random = new Random(seed);
            var pool = pool(Pools.withBudget(config(4, 4), BUDGET));
            var held = new AtomicLong();
            var beside = new AtomicInteger();
            var violated = new AtomicBoolean();
            var handles = new ArrayList<TaskHandle<String>>();
            for (int i = 0; i < 900; i++) {
                long bytes = random.nextInt(20) == 0 ? 150 : 1 + random.nextInt(60);
                var priority = List.of(Priority.values()).get(random.nextInt(3));
                handles.add(submit(pool, "load", priority, bytes, context -> {
                    int others = beside.getAndIncrement();
                    long sum = held.addAndGet(bytes);
                    if (sum > BUDGET && (others > 0 || beside.get() > 1)) {
                        violated.set(true);
                    }
                    Thread.onSpinWait();
                    held.addAndGet(-bytes);
                    beside.decrementAndGet();
                    return "done";
                }));
            }
            handles.forEach(Pools::end);

            assertThat(violated).as("over budget with seed " + seed).isFalse();
            assertThat(pool.snapshot().completed()).isEqualTo(900);
            assertThat(pool.snapshot().admittedBytes()).isZero();
        }
    }

    @Nested
    class TheSize {

        @Test
        void growsWithNeedToTheMaximum() {
            var pool = pool(config(1, 3));
            assertThat(pool.snapshot().liveWorkers()).isEqualTo(1);
            for (int i = 0; i < 3; i++) {
                held(pool);
            }
            named(pool, "one too many", Priority.BATCH);

            assertThat(pool.snapshot().liveWorkers()).isEqualTo(3);
            assertThat(pool.snapshot().waitingTotal()).isEqualTo(1);
        }

        @Test
        void shrinksToTheMinimumWhenWorkersAreIdleForLong() {
            var clock = new FakeClock();
            var timeout = Duration.ofSeconds(30);
            var pool = remember(Pools.withClock(
                    Pools.withIdleTimeout(Pools.withReserve(config(1, 3), 1), timeout), clock));
            var gates = List.of(held(pool), held(pool), held(pool));
            var thumbnail = new Gate();
            submit(pool, Priority.INTERACTIVE, thumbnail);
            thumbnail.awaitStarted();
            assertThat(pool.snapshot().liveWorkers()).isEqualTo(4);
            gates.forEach(Gate::open);
            thumbnail.open();
            eventually("all are idle", () -> pool.snapshot().idleWorkers() == 4);
            clock.advance(timeout.minusNanos(1));
            pool.fireDue();
            assertThat(pool.snapshot().liveWorkers()).isEqualTo(4);

            clock.advance(Duration.ofNanos(1));
            // Once more each time round: a worker may not have lain down yet when the clock moved.
            eventually("one is left", () -> {
                pool.fireDue();
                return pool.snapshot().liveWorkers() == 1;
            });
            assertThat(end(named(pool, "still works", Priority.BATCH))).isInstanceOf(TaskResult.Completed.class);
        }

        @Test
        void goesUpWhileRunning() {
            var pool = pool(config(1, 1));
            held(pool);
            var second = new Gate();
            submit(pool, second);
            assertThat(second.hasStarted()).isFalse();

            pool.resize(2, 2);

            second.awaitStarted();
        }

        @Test
        void goesDownAsTheWorkersLeaveTheirTasks() {
            var pool = pool(config(3, 3));
            var gates = List.of(held(pool), held(pool), held(pool));

            pool.resize(1, 1);

            assertThat(pool.snapshot().liveWorkers()).isEqualTo(3);
            gates.forEach(Gate::open);
            eventually("one is left", () -> pool.snapshot().liveWorkers() == 1);
            assertThat(end(named(pool, "still works", Priority.BATCH))).isInstanceOf(TaskResult.Completed.class);
        }

        @Test
        void isMendedAfterTheSystemGaveNoThread() {
            var clock = new FakeClock();
            var refusals = new AtomicInteger(1);
            var pool = remember(new WorkerPool(config(0, 1), clock, worker -> {
                if (refusals.getAndDecrement() > 0) {
                    throw new OutOfMemoryError("unable to create native thread");
                }
                WorkerPool.startThread(worker);
            }));
            var handle = named(pool, "patient", Priority.BATCH);
            assertThat(pool.snapshot().liveWorkers()).isZero();

            clock.advance(Duration.ofSeconds(2));
            pool.fireDue();

            assertThat(end(handle)).isInstanceOf(TaskResult.Completed.class);
        }
    }
}
