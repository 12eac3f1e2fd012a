package offprint.engine.vips;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;

/// Brings libvips' `eval` signal to Java. There is one native function for all pictures, which lives as long as the
/// program: a picture that outlives its listener finds nobody, and nothing that was freed.
final class EvalSignals {

    private static final FunctionDescriptor FORM =
            FunctionDescriptor.ofVoid(ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.ADDRESS);

    /// Of `percent` in `VipsProgress`: a pointer, two `int`s and two 64-bit counts stand before it.
    private static final long PERCENT_OFFSET = 32;

    private final NativeFunctions calls;
    private final MemorySegment function;
    private final ConcurrentHashMap<Long, IntConsumer> listeners = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong(1);

    EvalSignals(NativeFunctions calls) {
        this.calls = calls;
        try {
            var method = MethodHandles.lookup()
                    .findVirtual(
                            EvalSignals.class,
                            "heard",
                            MethodType.methodType(
                                    void.class, MemorySegment.class, MemorySegment.class, MemorySegment.class));
            this.function = calls.upcall(method.bindTo(this), FORM);
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError(impossible.getMessage(), impossible);
        }
    }

    /// Tells `percent` of every computation of the picture's pixels, on whatever thread computes; it must not throw.
    ///
    /// @return a number for [#forget]
    long listen(VipsImage image, IntConsumer percent) {
        long number = numbers.getAndIncrement();
        listeners.put(number, percent);
        calls.setProgress.call(image.pointer(), 1);
        try (var arena = Arena.ofConfined()) {
            calls.connectSignal.call(
                    image.pointer(),
                    arena.allocateFrom("eval"),
                    function,
                    MemorySegment.ofAddress(number),
                    MemorySegment.NULL,
                    0);
        }
        return number;
    }

    void forget(long number) {
        listeners.remove(number);
    }

    int listenerCount() {
        return listeners.size();
    }

    /// Called by libvips. An exception here would end the program, so none leaves.
    @SuppressWarnings({"restricted", "unused"}) // the struct's size is known; called by its name
    private void heard(MemorySegment image, MemorySegment progress, MemorySegment number) {
        var listener = listeners.get(number.address());
        if (listener != null) {
            listener.accept(
                    progress.reinterpret(PERCENT_OFFSET + Integer.BYTES).get(ValueLayout.JAVA_INT, PERCENT_OFFSET));
        }
    }
}
