package offprint.engine.vips;

import offprint.image.PixelSize;
import offprint.recipe.Encoding;

/// What libaom's encoder takes, reckoned from the size and the effort: docs/decisions/0010 has the measurement.
final class AvifCost {

    /// Milliseconds a megapixel for efforts 0 to 9, for small pictures full of detail, which cost the most a pixel.
    private static final int[] MILLIS_PER_MEGAPIXEL = {
        550, 900, 1_100, 3_100, 14_000, 19_000, 25_000, 40_000, 80_000, 160_000
    };

    /// Half of what a cancel may take, since not every machine is as fast as the one that was measured.
    private static final double SHORT_MILLIS = 25;

    /// A Java run time with libvips in it, before its first picture.
    private static final long PROCESS_BYTES = 96L << 20;

    private AvifCost() {}

    /// Whether it may take so long that a cancel would have to wait for it.
    static boolean isLong(PixelSize size, Encoding.Avif encoding) {
        return size.pixels() / 1e6 * MILLIS_PER_MEGAPIXEL[encoding.effort()] > SHORT_MILLIS;
    }

    /// Memory of the process of its own that a long one is done in, besides the picture.
    static long processBytes(PixelSize size, Encoding.Avif encoding) {
        return isLong(size, encoding) ? PROCESS_BYTES : 0;
    }
}
