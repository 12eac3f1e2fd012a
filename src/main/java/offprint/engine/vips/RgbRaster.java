package offprint.engine.vips;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import offprint.engine.header.ThumbnailCrop;
import offprint.image.Orientation;
import offprint.image.PixelSize;
import offprint.image.Pixels;

/// A small picture of three bytes a pixel (red, green, blue) on the heap. Cutting and turning it here takes a fraction
/// of what libvips needs to prepare a dozen operations.
///
/// @param bytes 3 × columns × rows
@SuppressWarnings("ArrayRecordComponent") // never compared
record RgbRaster(byte[] bytes, PixelSize size) implements ThumbnailCrop.Raster {

    static final int BYTES_PER_PIXEL = 3;

    private static final ValueLayout.OfInt BGRA = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    @Override
    public int rgb(int x, int y) {
        return rgbAt((y * size.widthPx() + x) * BYTES_PER_PIXEL);
    }

    private int rgbAt(int at) {
        return (bytes[at] & 0xFF) << 16 | (bytes[at + 1] & 0xFF) << 8 | (bytes[at + 2] & 0xFF);
    }

    /// The part of it, upright; the caller's.
    Pixels upright(ThumbnailCrop crop, Orientation orientation) {
        int width = crop.size().widthPx();
        int height = crop.size().heightPx();
        // Where the first pixel of the result lies, and how far its neighbours to the right and below are.
        int left = orientation.isMirrored() ? width - 1 : 0;
        int right = width - 1 - left;
        int along = orientation.isMirrored() ? -1 : 1;
        int below = size.widthPx();
        int column = 0;
        int row = 0;
        int stepRight = along;
        int stepDown = below;
        switch (orientation.clockwiseDegrees()) {
            case 90 -> {
                column = left;
                row = height - 1;
                stepRight = -below;
                stepDown = along;
            }
            case 180 -> {
                column = right;
                row = height - 1;
                stepRight = -along;
                stepDown = -below;
            }
            case 270 -> {
                column = right;
                row = 0;
                stepRight = below;
                stepDown = -along;
            }
            default -> column = left;
        }
        int first = (crop.top() + row) * below + crop.left() + column;
        return stepped(orientation.upright(crop.size()), first, stepRight, stepDown);
    }

    private Pixels stepped(PixelSize upright, int first, int stepRight, int stepDown) {
        var bgra = new int[Math.toIntExact(upright.pixels())];
        int out = 0;
        for (int y = 0; y < upright.heightPx(); y++) {
            int at = (first + y * stepDown) * BYTES_PER_PIXEL;
            for (int x = 0; x < upright.widthPx(); x++) {
                bgra[out++] = 0xFF00_0000 | rgbAt(at);
                at += stepRight * BYTES_PER_PIXEL;
            }
        }
        var pixels = Pixels.allocate(upright);
        MemorySegment.copy(bgra, 0, pixels.segment(), BGRA, 0, bgra.length);
        return pixels;
    }
}
