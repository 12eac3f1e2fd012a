package offprint.pool;

import java.time.Duration;
import java.util.function.Predicate;

/// The bounded pool.
public final class WorkerPool implements AutoCloseable {

    public WorkerPool(PoolConfig config) {
        throw new UnsupportedOperationException(config.toString());
    }

    /// Submits if the ready window has room; never blocks, never runs the task on the caller's thread.
    public <T> Submission<T> submit(TaskSpec spec, Task<T> task) {
        throw new UnsupportedOperationException(spec.label() + task);
    }

    /// Whether a submission would be told [Submission.Full].
    public boolean needsDrain() {
        throw new UnsupportedOperationException();
    }

    /// Registers a listener that is called on a worker's thread whenever the ready window has fallen to half after it
    /// had
    /// been full. Close the registration to leave.
    public Registration onDrain(Runnable listener) {
        throw new UnsupportedOperationException(listener.toString());
    }

    /// Cancels every task, waiting or running, that the predicate chooses.
    ///
    /// @return how many cancels made a difference
    public int cancelIf(Predicate<TaskSpec> which) {
        throw new UnsupportedOperationException(which.toString());
    }

    /// Running tasks go on; nothing new starts, until [#resume].
    public void pause() {
        throw new UnsupportedOperationException();
    }

    public void resume() {
        throw new UnsupportedOperationException();
    }

    /// Changes the size while running; workers above the new maximum retire after their task.
    public void resize(int minWorkers, int maxWorkers) {
        throw new UnsupportedOperationException("" + minWorkers + maxWorkers);
    }

    public PoolSnapshot snapshot() {
        throw new UnsupportedOperationException();
    }

    /// Whether the system lowers the rank of workers, or the reason why not, for the status line.
    public String niceness() {
        throw new UnsupportedOperationException();
    }

    /// Stops intake, lets queued and running tasks end for at most `drainTimeout`, then cancels what is left and waits
    /// for
    /// at most `graceTimeout`. A paused pool is resumed first.
    public CloseReport close(Duration drainTimeout, Duration graceTimeout) throws InterruptedException {
        throw new UnsupportedOperationException("" + drainTimeout + graceTimeout);
    }

    /// Cancels everything and waits a bounded time: [#close(Duration, Duration)] without a drain.
    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }

    /// A listener's place.
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}
