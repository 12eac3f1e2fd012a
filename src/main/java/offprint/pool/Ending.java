package offprint.pool;

/// How a task left its worker.
sealed interface Ending<T> {

    record Returned<T>(T value) implements Ending<T> {}

    record Threw<T>(Throwable cause) implements Ending<T> {}

    /// An `Error` leaves a worker in a state that nobody can vouch for.
    default boolean killsWorker() {
        return switch (this) {
            case Returned<T> returned -> false;
            case Threw<T> threw -> threw.cause() instanceof Error;
        };
    }
}
