package offprint.pool;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;

/// Takes a [PoolSnapshot] of the pool's parts. Guarded by the pool's lock.
record Snapshots(ReadyQueue queue, Admission admission, MemoryBudget budget, Crew crew, PoolMetrics metrics) {

    PoolSnapshot take(long nowNanos, boolean paused) {
        var running = crew.running();
        var live = crew.live();
        return new PoolSnapshot(
                nowNanos,
                paused,
                waiting(),
                admission.waitingForMemory(),
                running.size(),
                (int) running.stream()
                        .filter(task -> task.state() == TaskState.CANCELLING)
                        .count(),
                (int) live.stream().filter(worker -> worker.current.isEmpty()).count(),
                live.size(),
                metrics.completed(),
                metrics.failed(),
                metrics.cancelled(),
                metrics.restarts(),
                metrics.waitTime.percentiles(),
                metrics.runTime.percentiles(),
                metrics.stopTime.percentiles(),
                metrics.utilisation(nowNanos),
                budget.admittedBytes(),
                budget.budgetBytes(),
                metrics.depthHistory(nowNanos),
                lanes(live, nowNanos));
    }

    private EnumMap<Priority, Integer> waiting() {
        var waiting = new EnumMap<Priority, Integer>(Priority.class);
        for (var priority : Priority.values()) {
            waiting.put(priority, queue.size(priority));
        }
        return waiting;
    }

    private static List<PoolSnapshot.WorkerLane> lanes(List<Worker> live, long nowNanos) {
        return live.stream()
                .map(worker -> new PoolSnapshot.WorkerLane(
                        worker.number, worker.current.map(task -> runningTask(task, nowNanos))))
                .toList();
    }

    private static PoolSnapshot.RunningTask runningTask(PooledTask<?> task, long nowNanos) {
        return new PoolSnapshot.RunningTask(
                task.id(), task.spec().label(), task.state(), Duration.ofNanos(nowNanos - task.startedNanos));
    }
}
