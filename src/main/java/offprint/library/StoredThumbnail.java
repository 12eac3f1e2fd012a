package offprint.library;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.zip.CRC32C;
import offprint.image.PixelSize;
import offprint.image.Pixels;

/// The form in which a thumbnail lies on the disk: a head of [#HEAD_BYTES] bytes, big-endian, and the samples.
///
/// | bytes | what |
/// |---|---|
/// | 0–3 | `OTN1` |
/// | 4–7 | CRC-32C of all that follows |
/// | 8–9, 10–11 | columns, rows |
/// | 12 | form: 0 planes, 1 BGRA |
/// | 13–15 | 0 |
///
/// Planes: luma of every pixel, then blue and red differences of every square of four, as JFIF defines them (ITU-R
/// BT.601, full range), a byte a sample: a JPEG of 4:2:0 without its transform and its codes, which costs the most to
/// undo in a process that has just started. What is transparent somewhere is stored as it is in memory.
final class StoredThumbnail {

    static final int HEAD_BYTES = 16;
    static final int MAX_SIDE_PX = 1_024;

    private static final int MAGIC = 0x4F544E31;
    private static final byte PLANES = 0;
    private static final byte BGRA = 1;
    private static final ValueLayout.OfInt LITTLE_ENDIAN =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private StoredThumbnail() {}

    /// Whether a raster of this size can be stored.
    static boolean holds(PixelSize size) {
        return size.longEdgePx() <= MAX_SIDE_PX;
    }

    /// The bytes of a file. Reads the pixels and leaves them with their owner.
    static byte[] encoded(Pixels pixels) {
        int width = pixels.size().widthPx();
        int height = pixels.size().heightPx();
        var bgra = pixels.segment().toArray(ValueLayout.JAVA_BYTE);
        boolean opaque = isOpaque(bgra);
        var out = new byte[HEAD_BYTES + (opaque ? planesBytes(width, height) : bgra.length)];
        if (opaque) {
            intoPlanes(bgra, width, height, out);
        } else {
            System.arraycopy(bgra, 0, out, HEAD_BYTES, bgra.length);
        }
        var head = ByteBuffer.wrap(out);
        head.putInt(0, MAGIC).putShort(8, (short) width).putShort(10, (short) height);
        head.put(12, opaque ? PLANES : BGRA);
        head.putInt(4, checksum(out));
        return out;
    }

    /// The pixels, owned by the caller; nothing when the bytes are damaged, cut or of another form.
    static Optional<Pixels> decoded(byte[] file) {
        if (file.length < HEAD_BYTES) {
            return Optional.empty();
        }
        var head = ByteBuffer.wrap(file);
        int width = head.getShort(8);
        int height = head.getShort(10);
        byte form = head.get(12);
        boolean sound = head.getInt(0) == MAGIC
                && head.getInt(4) == checksum(file)
                && width >= 1
                && height >= 1
                && Math.max(width, height) <= MAX_SIDE_PX
                && (form == PLANES || form == BGRA);
        int samples = form == PLANES ? planesBytes(width, height) : width * height * Pixels.BYTES_PER_PIXEL;
        if (!sound || file.length != HEAD_BYTES + samples) {
            return Optional.empty();
        }
        var pixels = Pixels.allocate(new PixelSize(width, height));
        if (form == BGRA) {
            MemorySegment.copy(file, HEAD_BYTES, pixels.segment(), ValueLayout.JAVA_BYTE, 0, samples);
        } else {
            var bgra = new int[width * height];
            fromPlanes(file, width, height, bgra);
            MemorySegment.copy(bgra, 0, pixels.segment(), LITTLE_ENDIAN, 0, bgra.length);
        }
        return Optional.of(pixels);
    }

    private static int checksum(byte[] file) {
        var checksum = new CRC32C();
        checksum.update(file, 8, file.length - 8);
        return (int) checksum.getValue();
    }

    private static int planesBytes(int width, int height) {
        return width * height + 2 * ((width + 1) / 2) * ((height + 1) / 2);
    }

    private static boolean isOpaque(byte[] bgra) {
        for (int at = 3; at < bgra.length; at += 4) {
            if (bgra[at] != -1) {
                return false;
            }
        }
        return true;
    }

    private static void intoPlanes(byte[] bgra, int width, int height, byte[] out) {
        int luma = HEAD_BYTES;
        for (int at = 0; at < bgra.length; at += 4) {
            int blue = bgra[at] & 0xFF;
            int green = bgra[at + 1] & 0xFF;
            int red = bgra[at + 2] & 0xFF;
            out[luma++] = (byte) ((19_595 * red + 38_470 * green + 7_471 * blue + 32_768) >> 16);
        }
        int half = (width + 1) / 2;
        int blues = luma;
        int reds = luma + half * ((height + 1) / 2);
        for (int y = 0; y < height; y += 2) {
            for (int x = 0; x < width; x += 2) {
                int blue = mean(bgra, width, height, x, y, 0);
                int green = mean(bgra, width, height, x, y, 1);
                int red = mean(bgra, width, height, x, y, 2);
                int at = y / 2 * half + x / 2;
                out[blues + at] = sample((-11_059 * red - 21_709 * green + 32_768 * blue + 32_768) >> 16);
                out[reds + at] = sample((32_768 * red - 27_439 * green - 5_329 * blue + 32_768) >> 16);
            }
        }
    }

    private static byte sample(int difference) {
        return (byte) Math.clamp(difference + 128, 0, 255);
    }

    /// Of a square of four, less where the picture ends.
    private static int mean(byte[] bgra, int width, int height, int x, int y, int channel) {
        int right = Math.min(x + 1, width - 1);
        int below = Math.min(y + 1, height - 1);
        int sum = (bgra[(y * width + x) * 4 + channel] & 0xFF)
                + (bgra[(y * width + right) * 4 + channel] & 0xFF)
                + (bgra[(below * width + x) * 4 + channel] & 0xFF)
                + (bgra[(below * width + right) * 4 + channel] & 0xFF);
        return (sum + 2) / 4;
    }

    private static void fromPlanes(byte[] file, int width, int height, int[] out) {
        int half = (width + 1) / 2;
        int blues = HEAD_BYTES + width * height;
        int reds = blues + half * ((height + 1) / 2);
        for (int y = 0; y < height; y++) {
            int row = y * width;
            int colours = y / 2 * half;
            for (int x = 0; x < width; x++) {
                int luma = (file[HEAD_BYTES + row + x] & 0xFF) << 16 | 0x8000;
                int blueness = (file[blues + colours + x / 2] & 0xFF) - 128;
                int redness = (file[reds + colours + x / 2] & 0xFF) - 128;
                int red = (luma + 91_881 * redness) >> 16;
                int green = (luma - 22_554 * blueness - 46_802 * redness) >> 16;
                int blue = (luma + 116_130 * blueness) >> 16;
                // In range but for rounding, in nearly every pixel: one look at all three.
                if (((red | green | blue) & ~0xFF) != 0) {
                    red = Math.clamp(red, 0, 255);
                    green = Math.clamp(green, 0, 255);
                    blue = Math.clamp(blue, 0, 255);
                }
                out[row + x] = 0xFF00_0000 | red << 16 | green << 8 | blue;
            }
        }
    }
}
