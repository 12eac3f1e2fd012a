package offprint.preview;

import java.util.Optional;
import java.util.function.Consumer;
import offprint.engine.EngineResult;
import offprint.engine.Engines;
import offprint.engine.Limits;
import offprint.image.Pixels;
import offprint.library.Photo;
import offprint.pool.Submission;
import offprint.pool.WorkerPool;

/// Renders the one preview that is wanted now; a new request cancels the one before it, waiting or running.
///
/// Any thread may call it; its methods return at once.
public final class PreviewService implements AutoCloseable {

    private final Engines engines;
    private final WorkerPool pool;
    private final Limits limits;
    private final WorkerPool.Registration drain;

    private final Object lock = new Object();
    private Optional<PreviewJob> current = Optional.empty();
    private boolean closed;

    /// @param limits bounds for the decode
    public PreviewService(Engines engines, WorkerPool pool, Limits limits) {
        this.engines = engines;
        this.pool = pool;
        this.limits = limits;
        this.drain = pool.onDrain(this::submitWaiting);
    }

    /// Asks for the photo, upright, fitting into a square box. The listener is called on a worker, once, unless a newer
    /// request or [#clear] came first, or the pool is closed; it owns and closes the pixels.
    public void request(Photo photo, int boxPx, Consumer<EngineResult<Pixels>> listener) {
        replaceBy(Optional.of(new PreviewJob(engines, photo, boxPx, limits, listener)));
        submitWaiting();
    }

    /// Cancels the request under way, if any.
    public void clear() {
        replaceBy(Optional.empty());
    }

    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
        }
        drain.close();
        clear();
    }

    private void replaceBy(Optional<PreviewJob> next) {
        Optional<PreviewJob> before;
        synchronized (lock) {
            before = current;
            current = closed ? Optional.empty() : next;
        }
        before.ifPresent(PreviewJob::supersede);
    }

    /// Brings the current request into the pool; where that is full, the next drain does it.
    private void submitWaiting() {
        boolean again = true;
        while (again) {
            Optional<PreviewJob> job;
            synchronized (lock) {
                job = current.filter(PreviewJob::claimSubmission);
            }
            if (job.isEmpty()) {
                return;
            }
            again = switch (pool.submit(job.get().spec(), job.get()::run)) {
                case Submission.Accepted<Boolean> accepted -> {
                    job.get().submitted(accepted.handle());
                    yield false;
                }
                // Looked at once more: it may have drained between the refusal and now, and tells that only once.
                case Submission.Full<Boolean> full -> {
                    job.get().returnSubmission();
                    yield !pool.needsDrain(job.get().spec().priority());
                }
                case Submission.Closed<Boolean> refused -> false;
            };
        }
    }
}
