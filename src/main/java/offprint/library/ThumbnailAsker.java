package offprint.library;

import java.util.function.Consumer;
import offprint.cancel.CancellationToken;
import offprint.engine.EngineResult;

/// Whoever asked for a thumbnail.
///
/// @param listener owns the thumbnail that it is given
/// @param cancellation tripped when it does not want them any more
record ThumbnailAsker(Consumer<EngineResult<Thumbnail>> listener, CancellationToken cancellation) {

    boolean isGone() {
        return cancellation.isCancelled();
    }
}
