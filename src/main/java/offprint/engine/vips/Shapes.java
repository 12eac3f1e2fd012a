package offprint.engine.vips;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/// The forms of native functions that are called, one record each; named by the answer, then by the arguments: `P` is a
/// pointer, `I` a C `int`, `L` a 64-bit integer (`gsize`, `GType`), `D` a `double`.
final class Shapes {

    private Shapes() {}

    /// A handle that takes the function's address first: one serves all functions of a form, is linked when the first
    /// of them is called, and is a constant for the compiler.
    @SuppressWarnings("restricted") // native access is this room's whole point; the launchers enable it
    private static MethodHandle handle(FunctionDescriptor form) {
        return Linker.nativeLinker().downcallHandle(form);
    }

    /// A handle never throws what its function declares, since C throws nothing: what arrives is a bug of the binding.
    private static AssertionError broken(Throwable thrown) {
        return new AssertionError("a native call could not be made", thrown);
    }

    record VoidOfP(MemorySegment function) {
        private static final MethodHandle CALL = handle(FunctionDescriptor.ofVoid(ADDRESS));

        void call(MemorySegment a) {
            try {
                CALL.invokeExact(function, a);
            } catch (Throwable thrown) {
                throw broken(thrown);
            }
        }
    }

    record VoidOfI(MemorySegment function) {
        private static final MethodHandle CALL = handle(FunctionDescriptor.ofVoid(JAVA_INT));

        void call(int a) {
            try {
                CALL.invokeExact(function, a);
            } catch (Throwable thrown) {
                throw broken(thrown);
            }
        }
    }

    record VoidOfPI(MemorySegment function) {
        private static final MethodHandle CALL = handle(FunctionDescriptor.ofVoid(ADDRESS, JAVA_INT));

        void call(MemorySegment a, int b) {
            try {
                CALL.invokeExact(function, a, b);
            } catch (Throwable thrown) {
                throw broken(thrown);
            }
        }
    }

    record VoidOfPD(MemorySegment function) {
        private static final MethodHandle CALL = handle(FunctionDescriptor.ofVoid(ADDRESS, JAVA_DOUBLE));

        void call(MemorySegment a, double b) {
            try {
                CALL.invokeExact(function, a, b);
            } catch (Throwable thrown) {
                throw broken(thrown);
            }
        }
    }

    record VoidOfPP(MemorySegment function) {
        private static final MethodHandle CALL = handle(FunctionDescriptor.ofVoid(ADDRESS, ADDRESS));

        void call(MemorySegment a, MemorySegment b) {
            try {
                CALL.invokeExact(function, a, b);
            } catch (Throwable thrown) {
                throw broken(thrown);
            }
        }
    }

    record VoidOfPPP(MemorySegment function) {
        private static final MethodHandle CALL = handle(FunctionDescriptor.ofVoid(ADDRESS, ADDRESS, ADDRESS));

        void call(MemorySegment a, MemorySegment b, MemorySegment c) {
            try {
                CALL.invokeExact(function, a, b, c);
            } catch (Throwable thrown) {
                throw broken(thrown);
            }
        }
    }

    record VoidOfPPI(MemorySegment function) {
        private static final MethodHandle CALL = handle(FunctionDescriptor.ofVoid(ADDRESS, ADDRESS, JAVA_INT));

        void call(MemorySegment a, MemorySegment b, int c) {
            try {
                CALL.invokeExact(function, a, b, c);
            } catch (Throwable thrown) {
                throw broken(thrown);
            }
        }
    }

    record LongOfP(MemorySegment function) {
        private static final MethodHandle CALL = handle(FunctionDescriptor.of(JAVA_LONG, ADDRESS));

        long call(MemorySegment a) {
            try {
                return (long) CALL.invokeExact(function, a);
            } catch (Throwable thrown) {
                throw broken(thrown);
            }
        }
    }

    record VoidOfPPPL(MemorySegment function) {
        private static final MethodHandle CALL =
                handle(FunctionDescriptor.ofVoid(ADDRESS, ADDRESS, ADDRESS, JAVA_LONG));

        void call(MemorySegment a, MemorySegment b, MemorySegment c, long d) {
            try {
                CALL.invokeExact(function, a, b, c, d);
            } catch (Throwable thrown) {
                throw broken(thrown);
            }
        }
    }

    record IntOfNothing(MemorySegment function) {
        private static final MethodHandle CALL = handle(FunctionDescriptor.of(JAVA_INT));

        int call() {
            try {
                return (int) CALL.invokeExact(function);
            } catch (Throwable thrown) {
                throw broken(thrown);
            }
        }
    }

    record IntOfI(MemorySegment function) {
        private static final MethodHandle CALL = handle(FunctionDescriptor.of(JAVA_INT, JAVA_INT));

        int call(int a) {
            try {
                return (int) CALL.invokeExact(function, a);
            } catch (Throwable thrown) {
                throw broken(thrown);
            }
        }
    }

    record IntOfII(MemorySegment function) {
        private static final MethodHandle CALL = handle(FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT));

