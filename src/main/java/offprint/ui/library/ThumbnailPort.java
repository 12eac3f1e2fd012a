package offprint.ui.library;

import java.util.function.Consumer;
import offprint.cancel.CancellationToken;
import offprint.engine.EngineResult;
import offprint.image.Pixels;
import offprint.library.Photo;
import offprint.pool.Priority;

/// Port: makes thumbnails; returns at once, tells the listener once or twice on a worker.
@FunctionalInterface
public interface ThumbnailPort {

    void request(
            Photo photo,
            int boxPx,
            Priority priority,
            Consumer<EngineResult<Pixels>> listener,
            CancellationToken cancellation);
}
