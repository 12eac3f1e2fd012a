package offprint.engine.vips;

import java.util.List;
import offprint.engine.VariantRequest;
import offprint.image.ImageFormat;
import offprint.image.PixelSize;
import offprint.image.SourceInfo;
import offprint.recipe.Encoding;

/// What those codecs take that can't be stopped in the middle, reckoned from the size: docs/decisions/0010 has the
/// measurements.
final class CodecCost {

    /// Of libaom for efforts 0 to 9, for small pictures full of detail, which cost the most a pixel.
    private static final int[] AVIF_MILLIS_PER_MEGAPIXEL = {
        550, 900, 1_100, 3_100, 14_000, 19_000, 25_000, 40_000, 80_000, 160_000
    };

    /// Of mozjpeg's search for the best coefficients, which begins when it has all pixels.
    private static final int MOZJPEG_MILLIS_PER_MEGAPIXEL = 150;

    /// Of libwebp between two questions whether to go on.
    private static final int WEBP_MILLIS_PER_MEGAPIXEL = 5;

    private static final int LOSSLESS_WEBP_MILLIS_PER_MEGAPIXEL = 300;
    private static final int WEBP_DECODE_MILLIS_PER_MEGAPIXEL = 25;
    private static final int AVIF_DECODE_MILLIS_PER_MEGAPIXEL = 40;

    /// Half of what a cancel may take, since not every machine is as fast as the one that was measured.
    private static final double SHORT_MILLIS = 25;

    /// Of AVIF, whose figures are of the pictures that cost the most.
    private static final double SHORT_AVIF_MILLIS = 40;

    /// A Java run time with libvips in it, before its first picture.
    private static final long PROCESS_BYTES = 96L << 20;

    private CodecCost() {}

    /// Whether an encoding may take so long that a cancel would have to wait for it.
    static boolean isLong(PixelSize size, Encoding encoding) {
        return switch (encoding) {
            case Encoding.Avif avif -> millis(size, AVIF_MILLIS_PER_MEGAPIXEL[avif.effort()]) > SHORT_AVIF_MILLIS;
            case Encoding.Jpeg jpeg -> jpeg.mozjpeg() && isLong(size, MOZJPEG_MILLIS_PER_MEGAPIXEL);
            case Encoding.Webp webp ->
                isLong(size, webp.lossless() ? LOSSLESS_WEBP_MILLIS_PER_MEGAPIXEL : WEBP_MILLIS_PER_MEGAPIXEL);
            case Encoding.Png png -> false;
            case Encoding.Tiff tiff -> false;
        };
    }

    /// Whether decoding may.
    static boolean isLong(PixelSize size, ImageFormat format) {
        return switch (format) {
            case WEBP -> isLong(size, WEBP_DECODE_MILLIS_PER_MEGAPIXEL);
            case AVIF, HEIC, JXL -> isLong(size, AVIF_DECODE_MILLIS_PER_MEGAPIXEL);
            case JPEG, PNG, TIFF, GIF, BMP, PSD, RAW -> false;
        };
    }

    private static boolean isLong(PixelSize size, int millisPerMegapixel) {
        return millis(size, millisPerMegapixel) > SHORT_MILLIS;
    }

    private static double millis(PixelSize size, int perMegapixel) {
        return size.pixels() / 1e6 * perMegapixel;
    }

    /// Memory of the process of its own that the long steps of a photo are done in, besides the pictures: one, since
    /// variants are encoded at the same time only while workers are idle.
    static long processBytes(SourceInfo info, List<VariantRequest> variants) {
        boolean isNeeded = isLong(info.storedSize(), info.format())
                || variants.stream().anyMatch(variant -> isLong(variant.size(), variant.encoding()));
        return isNeeded ? PROCESS_BYTES : 0;
    }
}
