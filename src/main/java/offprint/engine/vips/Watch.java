package offprint.engine.vips;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.DoubleConsumer;
import offprint.cancel.CancellationToken;
import offprint.engine.Stop;

/// Watches the computation of a picture: tells its progress and ends it when it must stop.
///
/// The end comes from two sides: from the canceller's thread at once, and at each progress of the computation, since
/// libvips forgets an end that was asked for just before it began. Closed before the picture is, so that no end is
/// asked of a picture that is gone.
final class Watch implements AutoCloseable {

    private final NativeFunctions calls;
    private final EvalSignals signals;
    private final VipsImage image;
    private final Stop stop;
    private final DoubleConsumer progress;
    private final AtomicReference<Optional<Throwable>> thrown = new AtomicReference<>(Optional.empty());
    private final List<CancellationToken.Registration> hooks = new ArrayList<>();
    private final long number;
    private volatile int lastPercent = -1;

    /// @param image the first of the pictures that are computed together; the others are made of it afterwards
    /// @param stop when to end
    /// @param tokens whose cancelling may be the reason
    /// @param progress hears fractions from 0 to 1, on a thread of libvips' choice, one at a time
    Watch(Vips vips, VipsImage image, Stop stop, List<CancellationToken> tokens, DoubleConsumer progress) {
        this.calls = vips.calls();
        this.signals = vips.signals();
        this.image = image;
        this.stop = stop;
        this.progress = progress;
        this.number = signals.listen(image, this::heard);
        for (var token : tokens) {
            hooks.add(token.onCancel(this::endIfStopped));
        }
    }

    private void heard(int percent) {
        try {
            endIfStopped();
            if (percent != lastPercent) {
                lastPercent = percent;
                progress.accept(Math.clamp(percent / 100.0, 0, 1));
            }
        } catch (Throwable bug) {
            // It may not pass through native code: it is thrown again when the call has returned.
            thrown.compareAndSet(Optional.empty(), Optional.of(bug));
            calls.setKill.call(image.pointer(), 1);
        }
    }

    private void endIfStopped() {
        if (stop.isStopped()) {
            calls.setKill.call(image.pointer(), 1);
        }
    }

    /// Throws what a listener threw during the computation, which is a bug of that listener.
    void rethrow() {
        thrown.get().ifPresent(bug -> {
            switch (bug) {
                case RuntimeException unchecked -> throw unchecked;
                case Error error -> throw error;
                default -> throw new IllegalStateException(bug);
            }
        });
    }

    @Override
    public void close() {
        hooks.forEach(CancellationToken.Registration::close);
        signals.forget(number);
    }
}
