package offprint.pool;

/// Whether and why a task was asked to stop.
sealed interface StopRequest {

    record None() implements StopRequest {}

    /// @param atNanos the pool's clock
    record Cancel(long atNanos) implements StopRequest {}

    /// @param atNanos the pool's clock
    record DeadlinePassed(long atNanos) implements StopRequest {}
}
