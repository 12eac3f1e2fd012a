package offprint.ui.library;

import java.util.function.Consumer;
import offprint.cancel.CancellationToken;
import offprint.engine.EngineResult;
import offprint.library.Photo;
import offprint.library.Thumbnail;
import offprint.pool.Priority;

/// Port: makes thumbnails; returns at once, tells the listener once or twice on a worker. What is asked for with a
/// lower
/// priority than that of the screen is told once, with whatever costs little.
@FunctionalInterface
public interface ThumbnailPort {

    void request(
            Photo photo,
            int boxPx,
            Priority priority,
            Consumer<EngineResult<Thumbnail>> listener,
            CancellationToken cancellation);
}
