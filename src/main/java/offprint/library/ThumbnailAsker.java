package offprint.library;

import java.util.function.Consumer;
import offprint.cancel.CancellationToken;
import offprint.engine.EngineResult;
import offprint.image.Pixels;

/// Whoever asked for a thumbnail.
///
/// @param listener owns the pixels that it is given
/// @param cancellation tripped when it does not want them any more
record ThumbnailAsker(Consumer<EngineResult<Pixels>> listener, CancellationToken cancellation) {

    boolean isGone() {
        return cancellation.isCancelled();
    }
}
