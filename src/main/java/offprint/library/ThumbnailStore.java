package offprint.library;

import java.util.function.Consumer;
import offprint.cancel.CancellationToken;
import offprint.engine.EngineResult;
import offprint.engine.Engines;
import offprint.image.Pixels;
import offprint.pool.Priority;
import offprint.pool.WorkerPool;

/// Makes thumbnails on the pool: the embedded one first, then a sharp one.
public final class ThumbnailStore {

    public ThumbnailStore(Engines engines, WorkerPool pool) {
        throw new UnsupportedOperationException("" + engines + pool);
    }

    /// Asks for a thumbnail and returns at once. The listener is called on a worker, once or twice: with the embedded
    /// thumbnail where there is one, and with the sharp one or a failure. It owns and closes the pixels that it is
    /// given.
    /// A request whose token is tripped while it waits costs nothing.
    public void request(
            Photo photo,
            int boxPx,
            Priority priority,
            Consumer<EngineResult<Pixels>> listener,
            CancellationToken cancellation) {
        throw new UnsupportedOperationException("" + photo + boxPx + priority + listener + cancellation);
    }
}
