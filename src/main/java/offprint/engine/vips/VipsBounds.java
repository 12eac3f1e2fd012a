package offprint.engine.vips;

import java.util.List;
import offprint.engine.VariantRequest;
import offprint.image.PixelSize;
import offprint.image.SourceInfo;
import offprint.recipe.Encoding;

/// What a render may take off the heap, reckoned from the header. Saturates instead of overflowing.
final class VipsBounds {

    /// Streams, tables, strips of rows and the threads' stacks.
    private static final long FIXED_BYTES = 24L << 20;

    /// Up to here a plain JPEG gets Huffman tables of its own, some per cent smaller than with the standard's; for them
    /// the encoder must have seen the whole picture. Room for 100 MP with reduced chroma.
    private static final long MAX_COEFFICIENT_BYTES = 640L << 20;

    private VipsBounds() {}

    /// An upper estimate: what the reader holds, then all renditions with what the encoders make of them.
    static long estimate(SourceInfo info, List<VariantRequest> variants) {
        long bytesPerPixel = (info.hasAlpha() ? 4 : 3) * (info.bitsPerSample() > 8 ? 2L : 1L);
        long renditions = 0;
        long encoders = 0;
        long largest = 0;
        for (var variant : variants) {
            long count = variant.size().pixels();
            largest = Math.max(largest, multiplied(count, bytesPerPixel));
            renditions = plus(renditions, multiplied(count, bytesPerPixel));
            encoders = plus(encoders, encoderBytes(variant));
        }
        long decoding = plus(readerBytes(info), multiplied(largest, 2));
        long pixels = Math.max(decoding, plus(renditions, encoders));
        return plus(plus(FIXED_BYTES, CodecCost.processBytes(info, variants)), pixels);
    }

    /// Bytes of a decode alone.
    static long estimateDecode(SourceInfo info) {
        return plus(FIXED_BYTES, readerBytes(info));
    }

    /// JPEG and PNG come row by row, but a progressive JPEG keeps all its coefficients, two bytes each, and an
    /// interlaced PNG all its pixels; TIFF comes by strips, of which there may be but one; the others come whole.
    private static long readerBytes(SourceInfo info) {
        long decoded = info.decodedBytes();
        return switch (info.format()) {
            case JPEG -> multiplied(info.storedSize().pixels(), info.bands() == 1 ? 2 : info.bands() == 4 ? 8 : 6);
            case PNG, TIFF -> decoded;
            case WEBP, AVIF, HEIC, JXL, GIF, BMP, PSD, RAW -> multiplied(decoded, 3);
        };
    }

    /// What the encoder of JPEG holds of a picture at once: two copies of its coefficients, of two bytes each; nothing
    /// where rows go straight through, since the picture is large and its recipe asks for nothing that needs them.
    static long coefficientBytes(Encoding.Jpeg jpeg, PixelSize size) {
        long bytes = multiplied(size.pixels(), jpeg.chroma() == Encoding.Chroma.SUBSAMPLED_420 ? 6 : 12);
        return jpeg.progressive() || jpeg.mozjpeg() || bytes <= MAX_COEFFICIENT_BYTES ? bytes : 0;
    }

    /// libjpeg keeps coefficients for its tables, libwebp and libaom their own pictures.
    private static long encoderBytes(VariantRequest variant) {
        long pixels = variant.size().pixels();
        return switch (variant.encoding()) {
            case Encoding.Jpeg jpeg -> coefficientBytes(jpeg, variant.size());
            case Encoding.Webp webp -> multiplied(pixels, webp.lossless() ? 40 : 20);
            case Encoding.Avif avif -> multiplied(pixels, 60);
            case Encoding.Png png -> pixels;
            case Encoding.Tiff tiff -> pixels;
        };
    }

    private static long plus(long a, long b) {
        long sum = a + b;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    private static long multiplied(long a, long b) {
        return Math.multiplyHigh(a, b) != 0 || a * b < 0 ? Long.MAX_VALUE : a * b;
    }
}
