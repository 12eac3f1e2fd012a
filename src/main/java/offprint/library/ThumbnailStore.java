package offprint.library;

import java.util.Optional;
import java.util.function.Consumer;
import offprint.cancel.CancellationToken;
import offprint.engine.EngineResult;
import offprint.engine.Engines;
import offprint.engine.Limits;
import offprint.pool.Priority;
import offprint.pool.WorkerPool;

/// Makes thumbnails on the pool: the one that was kept at an earlier time, or the embedded one first and then a sharp
/// one, which is kept.
///
/// For what is off screen (any priority but [Priority#INTERACTIVE]) only what costs little is done: nobody looks at a
/// sharp one, and exports wait.
///
/// Only a few requests wait in the pool at a time; the others wait here: embedded ones first, then what is on screen,
/// and of these the newest first, since what was scrolled to last is what is looked at. Requests for the same photo and
/// size share one decode. Keeps no pixels.
public final class ThumbnailStore {

    private final ThumbnailQueue queue;

    /// @param pool lives at least as long as this
    /// @param limits of the photos that are decoded
    /// @param cache where sharp ones are kept; empty: nowhere
    public ThumbnailStore(Engines engines, WorkerPool pool, Limits limits, Optional<ThumbnailCache> cache) {
        this.queue = new ThumbnailQueue(engines, pool, limits, cache);
    }

    /// Asks for a thumbnail and returns at once. The listener is called on a worker, once or twice: with the embedded
    /// thumbnail where there is one, and with the sharp one or a failure; off screen once, with whichever costs little
    /// or a failure. It owns and closes the pixels that it is given.
    /// A request whose token is tripped while it waits costs nothing; nothing is told of it after that, nor when the
    /// pool is closed.
    ///
    /// @param boxPx side of the square that the thumbnail fits into
    public void request(
            Photo photo,
            int boxPx,
            Priority priority,
            Consumer<EngineResult<Thumbnail>> listener,
            CancellationToken cancellation) {
        if (!cancellation.isCancelled()) {
            queue.add(photo, boxPx, priority, new ThumbnailAsker(listener, cancellation));
        }
    }
}
