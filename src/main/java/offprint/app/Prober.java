package offprint.app;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import offprint.pool.PoolConfig;
import offprint.pool.Priority;
import offprint.pool.Submission;
import offprint.pool.TaskSpec;
import offprint.pool.WorkerPool;

/// Calls a probe every few milliseconds from a worker of its own, which ranks as high as the window and goes home by
/// itself when it has nothing more to do.
final class Prober {

    private static final Duration EVERY = Duration.ofMillis(5);

    private Prober() {}

    /// @return ends it
    static Runnable start(Runnable probe) {
        var pool = new WorkerPool(new PoolConfig(0, 1, 0, Duration.ofMillis(100), 4, 1, 0));
        var over = new AtomicBoolean();
        var submission = pool.<Boolean>submit(TaskSpec.of("probe", Priority.INTERACTIVE, 0), context -> {
            while (!over.get() && !context.cancellation().isCancelled()) {
                probe.run();
                LockSupport.parkNanos(EVERY.toNanos());
            }
            return true;
        });
        if (!(submission instanceof Submission.Accepted<Boolean>)) {
            throw new IllegalStateException("a fresh pool took no task");
        }
        return () -> over.set(true);
    }
}
