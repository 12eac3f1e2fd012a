package offprint.engine.embedded;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import offprint.cancel.CancelledException;
import offprint.engine.Poll;
import offprint.image.PixelSize;
import offprint.image.Pixels;

/// Carries rasters between this room's arrays and [Pixels]: premultiplied BGRA, sRGB.
final class PixelTransfer {

    private static final int POLL_ROWS = 32;
    private static final int BYTES = Pixels.BYTES_PER_PIXEL;

    private PixelTransfer() {}

    /// @param picture premultiplied where it has alpha, sRGB
    static Pixels toPixels(Samples picture, Poll poll) throws CancelledException {
        var source = Depth.toColour(Depth.toBytes(picture, poll), poll);
        var pixels = Pixels.allocate(new PixelSize(source.width(), source.height()));
        try {
            var row = new byte[source.width() * BYTES];
            for (int y = 0; y < source.height(); y++) {
                if (y % POLL_ROWS == 0) {
                    poll.check();
                }
                toBgra(source, y, row);
                MemorySegment.copy(row, 0, pixels.segment(), ValueLayout.JAVA_BYTE, (long) y * row.length, row.length);
            }
            return pixels;
        } catch (CancelledException | RuntimeException failure) {
            pixels.close();
            throw failure;
        }
    }

    private static void toBgra(Samples source, int y, byte[] row) {
        var in = source.bytes();
        var order = source.bandOffsets();
        int at = source.rowStart(y);
        for (int to = 0; to < row.length; to += BYTES, at += source.channels()) {
            row[to] = in[at + order[2]];
            row[to + 1] = in[at + order[1]];
            row[to + 2] = in[at + order[0]];
            row[to + 3] = source.hasAlpha() ? in[at + source.alphaOffset()] : (byte) 0xFF;
        }
    }

    /// A copy on the heap, without alpha when every pixel is opaque.
    static Samples fromPixels(Pixels pixels, Poll poll) throws CancelledException {
        int width = pixels.size().widthPx();
        int height = pixels.size().heightPx();
        boolean opaque = isOpaque(pixels, poll);
        var target = Samples.allocate(width, height, opaque ? 3 : 4, false, !opaque);
        var out = target.bytes();
        var order = target.bandOffsets();
        var row = new byte[width * BYTES];
        for (int y = 0; y < height; y++) {
            if (y % POLL_ROWS == 0) {
                poll.check();
            }
            MemorySegment.copy(pixels.segment(), ValueLayout.JAVA_BYTE, (long) y * row.length, row, 0, row.length);
            int to = target.rowStart(y);
            for (int at = 0; at < row.length; at += BYTES, to += target.channels()) {
                out[to + order[0]] = row[at + 2];
                out[to + order[1]] = row[at + 1];
                out[to + order[2]] = row[at];
                if (!opaque) {
                    out[to + order[3]] = row[at + 3];
                }
            }
        }
        return target;
    }

    private static boolean isOpaque(Pixels pixels, Poll poll) throws CancelledException {
        var row = new byte[pixels.size().widthPx() * BYTES];
        for (int y = 0; y < pixels.size().heightPx(); y++) {
            if (y % POLL_ROWS == 0) {
                poll.check();
            }
            MemorySegment.copy(pixels.segment(), ValueLayout.JAVA_BYTE, (long) y * row.length, row, 0, row.length);
            for (int at = 3; at < row.length; at += BYTES) {
                if (row[at] != (byte) 0xFF) {
                    return false;
                }
            }
        }
        return true;
    }
}
