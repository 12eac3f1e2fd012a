package offprint.pool;

/// What became of an attempt to submit.
public sealed interface Submission<T> {

    record Accepted<T>(TaskHandle<T> handle) implements Submission<T> {}

    /// The ready window is full: come back when the pool has drained (see [WorkerPool#onDrain]).
    record Full<T>() implements Submission<T> {}

    /// The pool takes nothing any more.
    record Closed<T>() implements Submission<T> {}
}
