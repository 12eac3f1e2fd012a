package offprint.engine.embedded;

import java.util.List;
import offprint.engine.EngineProblem;
import offprint.engine.Limits;
import offprint.engine.VariantRequest;
import offprint.engine.header.Claims;
import offprint.image.ImageFormat;
import offprint.image.SourceInfo;

/// What a render may take, reckoned from the header before anything is allocated. Saturates instead of overflowing.
final class Bounds {

    /// Streams, tables and the codecs' own rows.
    private static final long FIXED_BYTES = 8L << 20;

    private Bounds() {}

    static void require(SourceInfo info, long fileBytes, Limits limits, long estimatedBytes) throws EngineProblem {
        long available = Math.min(limits.maxBytes(), Runtime.getRuntime().maxMemory());
        Claims.require(info, fileBytes, new Limits(limits.maxPixels(), available), estimatedBytes);
    }

    /// An upper estimate: the decoded raster, what its reader needs beside it, the largest rendition with the copies
    /// that turning, colour and encoding make of it, and the smaller ones.
    static long estimate(SourceInfo info, List<VariantRequest> variants) {
        long decoded = decodedBytes(info);
        long reader = readerBytes(info, decoded);
        long bytesPerPixel = Math.max(3, info.hasAlpha() ? 4 : 3) * (info.bitsPerSample() > 8 ? 2L : 1L);
        long largest = 0;
        long encoder = 0;
        long all = 0;
        for (var variant : variants) {
            long bytes = multiplied(variant.size().pixels(), bytesPerPixel);
            largest = Math.max(largest, bytes);
            all = plus(all, bytes);
            encoder = Math.max(encoder, multiplied(variant.size().pixels(), encoderBytesPerPixel(variant)));
        }
        long resizing = plus(all, plus(multiplied(largest, 2), encoder));
        return plus(FIXED_BYTES, plus(decoded, Math.max(reader, resizing)));
    }

    /// Bytes of a decode alone.
    static long estimateDecode(SourceInfo info) {
        long decoded = decodedBytes(info);
        return plus(FIXED_BYTES, plus(decoded, readerBytes(info, decoded)));
    }

    private static long decodedBytes(SourceInfo info) {
        long channels = Math.clamp(info.bands(), info.format() == ImageFormat.GIF ? 4 : 1, 56);
        return multiplied(info.storedSize().pixels(), channels * Math.ceilDiv(Math.max(8, info.bitsPerSample()), 8));
    }

    /// A progressive JPEG keeps all its coefficients, two bytes each; the other readers may need a second raster.
    private static long readerBytes(SourceInfo info, long decoded) {
        return switch (info.format()) {
            case JPEG -> multiplied(info.storedSize().pixels(), info.bands() == 4 ? 12 : info.bands() == 1 ? 2 : 6);
            case PNG -> info.storedSize().widthPx() * 32L;
            case WEBP -> multiplied(decoded, 2);
            case TIFF, GIF, BMP, PSD, AVIF, HEIC, JXL, RAW ->
                multiplied(info.storedSize().pixels(), 4);
        };
    }

    /// libjpeg keeps coefficients for optimised tables, libwebp its own picture.
    private static long encoderBytesPerPixel(VariantRequest variant) {
        return switch (variant.encoding().format()) {
            case JPEG -> 9;
            case WEBP -> 20;
            case PNG, TIFF, AVIF, HEIC, JXL, GIF, BMP, PSD, RAW -> 4;
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
