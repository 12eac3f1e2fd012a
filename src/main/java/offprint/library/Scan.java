package offprint.library;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import offprint.cancel.CancellationToken;
import offprint.cancel.CancelledException;
import offprint.pool.Priority;
import offprint.pool.TaskContext;
import offprint.pool.TaskSpec;

/// One scan under way: tasks that walk a slice each, tasks that probe a batch of headers each, and the telling of it
/// all in order, by one thread at a time.
///
/// The walk is one task at a time, short, and goes to the back of the line after each slice, so that a slow disk never
/// keeps a worker; probes run beside each other and their photos wait for those found before them.
final class Scan {

    private static final System.Logger LOG = System.getLogger(Scan.class.getName());

    /// Photos a batch; those of the first screen are small, so that its thumbnails come between them.
    private static final int FIRST_BATCH = 6;

    private static final int BATCH = 32;

    /// So many fill the first screen, and are looked for before anything else; for the rest the thumbnails on that
    /// screen do not wait.
    private static final int FIRST_SCREEN = 64;

    /// The longest that a slice collects before what it has goes on.
    private static final long SLICE_NANOS = 30_000_000;

    /// Batches found and not yet told, at most; the walk waits beyond it, so that memory does not grow with the drop.
    private static final int MAX_BATCHES = 16;

    /// A guess at what a walk or the reading of headers takes, for the pool's admission.
    private static final long TASK_BYTES = 1 << 20;

    private final HeaderProbe probe;
    private final TaskFeed feed;
    private final PhotoScanner.ScanListener listener;
    private final CancellationToken cancellation;
    private final FolderWalk walk;

    private final Object lock = new Object();
    private final Map<Integer, List<Photo>> finishedBatches = new HashMap<>();
    private final Deque<Runnable> news = new ArrayDeque<>();
    private int batchesFound;
    private int photosFound;
    private int batchesTold;
    private int tasks;
    private boolean walkWaits;
    private boolean stopped;
    private boolean ended;
    private boolean telling;

    Scan(
            HeaderProbe probe,
            TaskFeed feed,
            List<Path> dropped,
            PhotoScanner.ScanListener listener,
            CancellationToken cancellation) {
        this.probe = probe;
        this.feed = feed;
        this.listener = listener;
        this.cancellation = cancellation;
        this.walk = new FolderWalk(dropped, (path, reason) -> tell(() -> listener.skipped(path, reason)));
    }

    void start() {
        submitWalk();
    }

    private void submitWalk() {
        submit("Looking for photos", this::walkSlice);
    }

    /// Every task counts until it has ended, whichever way; the last one tells the end.
    private void submit(String label, TaskFeed.Work work) {
        Priority priority;
        synchronized (lock) {
            tasks++;
            priority = photosFound < FIRST_SCREEN ? Priority.INTERACTIVE : Priority.NEAR;
        }
        feed.submit(
                TaskSpec.of(label, priority, TASK_BYTES),
                context -> {
                    try {
                        work.run(context);
                    } catch (CancelledException cancelled) {
                        stop();
                        if (context.cancellation().isCancelled()) {
                            throw cancelled;
                        }
                    } catch (RuntimeException | Error bug) {
                        // Not all was seen: the end must not say so. The pool tells of the bug.
                        stop();
                        throw bug;
                    } finally {
                        taskEnded();
                    }
                },
                () -> {
                    stop();
                    taskEnded();
                });
    }

    private void walkSlice(TaskContext context) throws CancelledException {
        int limit = photosFound() < FIRST_SCREEN ? FIRST_BATCH : BATCH;
        var batch = new ArrayList<Candidate>();
        try (var linked = new LinkedCancellation(cancellation, context.cancellation())) {
            long start = System.nanoTime();
            while (!walk.isDone() && batch.size() < limit && System.nanoTime() - start < SLICE_NANOS) {
                linked.token().throwIfCancelled();
                walk.step(linked.token()).ifPresent(batch::add);
            }
            linked.token().throwIfCancelled();
        }
        if (!batch.isEmpty()) {
            submitProbe(batch);
        }
        if (!walk.isDone() && mayGoOn()) {
            submitWalk();
        }
    }

    private void submitProbe(List<Candidate> batch) {
        int number;
        synchronized (lock) {
            number = batchesFound++;
            photosFound += batch.size();
        }
        submit("Reading headers", context -> {
            var photos = new ArrayList<Photo>();
            try (var linked = new LinkedCancellation(cancellation, context.cancellation())) {
                for (var candidate : batch) {
                    photos.add(probe.photo(candidate, linked.token()));
                }
            }
            batchRead(number, photos);
        });
    }

    private int photosFound() {
        synchronized (lock) {
            return photosFound;
        }
    }

    /// Whether the walk may go on now; if not, it is resumed when a batch has been told.
    private boolean mayGoOn() {
        synchronized (lock) {
            walkWaits = batchesFound - batchesTold >= MAX_BATCHES;
            return !walkWaits;
        }
    }

    private void batchRead(int number, List<Photo> photos) {
        boolean resume;
        synchronized (lock) {
            finishedBatches.put(number, photos);
            var next = finishedBatches.remove(batchesTold);
            while (next != null) {
                var found = List.copyOf(next);
                news.add(() -> listener.found(found));
                batchesTold++;
                next = finishedBatches.remove(batchesTold);
            }
            resume = walkWaits && !stopped && batchesFound - batchesTold < MAX_BATCHES;
            walkWaits = walkWaits && !resume;
        }
        if (resume) {
            submitWalk();
        }
        tellNews();
    }

    private void stop() {
        synchronized (lock) {
            stopped = true;
        }
    }

    private void taskEnded() {
        synchronized (lock) {
            tasks--;
            if (tasks > 0 || ended) {
                return;
            }
            ended = true;
            boolean cut = stopped || cancellation.isCancelled();
            var ending = cut ? PhotoScanner.Ending.CANCELLED : PhotoScanner.Ending.COMPLETE;
            news.add(() -> listener.ended(ending));
        }
        tellNews();
    }

    private void tell(Runnable item) {
        synchronized (lock) {
            news.add(item);
        }
        tellNews();
    }

    /// Tells what there is to tell, unless another thread is at it; that one then tells this too.
    private void tellNews() {
        synchronized (lock) {
            if (telling) {
                return;
            }
            telling = true;
        }
        while (true) {
            Runnable next;
            synchronized (lock) {
                if (news.isEmpty()) {
                    telling = false;
                    return;
                }
                next = news.removeFirst();
            }
            try {
                next.run();
            } catch (RuntimeException bug) {
                LOG.log(System.Logger.Level.ERROR, "a listener of a scan broke", bug);
            }
        }
    }
}
