package offprint.pool;

/// The sum of the estimates of running tasks, and the most it may be. Guarded by the pool's lock.
final class MemoryBudget {

    private final long budgetBytes;
    private long admittedBytes;

    MemoryBudget(long budgetBytes) {
        this.budgetBytes = budgetBytes;
    }

    /// Whether there is room now. What takes no memory always fits; what is larger than the whole budget fits when
    /// nothing else holds memory.
    boolean hasRoomFor(long bytes) {
        return bytes == 0 || admittedBytes == 0 || bytes <= budgetBytes - admittedBytes;
    }

    void admit(long bytes) {
        if (!hasRoomFor(bytes)) {
            throw new IllegalStateException("no room for " + bytes + " beside " + admittedBytes);
        }
        admittedBytes += bytes;
    }

    void release(long bytes) {
        if (bytes > admittedBytes) {
            throw new IllegalStateException("released " + bytes + " of " + admittedBytes);
        }
        admittedBytes -= bytes;
    }

    long admittedBytes() {
        return admittedBytes;
    }

    long budgetBytes() {
        return budgetBytes;
    }
}
