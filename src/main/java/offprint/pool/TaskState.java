package offprint.pool;

/// Where a task is. Moves only downwards, save that a task which is moved to another priority while it waits for memory
/// waits in line again; the last three are final.
public enum TaskState {
    /// In the queue.
    WAITING,
    /// Next in line and a worker would be free, but the memory budget has no room for it yet.
    WAITING_FOR_MEMORY,
    /// On a worker.
    RUNNING,
    /// Asked to stop, and the worker has not left it yet.
    CANCELLING,
    COMPLETED,
    FAILED,
    CANCELLED;

    public boolean isFinal() {
        return this == COMPLETED || this == FAILED || this == CANCELLED;
    }
}
