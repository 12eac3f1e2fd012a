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
/// @param readyLimit tasks of one priority that may wait, so that a queue full of exports never turns away what the
///     user looks at; a submission beyond it is told [Submission.Full]
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

    public PoolConfig {
        require(minWorkers >= 0, "0 or more", "minWorkers", minWorkers);
        require(maxWorkers >= 1, "1 or more", "maxWorkers", maxWorkers);
        require(minWorkers <= maxWorkers, "maxWorkers (" + maxWorkers + ") or less", "minWorkers", minWorkers);
        require(interactiveReserve >= 0, "0 or more", "interactiveReserve", interactiveReserve);
        require(!idleTimeout.isNegative(), "no negative time", "idleTimeout", idleTimeout);
        require(readyLimit >= 1, "1 or more", "readyLimit", readyLimit);
        require(memoryBudgetBytes >= 0, "0 or more", "memoryBudgetBytes", memoryBudgetBytes);
        require(workerNiceness >= 0 && workerNiceness <= 19, "0 to 19", "workerNiceness", workerNiceness);
    }

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

    static void require(boolean holds, String expected, String name, Object received) {
        if (!holds) {
            throw new IllegalArgumentException("expected " + expected + " for " + name + " but received " + received);
        }
    }
}
