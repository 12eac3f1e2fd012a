package offprint.engine;

import java.lang.foreign.MemorySegment;
import offprint.image.PixelSize;
import offprint.image.Pixels;

/// Cuts parts out of rasters.
public final class Crops {

    private Crops() {}

    /// A copy of the part that the view shows of a raster of the whole picture; the caller closes both.
    public static Pixels of(Pixels whole, View.Region region) {
        var part = region.within(whole.size());
        return copied(whole, part.leftPx(), part.topPx(), part.size());
    }

    /// A copy of all of it; the caller closes both.
    public static Pixels copy(Pixels whole) {
        return copied(whole, 0, 0, whole.size());
    }

    private static Pixels copied(Pixels from, int leftPx, int topPx, PixelSize size) {
        var copy = Pixels.allocate(size);
        long rowBytes = (long) size.widthPx() * Pixels.BYTES_PER_PIXEL;
        for (int row = 0; row < size.heightPx(); row++) {
            long at = ((long) (topPx + row) * from.size().widthPx() + leftPx) * Pixels.BYTES_PER_PIXEL;
            MemorySegment.copy(from.segment(), at, copy.segment(), row * rowBytes, rowBytes);
        }
        return copy;
    }
}
