package offprint.pool;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/// The pool's one lock, and the rule that nothing foreign runs under it. The story of it is told at [WorkerPool].
final class PoolLock {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition somethingEnded = lock.newCondition();

    /// Changes the state under the lock, then brings about the effects outside of it.
    <R> R locked(Function<Effects, R> change) {
        var effects = new Effects();
        R answer;
        lock.lock();
        try {
            answer = change.apply(effects);
        } finally {
            lock.unlock();
        }
        effects.run();
        return answer;
    }

    /// As [#locked] for what has no effects, if nobody else has the lock at the moment.
    <R> Optional<R> tryLocked(Supplier<R> look) {
        if (!lock.tryLock()) {
            return Optional.empty();
        }
        try {
            return Optional.of(look.get());
        } finally {
            lock.unlock();
        }
    }

    /// As [#locked], without an answer.
    void run(Consumer<Effects> change) {
        locked(effects -> {
            change.accept(effects);
            return true;
        });
    }

    Condition newCondition() {
        return lock.newCondition();
    }

    /// For one who waits on a [Condition].
    void lock() {
        lock.lock();
    }

    void unlock() {
        lock.unlock();
    }

    /// Under the lock: lets [#await] look again.
    void somethingEnded() {
        somethingEnded.signalAll();
    }

    /// Waits by the system's clock, whatever the pool's is.
    ///
    /// @return whether the condition came true; false when the time ran out first
    boolean await(Duration timeout, BooleanSupplier condition) throws InterruptedException {
        lock.lock();
        try {
            long left = Times.saturatedNanos(timeout);
            while (!condition.getAsBoolean()) {
                if (left <= 0) {
                    return false;
                }
                left = somethingEnded.awaitNanos(left);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }
}
