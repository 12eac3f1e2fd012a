package offprint.preview;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import offprint.cancel.CancellationSource;
import offprint.cancel.CancellationToken;
import offprint.cancel.CancelledException;
import offprint.pool.TaskContext;
import offprint.pool.TaskHandle;
import offprint.pool.TaskSpec;

/// What one question asks of the pool: one task after the other, never two at once, until it is done or something newer
/// is asked. Any thread may call it.
abstract class NewestJob {

    private final CancellationSource source = new CancellationSource();
    private final AtomicBoolean claimed = new AtomicBoolean();
    private volatile Optional<TaskHandle<Boolean>> handle = Optional.empty();

    /// Whether another task is to follow.
    abstract boolean hasWork();

    /// Of the next task.
    abstract TaskSpec spec();

    /// The next task, on a worker.
    abstract void work() throws CancelledException;

    /// Tripped when nobody wants the answer any more.
    final CancellationToken token() {
        return source.token();
    }

    /// Whether there is a task, and the caller is the one to bring it into the pool.
    final boolean claim() {
        return hasWork() && !token().isCancelled() && claimed.compareAndSet(false, true);
    }

    /// It could not be brought into the pool; somebody else may try.
    final void returnClaim() {
        claimed.set(false);
    }

    final void submitted(TaskHandle<Boolean> taken) {
        handle = Optional.of(taken);
        if (token().isCancelled()) {
            taken.cancel();
        }
    }

    /// Something newer is wanted: leaves the pool at once when it waits, stops when it runs.
    final void supersede() {
        source.cancel();
        handle.ifPresent(TaskHandle::cancel);
    }

    /// Does the next task.
    final void run(TaskContext context) throws CancelledException {
        var poolsCancel = context.cancellation().onCancel(source::cancel);
        try {
            token().throwIfCancelled();
            work();
            returnClaim();
        } catch (CancelledException cancelled) {
            if (context.cancellation().isCancelled()) {
                throw cancelled;
            }
        } finally {
            poolsCancel.close();
        }
    }
}
