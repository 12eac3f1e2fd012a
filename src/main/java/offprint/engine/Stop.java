package offprint.engine;

import java.util.List;
import java.util.function.BooleanSupplier;
import offprint.cancel.CancellationToken;
import offprint.cancel.CancelledException;

/// When a piece of work must stop: asked by loops, by streams and by ImageIO's progress listeners.
///
/// No hook on the token calls `reader.abort()`: the JDK's JPEG reader and writer refuse every call from another thread
/// with an `IllegalStateException`. The listeners, which run on the worker, abort instead.
public record Stop(BooleanSupplier stopped) implements Poll {

    public static Stop on(CancellationToken token) {
        return new Stop(token::isCancelled);
    }

    /// A variant stops with the photo, or alone.
    public static Stop onEither(CancellationToken photo, CancellationToken variant) {
        return new Stop(() -> photo.isCancelled() || variant.isCancelled());
    }

    /// The decode stops with the photo, or when nobody wants a variant any more.
    public static Stop whenNobodyWants(CancellationToken photo, List<CancellationToken> variants) {
        return new Stop(() -> photo.isCancelled() || variants.stream().allMatch(CancellationToken::isCancelled));
    }

    public boolean isStopped() {
        return stopped.getAsBoolean();
    }

    @Override
    public void check() throws CancelledException {
        if (isStopped()) {
            throw new CancelledException();
        }
    }
}
