package offprint.preview;

import java.util.function.Consumer;
import offprint.engine.Engines;
import offprint.engine.Limits;
import offprint.pool.Priority;
import offprint.pool.TaskSpec;
import offprint.pool.WorkerPool;

/// Shows the one variant that is looked at now, before and after its encoder; a new request cancels the one before it,
/// waiting or running. The photo that is looked at stays decoded, so that another quality only encodes again.
///
/// Any thread may call it; its methods return at once.
public final class PreviewService implements AutoCloseable {

    private final WorkerPool pool;
    private final NewestWins newest;
    private final WarmPhotos warm = new WarmPhotos();
    private final PreviewRun.Tools tools;

    /// @param limits bounds for the decode
    public PreviewService(Engines engines, WorkerPool pool, Limits limits) {
        this.pool = pool;
        this.newest = new NewestWins(pool);
        this.tools = new PreviewRun.Tools(engines, limits, warm, new Pace());
    }

    /// Asks for a variant. The listener is called on workers, one call at a time, until it has heard all that
    /// [PreviewEvent] says, a newer request or [#clear] came, or the pool is closed. It owns and closes the pixels.
    public void request(PreviewRequest request, Consumer<PreviewEvent> listener) {
        newest.replaceBy(new PreviewJob(tools, request, listener));
    }

    /// Cancels the request under way, if any, and lets go of the photo soon, on a worker; in a pool that is full, with
    /// the next request.
    public void clear() {
        newest.clear();
        pool.submit(TaskSpec.of("putting a preview away", Priority.INTERACTIVE, 0), context -> {
            context.cancellation().throwIfCancelled();
            if (newest.isIdle()) {
                warm.clear();
            }
            return true;
        });
    }

    /// Requests that a worker is busy with now: the current one, and older ones that have not left it yet.
    public int running() {
        return newest.running();
    }

    @Override
    public void close() {
        newest.close();
        warm.close();
    }
}
