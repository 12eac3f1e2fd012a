package offprint.pool;

import java.util.concurrent.Callable;

/// A resource of which every worker has its own: a warm codec, a scratch buffer, a model. The object is the key; keep
/// it.
/// If what it builds is an [AutoCloseable], it is closed on the worker's thread when the worker retires or dies.
public record WorkerLocal<R>(String name, Callable<? extends R> factory) {

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
