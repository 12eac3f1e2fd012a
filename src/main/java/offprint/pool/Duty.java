package offprint.pool;

/// What a worker that asks has to do next.
sealed interface Duty {

    /// The task is RUNNING on this worker from the moment it was handed out.
    record Run(PooledTask<?> task) implements Duty {}

    /// The ready window has drained: call those who wait for it.
    record CallDrainListeners() implements Duty {}

    /// Close the resources and end the thread; the worker is no longer counted.
    record Leave() implements Duty {}
}
