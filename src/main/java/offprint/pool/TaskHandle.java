package offprint.pool;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/// A submitted task, for whoever watches or cancels it. Any thread may call it.
public interface TaskHandle<T> {

    /// Unique within its pool, growing with submission.
    long id();

    TaskSpec spec();

    TaskState state();

    /// Asks it to stop: a waiting task is gone at once, a running one is CANCELLING until its worker has left it.
    ///
    /// @return whether this call made a difference; false when it has ended or was asked before
    boolean cancel();

    /// Moves a waiting task to another priority, behind those that wait there.
    ///
    /// @return whether it was still waiting
    boolean reprioritise(Priority priority);

    /// Moves a waiting task before all others of its priority.
    ///
    /// @return whether it was still waiting
    boolean moveToFront();

    /// How it ended, or empty while it has not.
    Optional<TaskResult<T>> result();

    /// Calls back once with the end, on the thread that ended it (a worker's, or a canceller's), or at once on this
    /// thread when it has ended. A callback must be short; what it throws is logged and does no harm.
    void onDone(Consumer<TaskResult<T>> callback);

    /// Waits for the end. Never on the FX thread.
    ///
    /// @throws java.util.concurrent.TimeoutException when it has not ended after `timeout`
    TaskResult<T> await(Duration timeout) throws InterruptedException, java.util.concurrent.TimeoutException;
}
