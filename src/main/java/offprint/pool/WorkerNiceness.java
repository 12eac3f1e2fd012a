package offprint.pool;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Locale;

/// Ranks the calling thread below the rest of the process, so that the window wins over the workers.
///
/// Linux gives each thread its own nice value: `setpriority(PRIO_PROCESS, thread id, value)` (setpriority(2), section
/// "C library/kernel differences"). Other systems are left alone, and say so.
final class WorkerNiceness {

    private static final System.Logger LOG = System.getLogger("offprint.pool");
    private static final int LARGEST = 19;

    private final int steps;
    private volatile Availability availability;

    /// Whether workers are ranked lower.
    sealed interface Availability {

        /// @param niceValue the system's value for workers
        record Lowered(int niceValue) implements Availability {}

        record NotLowered(String reason) implements Availability {}
    }

    /// @param steps how much lower than the process's main thread, 0–19
    WorkerNiceness(int steps) {
        this.steps = steps;
        this.availability = probe(steps);
    }

    private static Availability probe(int steps) {
        if (steps == 0) {
            return new Availability.NotLowered("not asked for");
        }
        var system = System.getProperty("os.name", "");
        if (!system.toLowerCase(Locale.ROOT).startsWith("linux")) {
            return new Availability.NotLowered("not supported on " + system);
        }
        try {
            return new Availability.Lowered(Native.targetFor(steps));
        } catch (Throwable failure) {
            // No such function, or native access denied: the workers do without.
            LOG.log(System.Logger.Level.WARNING, "the priority of workers can't be lowered", failure);
            return new Availability.NotLowered("the system's library does not offer it");
        }
    }

    /// On a worker's own thread, at its start. Never throws.
    void applyToThisThread() {
        switch (availability) {
            case Availability.NotLowered without -> {}
            case Availability.Lowered lowered -> {
                try {
                    int errno = Native.setOwnNice(lowered.niceValue());
                    if (errno != 0) {
                        availability = new Availability.NotLowered("the system refused it, error " + errno);
                    }
                } catch (Throwable failure) {
                    LOG.log(System.Logger.Level.WARNING, "the priority of a worker can't be lowered", failure);
                    availability = new Availability.NotLowered("the call failed: " + failure);
                }
            }
        }
    }

    Availability availability() {
        return availability;
    }

    /// For the status line.
    String text() {
        return switch (availability) {
            case Availability.Lowered lowered ->
                "workers run %d below the window (nice %d)".formatted(steps, lowered.niceValue());
            case Availability.NotLowered without -> "workers run at the window's priority: " + without.reason();
        };
    }

    /// Loaded on Linux only.
    @SuppressWarnings("restricted") // native access is this class's whole point; the launchers enable it
    private static final class Native {

        private static final int PRIO_PROCESS = 0;
        private static final Linker LINKER = Linker.nativeLinker();
        private static final MemoryLayout CALL_STATE = Linker.Option.captureStateLayout();
        private static final long ERRNO_OFFSET = CALL_STATE.byteOffset(MemoryLayout.PathElement.groupElement("errno"));

        private static final MethodHandle GETTID = handle("gettid", FunctionDescriptor.of(ValueLayout.JAVA_INT));
        private static final MethodHandle GETPRIORITY = handle(
                "getpriority", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
        private static final MethodHandle SETPRIORITY = handle(
                "setpriority",
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT),
                Linker.Option.captureCallState("errno"));

        private static MethodHandle handle(String name, FunctionDescriptor shape, Linker.Option... options) {
            return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), shape, options);
        }

        /// The nice value for workers: below that of the main thread, whose id is the process's own.
        static int targetFor(int steps) throws Throwable {
            int pid = Math.toIntExact(ProcessHandle.current().pid());
            return Math.min(LARGEST, (int) GETPRIORITY.invokeExact(PRIO_PROCESS, pid) + steps);
        }

        /// @return 0, or the system's error number
        static int setOwnNice(int niceValue) throws Throwable {
            int threadId = (int) GETTID.invokeExact();
            try (var arena = Arena.ofConfined()) {
                MemorySegment callState = arena.allocate(CALL_STATE);
                int answer = (int) SETPRIORITY.invokeExact(callState, PRIO_PROCESS, threadId, niceValue);
                return answer == 0 ? 0 : callState.get(ValueLayout.JAVA_INT, ERRNO_OFFSET);
            }
        }
    }
}
