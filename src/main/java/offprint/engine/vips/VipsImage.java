package offprint.engine.vips;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import offprint.image.PixelSize;

/// A reference to a picture of libvips: a description whose pixels are computed when they are asked for, or pixels in
/// memory. Whoever holds it closes it, exactly once; pictures made of it go on living.
///
/// Pixels may be read by several threads at once; what lies beside them is changed only by who made the picture.
final class VipsImage implements AutoCloseable {

    /// What `interpretation` says of colours, in the numbers of libvips.
    static final int GREY = 1;
    static final int CMYK = 15;
    static final int SRGB = 22;
    static final int RGB_16 = 25;
    static final int GREY_16 = 26;

    private static final int UCHAR = 0;
    private static final int USHORT = 2;

    private final Vips vips;
    private final MemorySegment pointer;
    private boolean closed;

    VipsImage(Vips vips, MemorySegment pointer) {
        this.vips = vips;
        this.pointer = pointer;
        vips.count(1);
    }

    MemorySegment pointer() {
        if (closed) {
            throw new IllegalStateException("the picture is closed");
        }
        return pointer;
    }

    PixelSize size() {
        return new PixelSize(
                vips.calls().width.call(pointer()), vips.calls().height.call(pointer()));
    }

    int bands() {
        return vips.calls().bands.call(pointer());
    }

    boolean isEightBits() {
        return vips.calls().format.call(pointer()) == UCHAR;
    }

    boolean isSixteenBits() {
        return vips.calls().format.call(pointer()) == USHORT;
    }

    int interpretation() {
        return vips.calls().interpretation.call(pointer());
    }

    /// As it is meant to be printed.
    double columnsPerMillimetre() {
        return vips.calls().columnsPerMillimetre.call(pointer());
    }

    double rowsPerMillimetre() {
        return vips.calls().rowsPerMillimetre.call(pointer());
    }

    /// Whether the last band is transparency.
    boolean hasAlpha() {
        int colours = switch (interpretation()) {
            case GREY, GREY_16 -> 1;
            case CMYK -> 4;
            default -> 3;
        };
        return bands() > colours;
    }

    long bytes() {
        return size().pixels() * bands() * (isSixteenBits() ? 2 : isEightBits() ? 1 : 4);
    }

    /// Another reference to the same picture.
    VipsImage again() throws VipsException {
        return vips.owned(vips.calls().ref.call(pointer()));
    }

    /// Another picture of the same pixels, whose progress, end and metadata are its own.
    VipsImage copy() throws VipsException {
        try (var call = vips.call("copy")) {
            return call.with("in", this).image();
        }
    }

    /// Takes everything away that lies beside the pixels, but for what libvips needs to compute them.
    void removeMetadata(Predicate<String> wanted) {
        var calls = vips.calls();
        var names = calls.fields.call(pointer());
        try (var arena = Arena.ofConfined()) {
            for (var name : strings(names)) {
                if (wanted.test(name) && !name.startsWith("vips-")) {
                    calls.remove.call(pointer(), arena.allocateFrom(name));
                }
            }
        } finally {
            calls.freeStrings.call(names);
        }
    }

    /// Rows are asked for from the top to the bottom, if not quite in turn: operations need not keep them as well, the
    /// loader does.
    void promiseOrder() {
        try (var arena = Arena.ofConfined()) {
            vips.calls().remove.call(pointer(), arena.allocateFrom("vips-sequential"));
        }
    }

    void setBlob(String name, byte[] bytes) {
        try (var arena = Arena.ofConfined()) {
            vips.calls()
                    .setBlobCopy
                    .call(
                            pointer(),
                            arena.allocateFrom(name),
                            arena.allocateFrom(ValueLayout.JAVA_BYTE, bytes),
                            bytes.length);
        }
    }

    /// How many threads compute the pixels of this picture and of what is made of it.
    void setThreads(int threads) {
        try (var arena = Arena.ofConfined()) {
            vips.calls().setInt.call(pointer(), arena.allocateFrom("concurrency"), threads);
        }
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            vips.count(-1);
            vips.calls().unref.call(pointer);
        }
    }

    /// A list of C strings that ends with a null pointer.
    @SuppressWarnings("restricted") // its length is not known beforehand
    private static List<String> strings(MemorySegment list) {
        var found = new ArrayList<String>();
        var pointers = list.reinterpret(Long.MAX_VALUE);
        for (long i = 0; ; i++) {
            var text = pointers.getAtIndex(ValueLayout.ADDRESS, i);
            if (text.equals(MemorySegment.NULL)) {
                return found;
            }
            found.add(Vips.text(text));
        }
    }
}
