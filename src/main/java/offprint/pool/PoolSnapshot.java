package offprint.pool;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The pool at one moment: immutable, cheap, for the window and for reports.
///
/// @param takenNanos `System.nanoTime` of the moment
/// @param paused whether nothing new is started
/// @param waiting tasks in the queue by priority, those that wait for memory included
/// @param waitingForMemory tasks that are next but do not fit the budget yet
/// @param running tasks on a worker, those being cancelled included
/// @param cancelling running tasks that were asked to stop
/// @param idleWorkers workers without work
/// @param liveWorkers threads, working or idle
/// @param completed tasks ended well, since the pool was made
/// @param failed tasks that threw
/// @param cancelled tasks cancelled, waiting or running
/// @param restarts workers replaced after they died
/// @param waitTime from submission to start
/// @param runTime from start to end
/// @param stopTime from a running task's cancel to its worker being free
/// @param utilisation busy time over the time of all workers in the last ten seconds, 0–1
/// @param admittedBytes estimates of the running tasks, summed
/// @param memoryBudgetBytes the most that [#admittedBytes] may be, a lone larger task excepted
/// @param depthHistory tasks waiting, one sample a second, the oldest first, two minutes at most
/// @param workers one for each live worker, by number
public record PoolSnapshot(
        long takenNanos,
        boolean paused,
        Map<Priority, Integer> waiting,
        int waitingForMemory,
        int running,
        int cancelling,
        int idleWorkers,
        int liveWorkers,
        long completed,
        long failed,
        long cancelled,
        long restarts,
        Percentiles waitTime,
        Percentiles runTime,
        Percentiles stopTime,
        double utilisation,
        long admittedBytes,
        long memoryBudgetBytes,
        List<Integer> depthHistory,
        List<WorkerLane> workers) {

    public PoolSnapshot {
        waiting = Map.copyOf(waiting);
        depthHistory = List.copyOf(depthHistory);
        workers = List.copyOf(workers);
    }

    public int waitingTotal() {
        return waiting.values().stream().mapToInt(Integer::intValue).sum();
    }

    /// Of a distribution of durations; all zero while `count` is.
    public record Percentiles(long count, Duration p50, Duration p99, Duration max) {}

    /// What one worker does.
    ///
    /// @param workerNumber 1, 2, …
    /// @param task empty while idle
    public record WorkerLane(int workerNumber, Optional<RunningTask> task) {}

    /// A task on a worker.
    ///
    /// @param taskId [TaskHandle#id]
    /// @param label of its spec
    /// @param state RUNNING or CANCELLING
    /// @param ranFor since its start
    public record RunningTask(long taskId, String label, TaskState state, Duration ranFor) {}
}
