package offprint.app;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import offprint.pool.PoolConfig;
import offprint.pool.Priority;
import offprint.pool.Submission;
import offprint.pool.TaskSpec;
import offprint.pool.WorkerPool;

/// Calls a probe every few milliseconds from a worker of its own, which ranks as high as the window.
final class Prober {

    private static final Duration EVERY = Duration.ofMillis(5);

    private Prober() {}

    /// @return ends it
    static Runnable start(Runnable probe) {
        var pool = new WorkerPool(new PoolConfig(1, 1, 0, Duration.ofSeconds(1), 4, 1, 0));
        var over = new AtomicBoolean();
        var submission = pool.<Boolean>submit(TaskSpec.of("probe", Priority.INTERACTIVE, 0), context -> {
            while (!over.get() && !context.cancellation().isCancelled()) {
                probe.run();
                LockSupport.parkNanos(EVERY.toNanos());
            }
            pool.close(Duration.ZERO, Duration.ZERO);
            return true;
        });
        if (!(submission instanceof Submission.Accepted<Boolean>)) {
            throw new IllegalStateException("a fresh pool took no task");
        }
        return () -> over.set(true);
    }
}
