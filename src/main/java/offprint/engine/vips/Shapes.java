package offprint.engine.vips;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/// The forms of native functions that are called, one record each; named by the answer, then by the arguments: `P` is a
/// pointer, `I` a C `int`, `L` a 64-bit integer (`gsize`, `GType`), `D` a `double`.
final class Shapes {

    private Shapes() {}

    /// A handle never throws what its function declares, since C throws nothing: what arrives is a bug of the binding.
    private static AssertionError broken(Throwable thrown) {
        return new AssertionError("a native call could not be made", thrown);
    }

    record VoidOfP(MethodHandle handle) {
        static final FunctionDescriptor FORM = FunctionDescriptor.ofVoid(ADDRESS);

        void call(MemorySegment a) {
            try {
                handle.invokeExact(a);
            } catch (Throwable thrown) {
                throw broken(thrown);
            }
        }
    }

    record VoidOfI(MethodHandle handle) {
        static final FunctionDescriptor FORM = FunctionDescriptor.ofVoid(JAVA_INT);

        void call(int a) {
            try {
                handle.invokeExact(a);
            } catch (Throwable thrown) {
                throw broken(thrown);
            }
        }
    }

    record VoidOfPI(MethodHandle handle) {
        static final FunctionDescriptor FORM = FunctionDescriptor.ofVoid(ADDRESS, JAVA_INT);

        void call(MemorySegment a, int b) {
            try {
                handle.invokeExact(a, b);
            } catch (Throwable thrown) {
                throw broken(thrown);
            }
        }
    }

    record VoidOfPD(MethodHandle handle) {
        static final FunctionDescriptor FORM = FunctionDescriptor.ofVoid(ADDRESS, JAVA_DOUBLE);

        void call(MemorySegment a, double b) {
            try {
                handle.invokeExact(a, b);
            } catch (Throwable thrown) {
                throw broken(thrown);
            }
        }
    }

    record VoidOfPP(MethodHandle handle) {
        static final FunctionDescriptor FORM = FunctionDescriptor.ofVoid(ADDRESS, ADDRESS);

        void call(MemorySegment a, MemorySegment b) {
            try {
                handle.invokeExact(a, b);
            } catch (Throwable thrown) {
                throw broken(thrown);
            }
        }
    }

    record VoidOfPPP(MethodHandle handle) {
        static final FunctionDescriptor FORM = FunctionDescriptor.ofVoid(ADDRESS, ADDRESS, ADDRESS);

        void call(MemorySegment a, MemorySegment b, MemorySegment c) {
            try {
                handle.invokeExact(a, b, c);
            } catch (Throwable thrown) {
                throw broken(thrown);
            }
        }
    }

    record VoidOfPPI(MethodHandle handle) {
        static final FunctionDescriptor FORM = FunctionDescriptor.ofVoid(ADDRESS, ADDRESS, JAVA_INT);

        void call(MemorySegment a, MemorySegment b, int c) {
            try {
                handle.invokeExact(a, b, c);
            } catch (Throwable thrown) {
                throw broken(thrown);
            }
        }
    }

    record LongOfP(MethodHandle handle) {
        static final FunctionDescriptor FORM = FunctionDescriptor.of(JAVA_LONG, ADDRESS);

        long call(MemorySegment a) {
            try {
                return (long) handle.invokeExact(a);
            } catch (Throwable thrown) {
                throw broken(thrown);
            }
        }
    }

    record VoidOfPPPL(MethodHandle handle) {
        static final FunctionDescriptor FORM = FunctionDescriptor.ofVoid(ADDRESS, ADDRESS, ADDRESS, JAVA_LONG);

        void call(MemorySegment a, MemorySegment b, MemorySegment c, long d) {
            try {
                handle.invokeExact(a, b, c, d);
            } catch (Throwable thrown) {
                throw broken(thrown);
            }
        }
    }

    record IntOfNothing(MethodHandle handle) {
        static final FunctionDescriptor FORM = FunctionDescriptor.of(JAVA_INT);

        int call() {
            try {
                return (int) handle.invokeExact();
            } catch (Throwable thrown) {
                throw broken(thrown);
            }
        }
    }

    record IntOfI(MethodHandle handle) {
        static final FunctionDescriptor FORM = FunctionDescriptor.of(JAVA_INT, JAVA_INT);

        int call(int a) {
            try {
                return (int) handle.invokeExact(a);
            } catch (Throwable thrown) {
                throw broken(thrown);
            }
        }
    }

