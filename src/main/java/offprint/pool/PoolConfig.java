package offprint.pool;

import java.time.Duration;

/// How a pool is built.
///
/// @param minWorkers workers that stay, 0 or more
/// @param maxWorkers workers at most, 1 or more
/// @param interactiveReserve further workers that take interactive tasks only, so that what the user looks at never
/// waits
///     for an export to end; 0 or more
/// @param idleTimeout how long a worker above the minimum stays without work
/// @param readyLimit tasks that may wait; a submission beyond it is told [Submission.Full]
/// @param memoryBudgetBytes sum of the estimates of running tasks; a larger task runs alone
/// @param workerNiceness how much lower than the window the system should rank workers: 0 (as the window) – 19
public record PoolConfig(
        int minWorkers,
        int maxWorkers,
        int interactiveReserve,
        Duration idleTimeout,
        int readyLimit,
        long memoryBudgetBytes,
        int workerNiceness) {

    /// One worker a processor, of which one stays; the processors honour the limits of a container.
    public static PoolConfig forThisMachine(long memoryBudgetBytes) {
        int processors = Runtime.getRuntime().availableProcessors();
        return new PoolConfig(
                1, processors, 1, Duration.ofSeconds(30), Math.max(64, processors * processors), memoryBudgetBytes, 10);
    }

    public PoolConfig withWorkers(int workers) {
        return new PoolConfig(
                Math.min(minWorkers, workers),
                workers,
                interactiveReserve,
                idleTimeout,
                readyLimit,
                memoryBudgetBytes,
                workerNiceness);
    }
}
