package offprint.app;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import offprint.pool.Priority;
import offprint.pool.Submission;
import offprint.pool.TaskSpec;
import offprint.pool.WorkerPool;

/// Short disk work of the window, run on the pool in its order; what finds the pool full waits for it to drain. Any
/// thread.
final class Background implements AutoCloseable {

    /// Of its tasks.
    static final String LABEL = "Errand of the window";

    private final WorkerPool pool;
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final WorkerPool.Registration drained;

    Background(WorkerPool pool) {
        this.pool = pool;
        this.drained = pool.onDrain(this::submitWaiting);
    }

    void run(Runnable work) {
        waiting.add(work);
        submitWaiting();
    }

    private void submitWaiting() {
        boolean room = true;
        while (room && !waiting.isEmpty()) {
            var submission = pool.<Boolean>submit(TaskSpec.of(LABEL, Priority.INTERACTIVE, 0), context -> {
                context.cancellation().throwIfCancelled();
                var work = waiting.poll();
                if (work != null) {
                    work.run();
                }
                return true;
            });
            room = submission instanceof Submission.Accepted<Boolean> && waiting.size() > 1;
        }
    }

    /// Does on the caller's thread what no worker has begun yet: nothing that was asked for is forgotten.
    @Override
    public void close() {
        drained.close();
        for (var work = waiting.poll(); work != null; work = waiting.poll()) {
            work.run();
        }
    }
}
