package offprint.export;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicBoolean;
import offprint.pool.Priority;
import offprint.pool.Submission;
import offprint.pool.TaskResult;
import offprint.pool.TaskSpec;
import offprint.pool.WorkerPool;

/// The service's own small work on the pool: kept while the pool is too full for it, done on the spot once the pool
/// takes nothing any more, never lost. Any thread may call it.
final class Errands implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Errands.class.getName());

    private final WorkerPool pool;
    private final Deque<Errand> kept = new ArrayDeque<>();
    private final WorkerPool.Registration drain;

    Errands(WorkerPool pool) {
        this.pool = pool;
        this.drain = pool.onDrain(this::runKept);
    }

    private record Errand(String label, Priority priority, Runnable work, AtomicBoolean begun) {}

    void run(String label, Priority priority, Runnable work) {
        var errand = new Errand(label, priority, work, new AtomicBoolean());
        if (!submit(errand)) {
            synchronized (kept) {
                kept.add(errand);
            }
            if (!pool.needsDrain()) {
                // It has drained between the refusal and the keeping.
                runKept();
            }
        }
    }

    private void runKept() {
        while (true) {
            Errand errand;
            synchronized (kept) {
                errand = kept.poll();
            }
            if (errand == null) {
                return;
            }
            if (!submit(errand)) {
                synchronized (kept) {
                    kept.addFirst(errand);
                }
                return;
            }
        }
    }

    private boolean submit(Errand errand) {
        Submission<Boolean> submission = pool.submit(TaskSpec.of(errand.label, errand.priority, 0), context -> {
            guarded(errand);
            return true;
        });
        return switch (submission) {
            case Submission.Accepted<Boolean> accepted -> {
                accepted.handle().onDone(result -> {
                    if (result instanceof TaskResult.Cancelled<Boolean>) {
                        // Nobody cancels an errand but a pool that closes; what it is for must still happen.
                        guarded(errand);
                    }
                });
                yield true;
            }
            case Submission.Full<Boolean> full -> false;
            case Submission.Closed<Boolean> closed -> {
                guarded(errand);
                yield true;
            }
        };
    }

    private static void guarded(Errand errand) {
        if (!errand.begun.compareAndSet(false, true)) {
            return;
        }
        try {
            errand.work.run();
        } catch (RuntimeException failure) {
            LOG.log(System.Logger.Level.ERROR, "unexpected failure: " + errand.label, failure);
        }
    }

    @Override
    public void close() {
        drain.close();
        runKept();
    }
}
