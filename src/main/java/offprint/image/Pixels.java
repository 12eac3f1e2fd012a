package offprint.image;

import java.lang.foreign.MemorySegment;
import java.util.concurrent.atomic.AtomicBoolean;

/// An owned raster outside the heap, in the layout that JavaFX shows: one `int` a pixel, BGRA, alpha premultiplied,
/// rows from top to bottom without padding, sRGB.
///
/// Whoever holds it closes it, exactly once, after the last reader let go: its memory then serves another raster. What
/// is never closed is freed by the collector. Any thread may read, write and close it.
public final class Pixels implements AutoCloseable {

    /// Bytes a pixel.
    public static final int BYTES_PER_PIXEL = 4;

    /// A screenful of thumbnails or two, or some previews.
    private static final SpareMemory SPARE = new SpareMemory(32L << 20);

    private final PixelSize size;
    private final MemorySegment piece;
    private final MemorySegment segment;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Pixels(PixelSize size) {
        this.size = size;
        this.piece = SPARE.take(size.pixels() * BYTES_PER_PIXEL);
        this.segment = piece.asSlice(0, size.pixels() * BYTES_PER_PIXEL);
    }

    /// A new raster of transparent black.
    ///
    /// @throws OutOfMemoryError when the system has no room for `4 × pixels` bytes
    public static Pixels allocate(PixelSize size) {
        return new Pixels(size);
    }

    public PixelSize size() {
        return size;
    }

    public long byteSize() {
        return size.pixels() * BYTES_PER_PIXEL;
    }

    /// The memory itself: [#byteSize] bytes, for as long as this is open.
    ///
    /// @throws IllegalStateException once closed
    public MemorySegment segment() {
        if (isClosed()) {
            throw new IllegalStateException("the pixels are closed");
        }
        return segment;
    }

    public boolean isClosed() {
        return closed.get();
    }

    /// Gives the memory back; closing again does nothing.
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            SPARE.give(piece);
        }
    }
}
