package offprint.library;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import offprint.cancel.CancellationToken;
import offprint.cancel.CancelledException;
import offprint.engine.EngineResult;
import offprint.engine.Engines;
import offprint.engine.Limits;
import offprint.engine.ThumbnailRequest;
import offprint.image.Pixels;
import offprint.library.Thumbnail.Sharpness;
import offprint.pool.Priority;
import offprint.pool.TaskContext;
import offprint.pool.TaskSpec;
import offprint.pool.WorkerPool;

/// The thumbnails that are wanted, the most wanted first, of which a few are in the pool. Any thread may call it;
/// nothing waits: its lock is never held over an engine, a listener or another's hook.
final class ThumbnailQueue {

    /// In the pool at a time: enough to keep a machine's workers busy, few enough that what is asked for now is soon
    /// made.
    private static final int MAX_IN_POOL = 2 * Math.max(2, Runtime.getRuntime().availableProcessors());

    /// Sharp ones of these: each takes a worker for long, and the pool's reserve stays free for a quick one that comes.
    private static final int MAX_SHARP_IN_POOL =
            Math.max(1, Runtime.getRuntime().availableProcessors());

    private final ThumbnailWork work;
    private final Optional<ThumbnailCache> cache;
    private final TaskFeed feed;
    private final Object lock = new Object();
    private final Map<ThumbnailJob.Key, ThumbnailJob> jobs = new HashMap<>();
    private final NavigableMap<Place, ThumbnailJob> waiting = new TreeMap<>();
    private final Map<ThumbnailJob, Place> places = new HashMap<>();
    private long arrivals;
    private int inPool;
    private int sharpInPool;
    private boolean filling;

    ThumbnailQueue(Engines engines, WorkerPool pool, Limits limits, Optional<ThumbnailCache> cache) {
        this.work = new ThumbnailWork(engines, limits, cache);
        this.cache = cache;
        this.feed = new TaskFeed(pool);
    }

