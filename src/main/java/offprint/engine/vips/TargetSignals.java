package offprint.engine.vips;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// Brings the writes of libvips' custom targets to Java, as [EvalSignals] does it for progress: one native function a
/// kind, for all targets and as long as the program runs.
final class TargetSignals {

    private static final long REFUSED = -1;

    private final NativeFunctions calls;
    private final MemorySegment write;
    private final MemorySegment read;
    private final MemorySegment seek;
    private final ConcurrentHashMap<Long, Bytes> listeners = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong(1);

    /// Where the bytes of one target go. Never throws; -1 says that something can't be done.
    interface Bytes {

        /// @return the number of bytes taken: all
        long write(MemorySegment bytes);

        /// What was written before, for formats that come back to it.
        ///
        /// @return the number of bytes; 0 at the end
        long read(MemorySegment into);

        /// @return the new place, counted from the start
        long seek(long offset, Whence whence);

        /// What an offset counts from, in the order of C's numbers.
        enum Whence {
            START,
            HERE,
            END
        }
    }

    TargetSignals(NativeFunctions calls) {
        this.calls = calls;
        this.write = function("written", MemorySegment.class, long.class, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG);
        this.read = function("asked", MemorySegment.class, long.class, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG);
        this.seek = function("sought", long.class, int.class, ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT);
    }

    /// Each signal has a target before its two arguments and the listener's number behind them, and answers a `gint64`.
    private MemorySegment function(
            String name, Class<?> first, Class<?> second, MemoryLayout firstForm, MemoryLayout secondForm) {
        try {
            var method = MethodHandles.lookup()
                    .findVirtual(
                            TargetSignals.class,
                            name,
                            MethodType.methodType(long.class, MemorySegment.class, first, second, MemorySegment.class));
            return calls.upcall(
                    method.bindTo(this),
                    FunctionDescriptor.of(
                            ValueLayout.JAVA_LONG, ValueLayout.ADDRESS, firstForm, secondForm, ValueLayout.ADDRESS));
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError(impossible.getMessage(), impossible);
        }
    }

    /// @param target the native object
    /// @return a number for [#forget]
    long listen(MemorySegment target, Bytes bytes) {
        long number = numbers.getAndIncrement();
        listeners.put(number, bytes);
        connect(target, "write", write, number);
        connect(target, "read", read, number);
        connect(target, "seek", seek, number);
        return number;
    }

    private void connect(MemorySegment target, String signal, MemorySegment function, long number) {
        try (var arena = Arena.ofConfined()) {
            calls.connectSignal.call(
                    target,
                    arena.allocateFrom(signal),
                    function,
                    MemorySegment.ofAddress(number),
                    MemorySegment.NULL,
                    0);
        }
    }

    void forget(long number) {
        listeners.remove(number);
    }

    int listenerCount() {
        return listeners.size();
    }

    @SuppressWarnings({"restricted", "unused"}) // the length is told; called by its name
    private long written(MemorySegment target, MemorySegment data, long length, MemorySegment number) {
        var listener = listeners.get(number.address());
        return listener == null ? REFUSED : listener.write(data.reinterpret(length));
    }

    @SuppressWarnings({"restricted", "unused"}) // the length is told; called by its name
    private long asked(MemorySegment target, MemorySegment room, long length, MemorySegment number) {
        var listener = listeners.get(number.address());
        return listener == null ? REFUSED : listener.read(room.reinterpret(length));
    }

    @SuppressWarnings("unused") // called by its name
    private long sought(MemorySegment target, long offset, int whence, MemorySegment number) {
        var listener = listeners.get(number.address());
        boolean known = whence >= 0 && whence < Bytes.Whence.values().length;
        return listener == null || !known ? REFUSED : listener.seek(offset, Bytes.Whence.values()[whence]);
    }
}
