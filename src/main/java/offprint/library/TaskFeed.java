package offprint.library;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicBoolean;
import offprint.cancel.CancelledException;
import offprint.pool.Submission;
import offprint.pool.TaskContext;
import offprint.pool.TaskHandle;
import offprint.pool.TaskSpec;
import offprint.pool.WorkerPool;

/// Hands work to the pool in order and keeps what the pool has no room for until it has drained. Lives as long as its
/// pool. Any thread may call it; nothing waits.
final class TaskFeed {

    private final WorkerPool pool;
    private final Object lock = new Object();
    private final Deque<Entry> waiting = new ArrayDeque<>();

    TaskFeed(WorkerPool pool) {
        this.pool = pool;
        pool.onDrain(this::pump);
    }

    /// Submits the work now or when there is room.
    ///
    /// @param neverRan called once, instead of the work, when the pool cancelled it before it began or is closed
    void submit(TaskSpec spec, Work work, Runnable neverRan) {
        synchronized (lock) {
            waiting.add(new Entry(spec, work, neverRan, new AtomicBoolean()));
        }
        pump();
    }

    private void pump() {
        var accepted = new ArrayList<Entry>();
        var handles = new ArrayList<TaskHandle<Boolean>>();
        var refused = new ArrayList<Entry>();
        synchronized (lock) {
            boolean room = true;
            while (room && !waiting.isEmpty()) {
                var entry = waiting.getFirst();
                switch (pool.submit(entry.spec(), entry::run)) {
                    case Submission.Accepted<Boolean> taken -> {
                        waiting.removeFirst();
                        accepted.add(entry);
                        handles.add(taken.handle());
                    }
                    // Looked at once more: it may have drained between the refusal and now, and tells that only once.
                    case Submission.Full<Boolean> full ->
                        room = !pool.needsDrain(entry.spec().priority());
                    case Submission.Closed<Boolean> closed -> {
                        refused.addAll(waiting);
                        waiting.clear();
                    }
                }
            }
        }
        for (int i = 0; i < handles.size(); i++) {
            var entry = accepted.get(i);
            handles.get(i).onDone(result -> entry.endWithoutRun());
        }
        refused.forEach(Entry::endWithoutRun);
    }

    /// What a worker does.
    @FunctionalInterface
    interface Work {
        void run(TaskContext context) throws CancelledException;
    }

    private record Entry(TaskSpec spec, Work work, Runnable neverRan, AtomicBoolean begun) {

        boolean run(TaskContext context) throws CancelledException {
            begun.set(true);
            work.run(context);
            return true;
        }

        void endWithoutRun() {
            if (begun.compareAndSet(false, true)) {
                neverRan.run();
            }
        }
    }
}
