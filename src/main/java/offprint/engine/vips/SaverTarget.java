package offprint.engine.vips;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import offprint.cancel.CancelledException;
import offprint.engine.EngineFailure;
import offprint.engine.EngineProblem;
import offprint.engine.Stop;

/// Where a saver of libvips puts its bytes: through this program. An encoder sees only at the end of a strip of rows
/// that its picture is no longer wanted, which takes a PNG of 24 megapixels a third of a second; a write that is
/// refused ends it within the few kilobytes that it hands over at a time.
///
/// Opened and closed by the thread that saves; written from whichever thread libvips takes, one at a time.
final class SaverTarget implements AutoCloseable, TargetSignals.Bytes {

    private static final long REFUSED = -1;

    private final TargetSignals signals;
    private final NativeFunctions calls;
    private final Place place;
    private final Stop stop;
    private final MemorySegment pointer;
    private final long number;
    private final AtomicReference<Optional<Throwable>> thrown = new AtomicReference<>(Optional.empty());

    /// What takes the bytes in the end.
    interface Place {

        /// Takes all of them.
        void write(MemorySegment bytes) throws IOException;

        /// What was written before, for formats that come back to it.
        ///
        /// @return the number of bytes; 0 or less at the end
        default int read(MemorySegment into) throws IOException {
            throw new IOException("there is no way back");
        }

        /// @return the new place, counted from the start
        default long seek(long offset, TargetSignals.Bytes.Whence whence) throws IOException {
            throw new IOException("there is no way back");
        }
    }

    /// @param place stays the caller's
    /// @param stop when to refuse
    SaverTarget(Vips vips, Place place, Stop stop) {
        this.signals = vips.targets();
        this.calls = vips.calls();
        this.place = place;
        this.stop = stop;
        this.pointer = calls.newTarget.call();
        this.number = signals.listen(pointer, this);
    }

    /// The native object, alive until this is closed.
    MemorySegment pointer() {
        return pointer;
    }

    @Override
    public long write(MemorySegment bytes) {
        return attempt(() -> {
            stop.check();
            place.write(bytes);
            return bytes.byteSize();
        });
    }

    @Override
    public long read(MemorySegment into) {
        return attempt(() -> Math.max(0, place.read(into)));
    }

    @Override
    public long seek(long offset, Whence whence) {
        return attempt(() -> place.seek(offset, whence));
    }

    private interface Access {
        long run() throws IOException, CancelledException;
    }

    /// Nothing may pass through native code: what went wrong is kept, and the saver hears that it is refused.
    private long attempt(Access access) {
        try {
            return access.run();
        } catch (CancelledException cancelled) {
            return REFUSED;
        } catch (Throwable failure) {
            thrown.compareAndSet(Optional.empty(), Optional.of(failure));
            return REFUSED;
        }
    }

    /// What the place said against a write, if it did.
    ///
    /// @throws RuntimeException a bug
    Optional<IOException> refusal() {
        var failure = thrown.get();
        if (failure.isEmpty()) {
            return Optional.empty();
        }
        return switch (failure.get()) {
            case IOException refused -> Optional.of(refused);
            case RuntimeException unchecked -> throw unchecked;
            case Error error -> throw error;
            case Throwable other -> throw new IllegalStateException(other);
        };
    }

    /// Throws what the system said against a write to a file, or a bug.
    void rethrow() throws EngineProblem {
        var refused = refusal();
        if (refused.isPresent()) {
            throw new EngineProblem(EngineFailure.ofRefusedWrite(VipsFailures.text(refused.get())), refused.get());
        }
    }

    /// Forgets the listener before the native object, which may outlive this for a moment, and then finds nobody.
    @Override
    public void close() {
        signals.forget(number);
        calls.unref.call(pointer);
    }
}
