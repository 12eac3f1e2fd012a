package offprint.preview;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import offprint.cancel.CancelledException;
import offprint.pool.Submission;
import offprint.pool.TaskContext;
import offprint.pool.WorkerPool;

/// Keeps the pool busy with the newest job only: the one before it is cancelled, waiting or running. Any thread may
/// call it; its methods return at once.
final class NewestWins implements AutoCloseable {

    private final WorkerPool pool;
    private final WorkerPool.Registration drain;
    private final AtomicInteger running = new AtomicInteger();
    private final Object lock = new Object();
    private Optional<NewestJob> current = Optional.empty();
    private boolean closed;

    NewestWins(WorkerPool pool) {
        this.pool = pool;
        this.drain = pool.onDrain(this::submitWaiting);
    }

    void replaceBy(NewestJob job) {
        replace(Optional.of(job));
        submitWaiting();
    }

    void clear() {
        replace(Optional.empty());
    }

    /// Whether nothing is asked now.
    boolean isIdle() {
        synchronized (lock) {
            return current.isEmpty();
        }
    }

    /// Tasks that a worker is busy with: the current job's, and older ones that have not left yet.
    int running() {
        return running.get();
    }

    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
        }
        drain.close();
        clear();
    }

    private void replace(Optional<NewestJob> next) {
        Optional<NewestJob> before;
        synchronized (lock) {
            before = current;
            current = closed ? Optional.empty() : next;
        }
        before.ifPresent(NewestJob::supersede);
    }

    /// Brings the job's next task into the pool; where that is full, the next drain does it.
    private void submitWaiting() {
        boolean again = true;
        while (again) {
            Optional<NewestJob> claimed;
            synchronized (lock) {
                claimed = current.filter(NewestJob::claim);
            }
            if (claimed.isEmpty()) {
                return;
            }
            var job = claimed.get();
            var spec = job.spec();
            again = switch (pool.submit(spec, context -> run(job, context))) {
                case Submission.Accepted<Boolean> accepted -> {
                    job.submitted(accepted.handle());
                    yield false;
                }
                // Looked at once more: it may have drained between the refusal and now, and tells that only once.
                case Submission.Full<Boolean> full -> {
                    job.returnClaim();
                    yield !pool.needsDrain(spec.priority());
                }
                case Submission.Closed<Boolean> refused -> false;
            };
        }
    }

    private boolean run(NewestJob job, TaskContext context) throws CancelledException {
        running.incrementAndGet();
        try {
            job.run(context);
        } finally {
            running.decrementAndGet();
        }
        submitWaiting();
        return true;
    }
}
