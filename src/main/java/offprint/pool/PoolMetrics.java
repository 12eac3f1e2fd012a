package offprint.pool;

import java.util.List;

/// The pool's counters and distributions. Guarded by the pool's lock.
final class PoolMetrics {

    final DurationHistogram waitTime = new DurationHistogram();
    final DurationHistogram runTime = new DurationHistogram();
    final DurationHistogram stopTime = new DurationHistogram();
    private final RollingIntegral busy;
    private final RollingIntegral alive;
    private final DepthHistory depth;
    private long completed;
    private long failed;
    private long cancelled;
    private long restarts;

    PoolMetrics(long nowNanos) {
        busy = new RollingIntegral(nowNanos);
        alive = new RollingIntegral(nowNanos);
        depth = new DepthHistory(nowNanos);
    }

    void depthIs(long nowNanos, int waiting) {
        depth.changedTo(nowNanos, waiting);
    }

    void workerCame(long nowNanos) {
        alive.add(nowNanos, 1);
    }

    void workerLeft(long nowNanos) {
        alive.add(nowNanos, -1);
    }

    void workerDied() {
        restarts++;
    }

    void started(PooledTask<?> task) {
        waitTime.record(task.startedNanos - task.submittedNanos);
        busy.add(task.startedNanos, 1);
    }

    /// @param task that has left its worker and is in its final state
    void left(PooledTask<?> task, long nowNanos) {
        runTime.record(nowNanos - task.startedNanos);
        busy.add(nowNanos, -1);
        switch (task.stop) {
            case StopRequest.None none -> {}
            case StopRequest.Cancel cancel -> stopTime.record(nowNanos - cancel.atNanos());
            case StopRequest.DeadlinePassed passed -> stopTime.record(nowNanos - passed.atNanos());
        }
        count(task.state());
    }

    void cancelledBeforeStart() {
        cancelled++;
    }

    private void count(TaskState end) {
        switch (end) {
            case COMPLETED -> completed++;
            case FAILED -> failed++;
            case CANCELLED -> cancelled++;
            case WAITING, WAITING_FOR_MEMORY, RUNNING, CANCELLING ->
                throw new IllegalArgumentException(end + " is no end");
        }
    }

    long completed() {
        return completed;
    }

    long failed() {
        return failed;
    }

    long cancelled() {
        return cancelled;
    }

    long restarts() {
        return restarts;
    }

    /// 0–1, over the last ten seconds.
    double utilisation(long nowNanos) {
        double aliveSum = alive.sum(nowNanos);
        return aliveSum == 0 ? 0 : Math.clamp(busy.sum(nowNanos) / aliveSum, 0.0, 1.0);
    }

    List<Integer> depthHistory(long nowNanos) {
        return depth.samples(nowNanos);
    }
}