    /// Where a job stands in the line, the first first: the priority, then the phase, then on screen the newest and off
    /// screen the oldest.
    private record Place(Priority priority, ThumbnailRequest.Source phase, long arrival) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int byPriority = priority.compareTo(other.priority);
            int byPhase = byPriority != 0 ? byPriority : phase.compareTo(other.phase);
            if (byPhase != 0) {
                return byPhase;
            }
            return priority == Priority.INTERACTIVE
                    ? Long.compare(other.arrival, arrival)
                    : Long.compare(arrival, other.arrival);
        }
    }

    void add(Photo photo, int boxPx, Priority priority, ThumbnailAsker asker) {
        ThumbnailJob job;
        synchronized (lock) {
            var key = new ThumbnailJob.Key(photo.file(), boxPx);
            job = jobs.get(key);
            // One whose askers have all gone is being cancelled: it may throw its work away at any moment.
            if (job == null || !job.isWanted()) {
                if (job != null) {
                    leaveLine(job);
                }
                job = new ThumbnailJob(photo, boxPx, priority);
                jobs.put(key, job);
                job.join(asker, priority);
                enterLine(job);
            } else {
                job.join(asker, priority);
                if (leaveLine(job)) {
                    enterLine(job);
                }
            }
        }
        var wanted = job;
        var registration = asker.cancellation().onCancel(() -> askerGone(wanted));
        boolean over;
        synchronized (lock) {
            over = !job.keep(registration);
        }
        if (over) {
            registration.close();
        }
        fill();
    }

    private void enterLine(ThumbnailJob job) {
        var place = new Place(job.priority(), job.phase(), arrivals++);
        places.put(job, place);
        waiting.put(place, job);
    }

    private boolean leaveLine(ThumbnailJob job) {
        var place = places.remove(job);
        return place != null && waiting.remove(place) != null;
    }

    private void askerGone(ThumbnailJob job) {
        synchronized (lock) {
            if (job.isWanted()) {
                return;
            }
            leaveLine(job);
            jobs.remove(job.key(), job);
        }
        job.cancel();
    }

    /// Brings the first in the line into the pool while there is room for them. One thread at a time is enough: it sees
    /// what the others have changed before it leaves.
    private void fill() {
        synchronized (lock) {
            if (filling) {
                return;
            }
            filling = true;
        }
        while (true) {
            ThumbnailJob job;
            boolean sharp;
            synchronized (lock) {
                var next = inPool >= MAX_IN_POOL ? Optional.<ThumbnailJob>empty() : firstThatMayGo();
                if (next.isEmpty()) {
                    filling = false;
                    return;
                }
                job = next.get();
                leaveLine(job);
                inPool++;
                sharp = isSharp(job);
                sharpInPool += sharp ? 1 : 0;
            }
            feed.submit(
                    TaskSpec.of(label(job), job.priority(), job.estimatedBytes()), context -> run(job, context), () -> {
                        finish(job);
                        leavePool(sharp);
                    });
        }
    }

    private Optional<ThumbnailJob> firstThatMayGo() {
        return waiting.values().stream()
                .filter(job -> sharpInPool < MAX_SHARP_IN_POOL || !isSharp(job))
                .findFirst();
    }

    private static boolean isSharp(ThumbnailJob job) {
        return job.phase() == ThumbnailRequest.Source.PICTURE;
    }

    private static String label(ThumbnailJob job) {
        var name = job.photo().file().getFileName();
        return "Thumbnail of " + (name == null ? job.photo().file() : name);
    }

    private void leavePool(boolean sharp) {
        synchronized (lock) {
            inPool--;
            sharpInPool -= sharp ? 1 : 0;
        }
        fill();
    }

    private void run(ThumbnailJob job, TaskContext context) throws CancelledException {
        boolean goesOn = false;
        boolean sharp = isSharp(job);
        try (var linked = new LinkedCancellation(job.cancellation(), context.cancellation())) {
            linked.token().throwIfCancelled();
            goesOn = switch (job.phase()) {
                case EMBEDDED_ONLY -> makeQuick(job, linked.token());
                case PICTURE -> makeSharp(job, linked.token());
            };
        } catch (CancelledException cancelled) {
            if (context.cancellation().isCancelled()) {
                throw cancelled;
            }
        } finally {
            if (!goesOn) {
                finish(job);
            }
            leavePool(sharp);
        }
    }

    /// What costs little: the one that was kept, else the embedded one.
    ///
    /// @return whether the job stands in the line again, for the sharp one
    private boolean makeQuick(ThumbnailJob job, CancellationToken cancellation) throws CancelledException {
        var stored = work.stored(job.photo(), job.boxPx());
        if (stored.isPresent()) {
            ThumbnailJob.tell(finish(job), EngineResult.done(stored.get()), Sharpness.SHARP);
            return false;
        }
        var embedded = work.embedded(job.photo(), job.boxPx(), cancellation);
        if (embedded instanceof EngineResult.Done<Pixels>) {
            ThumbnailJob.tell(askersOf(job), embedded, Sharpness.EMBEDDED);
        }
        boolean goesOn;
        synchronized (lock) {
            goesOn = job.isWanted() && job.priority() == Priority.INTERACTIVE;
            if (goesOn) {
                job.sharpen();
                enterLine(job);
            } else {
                // Whoever asks from now on gets a job that goes on to a sharp one.
                jobs.remove(job.key(), job);
            }
        }
        if (!goesOn && embedded instanceof EngineResult.Failed<Pixels>) {
            ThumbnailJob.tell(finish(job), embedded, Sharpness.EMBEDDED);
        }
        return goesOn;
    }

    private boolean makeSharp(ThumbnailJob job, CancellationToken cancellation) throws CancelledException {
        var result = work.sharp(job.photo(), job.boxPx(), cancellation);
        ThumbnailJob.tell(finish(job), result, Sharpness.SHARP);
        tidyTheCache();
        return false;
    }

    private void tidyTheCache() {
        if (cache.isPresent() && cache.get().isUntidy()) {
            feed.submit(
                    TaskSpec.of("Tidying the thumbnails", Priority.BATCH, 0),
                    context -> cache.get().tidy(context.cancellation()),
                    () -> {});
        }
    }

    private List<ThumbnailAsker> askersOf(ThumbnailJob job) {
        synchronized (lock) {
            return job.askers();
        }
    }

    /// Ends the job: who asks from now on gets a new one.
    private List<ThumbnailAsker> finish(ThumbnailJob job) {
        List<ThumbnailAsker> askers;
        List<CancellationToken.Registration> registrations;
        synchronized (lock) {
            jobs.remove(job.key(), job);
            askers = job.askers();
            registrations = job.end();
        }
        // Outside the lock: closing waits for a hook that runs, and the hook waits for the lock.
        registrations.forEach(CancellationToken.Registration::close);
        return askers;
    }
}
