package offprint.pool;

import offprint.cancel.CancellationToken;

/// What a running task may ask of its worker. Valid only on that worker's thread, while the task runs.
public interface TaskContext {

    /// Tripped by a cancel, a passed deadline, or a close that ran out of time.
    CancellationToken cancellation();

    /// Which worker: 1, 2, … as in the thread's name `worker-1`.
    int workerNumber();

    /// This worker's own instance of a resource: built on first use, kept warm, closed when the worker retires.
    <R> R resource(WorkerLocal<R> resource) throws Exception;
}