    record DoubleOfP(MethodHandle handle) {
        static final FunctionDescriptor FORM = FunctionDescriptor.of(JAVA_DOUBLE, ADDRESS);

        double call(MemorySegment a) {
            try {
                return (double) handle.invokeExact(a);
            } catch (Throwable thrown) {
                throw broken(thrown);
            }
        }
    }

    record IntOfP(MethodHandle handle) {
        static final FunctionDescriptor FORM = FunctionDescriptor.of(JAVA_INT, ADDRESS);

        int call(MemorySegment a) {
            try {
                return (int) handle.invokeExact(a);
            } catch (Throwable thrown) {
                throw broken(thrown);
            }
        }
    }

    record IntOfPP(MethodHandle handle) {
        static final FunctionDescriptor FORM = FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS);

        int call(MemorySegment a, MemorySegment b) {
            try {
                return (int) handle.invokeExact(a, b);
            } catch (Throwable thrown) {
                throw broken(thrown);
            }
        }
    }

    record IntOfPPP(MethodHandle handle) {
        static final FunctionDescriptor FORM = FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS);

        int call(MemorySegment a, MemorySegment b, MemorySegment c) {
            try {
                return (int) handle.invokeExact(a, b, c);
            } catch (Throwable thrown) {
                throw broken(thrown);
            }
        }
    }

    /// `g_log_set_handler(domain, levels, function, data)`.
    record IntOfPIPP(MethodHandle handle) {
        static final FunctionDescriptor FORM = FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, ADDRESS);

        int call(MemorySegment a, int b, MemorySegment c, MemorySegment d) {
            try {
                return (int) handle.invokeExact(a, b, c, d);
            } catch (Throwable thrown) {
                throw broken(thrown);
            }
        }
    }

    record LongOfPP(MethodHandle handle) {
        static final FunctionDescriptor FORM = FunctionDescriptor.of(JAVA_LONG, ADDRESS, ADDRESS);

        long call(MemorySegment a, MemorySegment b) {
            try {
                return (long) handle.invokeExact(a, b);
            } catch (Throwable thrown) {
                throw broken(thrown);
            }
        }
    }

    record POfNothing(MethodHandle handle) {
        static final FunctionDescriptor FORM = FunctionDescriptor.of(ADDRESS);

        MemorySegment call() {
            try {
                return (MemorySegment) handle.invokeExact();
            } catch (Throwable thrown) {
                throw broken(thrown);
            }
        }
    }

    record POfP(MethodHandle handle) {
        static final FunctionDescriptor FORM = FunctionDescriptor.of(ADDRESS, ADDRESS);

        MemorySegment call(MemorySegment a) {
            try {
                return (MemorySegment) handle.invokeExact(a);
            } catch (Throwable thrown) {
                throw broken(thrown);
            }
        }
    }

    record POfPL(MethodHandle handle) {
        static final FunctionDescriptor FORM = FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_LONG);

        MemorySegment call(MemorySegment a, long b) {
            try {
                return (MemorySegment) handle.invokeExact(a, b);
            } catch (Throwable thrown) {
                throw broken(thrown);
            }
        }
    }

    record POfPI(MethodHandle handle) {
        static final FunctionDescriptor FORM = FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_INT);

        MemorySegment call(MemorySegment a, int b) {
            try {
                return (MemorySegment) handle.invokeExact(a, b);
            } catch (Throwable thrown) {
                throw broken(thrown);
            }
        }
    }

    /// `vips_image_new_from_memory(data, size, width, height, bands, format)`.
    record POfPLIIII(MethodHandle handle) {
        static final FunctionDescriptor FORM =
                FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT);

        MemorySegment call(MemorySegment data, long bytes, int width, int height, int bands, int format) {
            try {
                return (MemorySegment) handle.invokeExact(data, bytes, width, height, bands, format);
            } catch (Throwable thrown) {
                throw broken(thrown);
            }
        }
    }

    /// `g_signal_connect_data(instance, signal, handler, data, destroy, flags)`.
    record LongOfPPPPPI(MethodHandle handle) {
        static final FunctionDescriptor FORM =
                FunctionDescriptor.of(JAVA_LONG, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, JAVA_INT);

        long call(
                MemorySegment instance,
                MemorySegment signal,
                MemorySegment handler,
                MemorySegment data,
                MemorySegment destroy,
                int flags) {
            try {
                return (long) handle.invokeExact(instance, signal, handler, data, destroy, flags);
            } catch (Throwable thrown) {
                throw broken(thrown);
            }
        }
    }
}
