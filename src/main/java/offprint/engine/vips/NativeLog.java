package offprint.engine.vips;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/// Keeps libvips from printing: what it warns of goes to the log, where nobody looks unless asked to. What matters of
/// it is also an error of the call.
final class NativeLog {

    private static final System.Logger LOG = System.getLogger("offprint.engine.vips");
    private static final FunctionDescriptor FORM = FunctionDescriptor.ofVoid(
            ValueLayout.ADDRESS, ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS);

    /// Critical, warning, message, info and debug: all but what ends the program.
    private static final int LEVELS = 0b1111_1000;

    private NativeLog() {}

    static void listen(NativeFunctions calls) {
        try (var arena = Arena.ofConfined()) {
            var method = MethodHandles.lookup()
                    .findStatic(
                            NativeLog.class,
                            "heard",
                            MethodType.methodType(
                                    void.class,
                                    MemorySegment.class,
                                    int.class,
                                    MemorySegment.class,
                                    MemorySegment.class));
            calls.setLogHandler.call(
                    arena.allocateFrom("VIPS"), LEVELS, calls.upcall(method, FORM), MemorySegment.NULL);
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError(impossible.getMessage(), impossible);
        }
    }

    /// Called by the library, on any thread. An exception here would end the program, so none leaves.
    @SuppressWarnings("unused") // called by its name
    private static void heard(MemorySegment domain, int level, MemorySegment message, MemorySegment data) {
        try {
            LOG.log(System.Logger.Level.DEBUG, () -> "libvips: " + Vips.text(message));
        } catch (RuntimeException | Error lost) {
            // a log that can't be written to is no reason to end
        }
    }
}
