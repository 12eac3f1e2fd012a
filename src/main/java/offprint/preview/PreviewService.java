package offprint.preview;

import java.util.function.Consumer;
import offprint.engine.EngineResult;
import offprint.engine.Engines;
import offprint.engine.Limits;
import offprint.image.Pixels;
import offprint.library.Photo;
import offprint.pool.WorkerPool;

/// Renders the one preview that is wanted now; a new request cancels the one before it, waiting or running.
public final class PreviewService implements AutoCloseable {

    public PreviewService(Engines engines, WorkerPool pool, Limits limits) {
        throw new UnsupportedOperationException("" + engines + pool + limits);
    }

    /// Asks for the photo, upright, fitting into a square box. The listener is called on a worker, once, unless a newer
    /// request or [#clear] came first; it owns and closes the pixels.
    public void request(Photo photo, int boxPx, Consumer<EngineResult<Pixels>> listener) {
        throw new UnsupportedOperationException("" + photo + boxPx + listener);
    }

    /// Cancels the request under way, if any.
    public void clear() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
