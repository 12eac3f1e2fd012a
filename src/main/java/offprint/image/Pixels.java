package offprint.image;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// An owned raster outside the heap, in the layout that JavaFX shows: one `int` a pixel, BGRA, alpha premultiplied,
/// rows from top to bottom without padding, sRGB.
///
/// Whoever holds it closes it, exactly once, after the last reader let go. Any thread may read, write and close it.
public final class Pixels implements AutoCloseable {

    /// Bytes a pixel.
    public static final int BYTES_PER_PIXEL = 4;

    private final PixelSize size;
    private final Arena arena;
    private final MemorySegment segment;

    @SuppressWarnings("MustBeClosedChecker") // closed by close()
    private Pixels(PixelSize size) {
        this.size = size;
        this.arena = Arena.ofShared();
        this.segment = arena.allocate(size.pixels() * BYTES_PER_PIXEL, 64);
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

    /// The memory itself: [#byteSize] bytes.
    ///
    /// @throws IllegalStateException once closed, by every access
    public MemorySegment segment() {
        return segment;
    }

    public boolean isClosed() {
        return !segment.scope().isAlive();
    }

    /// Gives the memory back; closing again does nothing.
    @Override
    public void close() {
        synchronized (arena) {
            if (segment.scope().isAlive()) {
                arena.close();
            }
        }
    }
}