        int call(int a, int b) {
            try {
                return (int) CALL.invokeExact(function, a, b);
            } catch (Throwable thrown) {
                throw broken(thrown);
            }
        }
    }

    record IntOfL(MemorySegment function) {
        private static final MethodHandle CALL = handle(FunctionDescriptor.of(JAVA_INT, JAVA_LONG));

        int call(long a) {
            try {
                return (int) CALL.invokeExact(function, a);
            } catch (Throwable thrown) {
                throw broken(thrown);
            }
        }
    }

    record DoubleOfP(MemorySegment function) {
        private static final MethodHandle CALL = handle(FunctionDescriptor.of(JAVA_DOUBLE, ADDRESS));

        double call(MemorySegment a) {
            try {
                return (double) CALL.invokeExact(function, a);
            } catch (Throwable thrown) {
                throw broken(thrown);
            }
        }
    }

    record IntOfP(MemorySegment function) {
        private static final MethodHandle CALL = handle(FunctionDescriptor.of(JAVA_INT, ADDRESS));

        int call(MemorySegment a) {
            try {
                return (int) CALL.invokeExact(function, a);
            } catch (Throwable thrown) {
                throw broken(thrown);
            }
        }
    }

    record IntOfPP(MemorySegment function) {
        private static final MethodHandle CALL = handle(FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS));

        int call(MemorySegment a, MemorySegment b) {
            try {
                return (int) CALL.invokeExact(function, a, b);
            } catch (Throwable thrown) {
                throw broken(thrown);
            }
        }
    }

    record IntOfPPP(MemorySegment function) {
        private static final MethodHandle CALL = handle(FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS));

        int call(MemorySegment a, MemorySegment b, MemorySegment c) {
            try {
                return (int) CALL.invokeExact(function, a, b, c);
            } catch (Throwable thrown) {
                throw broken(thrown);
            }
        }
    }

    /// `g_log_set_handler(domain, levels, function, data)`.
    record IntOfPIPP(MemorySegment function) {
        private static final MethodHandle CALL =
                handle(FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, ADDRESS));

        int call(MemorySegment a, int b, MemorySegment c, MemorySegment d) {
            try {
                return (int) CALL.invokeExact(function, a, b, c, d);
            } catch (Throwable thrown) {
                throw broken(thrown);
            }
        }
    }

    record LongOfPP(MemorySegment function) {
        private static final MethodHandle CALL = handle(FunctionDescriptor.of(JAVA_LONG, ADDRESS, ADDRESS));

        long call(MemorySegment a, MemorySegment b) {
            try {
                return (long) CALL.invokeExact(function, a, b);
            } catch (Throwable thrown) {
                throw broken(thrown);
            }
        }
    }

    record POfNothing(MemorySegment function) {
        private static final MethodHandle CALL = handle(FunctionDescriptor.of(ADDRESS));

        MemorySegment call() {
            try {
                return (MemorySegment) CALL.invokeExact(function);
            } catch (Throwable thrown) {
                throw broken(thrown);
            }
        }
    }

    record POfP(MemorySegment function) {
        private static final MethodHandle CALL = handle(FunctionDescriptor.of(ADDRESS, ADDRESS));

        MemorySegment call(MemorySegment a) {
            try {
                return (MemorySegment) CALL.invokeExact(function, a);
            } catch (Throwable thrown) {
                throw broken(thrown);
            }
        }
    }

    record POfPL(MemorySegment function) {
        private static final MethodHandle CALL = handle(FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_LONG));

        MemorySegment call(MemorySegment a, long b) {
            try {
                return (MemorySegment) CALL.invokeExact(function, a, b);
            } catch (Throwable thrown) {
                throw broken(thrown);
            }
        }
    }

    record POfPI(MemorySegment function) {
        private static final MethodHandle CALL = handle(FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_INT));

        MemorySegment call(MemorySegment a, int b) {
            try {
                return (MemorySegment) CALL.invokeExact(function, a, b);
            } catch (Throwable thrown) {
                throw broken(thrown);
            }
        }
    }

    /// `vips_image_new_from_memory(data, size, width, height, bands, format)`.
    record POfPLIIII(MemorySegment function) {
        private static final MethodHandle CALL =
                handle(FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT));

        MemorySegment call(MemorySegment data, long bytes, int width, int height, int bands, int format) {
            try {
                return (MemorySegment) CALL.invokeExact(function, data, bytes, width, height, bands, format);
            } catch (Throwable thrown) {
                throw broken(thrown);
            }
        }
    }

    /// `g_signal_connect_data(instance, signal, handler, data, destroy, flags)`.
    record LongOfPPPPPI(MemorySegment function) {
        private static final MethodHandle CALL =
                handle(FunctionDescriptor.of(JAVA_LONG, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, JAVA_INT));

        long call(
                MemorySegment instance,
                MemorySegment signal,
                MemorySegment handler,
                MemorySegment data,
                MemorySegment destroy,
                int flags) {
            try {
                return (long) CALL.invokeExact(function, instance, signal, handler, data, destroy, flags);
            } catch (Throwable thrown) {
                throw broken(thrown);
            }
        }
    }

    record POfL(MemorySegment function) {
        private static final MethodHandle CALL = handle(FunctionDescriptor.of(ADDRESS, JAVA_LONG));

        MemorySegment call(long a) {
            try {
                return (MemorySegment) CALL.invokeExact(function, a);
            } catch (Throwable thrown) {
                throw broken(thrown);
            }
        }
    }
}
