package offprint.engine.vips;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import offprint.cancel.CancelledException;
import offprint.engine.EngineFailure;
import offprint.engine.EngineProblem;
import offprint.engine.Stop;

/// A file that a saver of libvips writes through this program. An encoder sees only at the end of a strip of rows that
/// its picture is no longer wanted, which takes a PNG of 24 megapixels a third of a second; a write that is refused
/// ends
/// it within the few kilobytes that it hands over at a time.
///
/// Opened and closed by the thread that saves; written from whichever thread libvips takes, one at a time.
final class FileTarget implements AutoCloseable, TargetSignals.Bytes {

    private static final long REFUSED = -1;

    private final TargetSignals signals;
    private final NativeFunctions calls;
    private final FileChannel channel;
    private final Stop stop;
    private final MemorySegment pointer;
    private final long number;
    private final AtomicReference<Optional<Throwable>> thrown = new AtomicReference<>(Optional.empty());

    private FileTarget(Vips vips, FileChannel channel, Stop stop) {
        this.signals = vips.targets();
        this.calls = vips.calls();
        this.channel = channel;
        this.stop = stop;
        this.pointer = calls.newTarget.call();
        this.number = signals.listen(pointer, this);
    }

    /// Empties the file.
    ///
    /// @throws EngineProblem when it can't be opened for writing
    static FileTarget open(Vips vips, Path file, Stop stop) throws EngineProblem {
        try {
            var channel = FileChannel.open(
                    file,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            return new FileTarget(vips, channel, stop);
        } catch (IOException refused) {
            throw VipsFailures.ofOpening(refused);
        }
    }

    /// The native object, alive until this is closed.
    MemorySegment pointer() {
        return pointer;
    }

    @Override
    public long write(MemorySegment bytes) {
        return attempt(() -> {
            stop.check();
            var left = bytes.asByteBuffer();
            while (left.hasRemaining()) {
                channel.write(left);
            }
            return bytes.byteSize();
        });
    }

    @Override
    public long read(MemorySegment into) {
        return attempt(() -> {
            ByteBuffer room = into.asByteBuffer();
            return Math.max(0, channel.read(room));
        });
    }

    @Override
    public long seek(long offset, Whence whence) {
        return attempt(() -> {
            long base = switch (whence) {
                case START -> 0;
                case HERE -> channel.position();
                case END -> channel.size();
            };
            channel.position(base + offset);
            return channel.position();
        });
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

    /// Throws what the system said against a write, or a bug.
    void rethrow() throws EngineProblem {
        var failure = thrown.get();
        if (failure.isPresent()) {
            switch (failure.get()) {
                case IOException refused ->
                    throw new EngineProblem(EngineFailure.ofRefusedWrite(VipsFailures.text(refused)), refused);
                case RuntimeException unchecked -> throw unchecked;
                case Error error -> throw error;
                case Throwable other -> throw new IllegalStateException(other);
            }
        }
    }

    /// Forgets the listener before the native object, which may outlive this for a moment, and then finds nobody.
    @Override
    public void close() throws EngineProblem {
        signals.forget(number);
        calls.unref.call(pointer);
        try {
            channel.close();
        } catch (IOException failure) {
            throw new EngineProblem(EngineFailure.ofRefusedWrite(VipsFailures.text(failure)), failure);
        }
    }
}
