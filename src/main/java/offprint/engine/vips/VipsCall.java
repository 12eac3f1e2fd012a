package offprint.engine.vips;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.List;

/// One call of a libvips operation: arguments by name, then [#run] or [#image]. On one thread; always closed, which
/// lets go of the operation but not of the picture that it made.
///
/// An argument that the operation does not have is a bug of the caller and is thrown as such.
final class VipsCall implements AutoCloseable {

    /// `GValue`: a type and two 64-bit words.
    private static final long VALUE_BYTES = 24;

    private final Vips vips;
    private final NativeFunctions calls;
    private final Arena arena;
    private final MemorySegment operation;

    @SuppressWarnings("MustBeClosedChecker") // closed by close()
    VipsCall(Vips vips, String name) {
        this.vips = vips;
        this.calls = vips.calls();
        this.arena = Arena.ofConfined();
        this.operation = calls.newOperation.call(arena.allocateFrom(name));
        if (operation.equals(MemorySegment.NULL)) {
            arena.close();
            throw new IllegalStateException(
                    "libvips has no operation " + name + ": " + vips.failure().text());
        }
    }

    VipsCall with(String name, VipsImage image) {
        return set(name, vips.imageType(), value -> calls.valueSetObject.call(value, image.pointer()));
    }

    VipsCall with(String name, List<VipsImage> images) {
        var pointers = arena.allocate(ValueLayout.ADDRESS, images.size());
        for (int i = 0; i < images.size(); i++) {
            pointers.setAtIndex(ValueLayout.ADDRESS, i, images.get(i).pointer());
        }
        var array = calls.newImages.call(pointers, images.size());
        set(name, vips.imagesType(), value -> calls.valueSetBoxed.call(value, array));
        calls.unrefArea.call(array);
        return this;
    }

    VipsCall with(String name, SaverTarget target) {
        return set(name, vips.targetType(), value -> calls.valueSetObject.call(value, target.pointer()));
    }

    VipsCall with(String name, int number) {
        return set(name, Vips.TYPE_INT, value -> calls.valueSetInt.call(value, number));
    }

    VipsCall with(String name, double number) {
        return set(name, Vips.TYPE_DOUBLE, value -> calls.valueSetDouble.call(value, number));
    }

    VipsCall with(String name, boolean flag) {
        return set(name, Vips.TYPE_BOOLEAN, value -> calls.valueSetBoolean.call(value, flag ? 1 : 0));
    }

    VipsCall with(String name, Path file) {
        var path = Vips.nativePath(file, arena);
        return set(name, Vips.TYPE_STRING, value -> calls.valueSetString.call(value, path));
    }

    /// A copy of the bytes.
    VipsCall with(String name, byte[] bytes) {
        var blob = calls.newBlob.call(arena.allocateFrom(ValueLayout.JAVA_BYTE, bytes), bytes.length);
        set(name, vips.blobType(), value -> calls.valueSetBoxed.call(value, blob));
        calls.unrefArea.call(blob);
        return this;
    }

    /// An argument whose values have names, such as a kernel, or that is a list of numbers.
    ///
    /// @param words as libvips reads them, such as `lanczos3` or `255 255 255`; never text of a user's
    VipsCall choose(String name, String words) {
        if (calls.setArgumentFromText.call(operation, arena.allocateFrom(name), arena.allocateFrom(words)) != 0) {
            throw new IllegalArgumentException(vips.failure().text());
        }
        return this;
    }

    /// Does it, for an operation that makes no picture.
    void run() throws VipsException {
        if (calls.build.call(operation) != 0) {
            throw vips.failure();
        }
    }

    /// Does it.
    ///
    /// @return the picture that it made, the caller's
    VipsImage image() throws VipsException {
        run();
        var value = newValue(vips.imageType());
        calls.getProperty.call(operation, arena.allocateFrom("out"), value);
        try {
            return vips.owned(calls.ref.call(calls.valueGetObject.call(value)));
        } finally {
            calls.valueUnset.call(value);
        }
    }

    @Override
    public void close() {
        calls.unrefOutputs.call(operation);
        calls.unref.call(operation);
        arena.close();
    }

    private interface Setter {
        void fill(MemorySegment value);
    }

    private VipsCall set(String name, long type, Setter setter) {
        var value = newValue(type);
        setter.fill(value);
        calls.setProperty.call(operation, arena.allocateFrom(name), value);
        calls.valueUnset.call(value);
        return this;
    }

    private MemorySegment newValue(long type) {
        var value = arena.allocate(VALUE_BYTES, Long.BYTES);
        calls.valueInit.call(value, type);
        return value;
    }
}
