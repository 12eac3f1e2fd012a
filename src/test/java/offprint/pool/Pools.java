package offprint.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/// Short ways to build and feed pools in tests.
final class Pools {

    static final Duration SOON = Gate.SOON;

    private Pools() {}

    /// Nothing special: no reserve, a long idle time, room for a thousand, no memory limit, no lower rank.
    static PoolConfig config(int minWorkers, int maxWorkers) {
        return new PoolConfig(minWorkers, maxWorkers, 0, Duration.ofMinutes(10), 1_000, Long.MAX_VALUE / 4, 0);
    }

    static PoolConfig withReserve(PoolConfig config, int reserve) {
        return new PoolConfig(
                config.minWorkers(),
                config.maxWorkers(),
                reserve,
                config.idleTimeout(),
                config.readyLimit(),
                config.memoryBudgetBytes(),
                config.workerNiceness());
    }

    static PoolConfig withReadyLimit(PoolConfig config, int readyLimit) {
        return new PoolConfig(
                config.minWorkers(),
                config.maxWorkers(),
                config.interactiveReserve(),
                config.idleTimeout(),
                readyLimit,
                config.memoryBudgetBytes(),
                config.workerNiceness());
    }

    static PoolConfig withBudget(PoolConfig config, long bytes) {
        return new PoolConfig(
                config.minWorkers(),
                config.maxWorkers(),
                config.interactiveReserve(),
                config.idleTimeout(),
                config.readyLimit(),
                bytes,
                config.workerNiceness());
    }

    static PoolConfig withIdleTimeout(PoolConfig config, Duration idleTimeout) {
        return new PoolConfig(
                config.minWorkers(),
                config.maxWorkers(),
                config.interactiveReserve(),
                idleTimeout,
                config.readyLimit(),
                config.memoryBudgetBytes(),
                config.workerNiceness());
    }

    static WorkerPool withClock(PoolConfig config, LongSupplier clock) {
        return new WorkerPool(config, clock, WorkerPool::startThread);
    }

    static <T> TaskHandle<T> submit(WorkerPool pool, String label, Priority priority, long bytes, Task<T> task) {
        return accepted(pool.submit(TaskSpec.of(label, priority, bytes), task));
    }

    static <T> TaskHandle<T> submit(WorkerPool pool, Priority priority, Task<T> task) {
        return submit(pool, "task", priority, 0, task);
    }

    static <T> TaskHandle<T> submit(WorkerPool pool, Task<T> task) {
        return submit(pool, Priority.BATCH, task);
    }

    static <T> TaskHandle<T> accepted(Submission<T> submission) {
        assertThat(submission).isInstanceOf(Submission.Accepted.class);
        return ((Submission.Accepted<T>) submission).handle();
    }

    static <T> TaskResult<T> end(TaskHandle<T> handle) {
        try {
            return handle.await(SOON);
        } catch (Exception failure) {
            throw new AssertionError(handle.spec().label() + " did not end: " + handle.state(), failure);
        }
    }

    /// Looks again and again until it holds; for what no latch can tell.
    static void eventually(String what, BooleanSupplier condition) {
        long endNanos = System.nanoTime() + SOON.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("time until " + what).isLessThan(endNanos);
            LockSupport.parkNanos(200_000);
        }
    }
}
