package offprint.pool;

import java.time.Duration;

/// How a task ended.
public sealed interface TaskResult<T> {

    /// @param waited from submission to start
    /// @param ran from start to end
    record Completed<T>(T value, Duration waited, Duration ran) implements TaskResult<T> {}

    /// @param cause what it threw, an `Error` included; a [java.util.concurrent.TimeoutException] for a passed deadline
    record Failed<T>(Throwable cause, Duration waited, Duration ran) implements TaskResult<T> {}

    /// @param timeToStop from the request to the moment the worker was free; zero for a task that had not started
    record Cancelled<T>(Duration timeToStop) implements TaskResult<T> {}
}
