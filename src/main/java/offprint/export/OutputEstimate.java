package offprint.export;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import offprint.export.PlannedOutput.Note;
import offprint.recipe.Encoding;

/// A rough size of a file that is still to be written, in bytes: bits a pixel of ordinary photographs × pixels.
///
/// Detail decides more than any setting, so a single photo may be off by a factor of two; a batch is off by less.
final class OutputEstimate {

    /// Header, tables, profile and metadata of an ordinary file.
    private static final long OVERHEAD_BYTES = 4_096;

    private static final double DEFLATE_SHARE = 0.58;

    private static final NavigableMap<Integer, Double> JPEG_BITS =
            new TreeMap<>(Map.of(1, 0.15, 50, 0.40, 60, 0.46, 70, 0.57, 80, 0.74, 90, 1.20, 95, 1.83, 100, 4.38));

    private static final NavigableMap<Integer, Double> WEBP_BITS =
            new TreeMap<>(Map.of(1, 0.05, 50, 0.23, 60, 0.27, 70, 0.30, 80, 0.40, 90, 0.75, 95, 1.43, 100, 2.06));

    private OutputEstimate() {}

    /// 0 for what will not be written.
    static long bytes(PlannedOutput output) {
        return output.note().map(OutputEstimate::isWritten).orElse(true)
                ? OVERHEAD_BYTES + (long) (output.size().pixels() * bitsPerPixel(output.encoding()) / 8)
                : 0;
    }

    private static boolean isWritten(Note note) {
        return switch (note) {
            case Note.Renamed renamed -> true;
            case Note.Replaces replaces -> true;
            case Note.WillSkip skip -> false;
            case Note.WillFail fail -> false;
        };
    }

    /// Medians of five photographs at 1600 px: libjpeg 4:2:0, libwebp, and the share of the raw samples that deflate
    /// and LZW left. Not measured but set: 4:4:4 takes 1.3 times 4:2:0, AVIF 0.7 of WebP, lossless WebP 0.75 of PNG.
    static double bitsPerPixel(Encoding encoding) {
        return switch (encoding) {
            case Encoding.Jpeg jpeg ->
                between(JPEG_BITS, jpeg.qualityPercent()) * (jpeg.chroma() == Encoding.Chroma.FULL_444 ? 1.3 : 1);
            case Encoding.Webp webp ->
                webp.lossless() ? 24 * 0.75 * DEFLATE_SHARE : between(WEBP_BITS, webp.qualityPercent());
            case Encoding.Avif avif -> 0.7 * between(WEBP_BITS, avif.qualityPercent());
            case Encoding.Png png -> 3 * png.bits() * (png.compressionLevel() == 0 ? 1 : DEFLATE_SHARE);
            case Encoding.Tiff tiff -> 3 * tiff.bits() * share(tiff.compression());
        };
    }

    private static double share(Encoding.TiffCompression compression) {
        return switch (compression) {
            case NONE -> 1;
            case LZW -> 0.84;
            case DEFLATE -> DEFLATE_SHARE;
        };
    }

    private static double between(NavigableMap<Integer, Double> bitsByQuality, int quality) {
        var below = bitsByQuality.floorEntry(quality);
        var above = bitsByQuality.ceilingEntry(quality);
        if (below == null || above == null) {
            throw new IllegalArgumentException("expected a quality from 1 to 100 but received " + quality);
        }
        int span = above.getKey() - below.getKey();
        double share = span == 0 ? 0 : (quality - below.getKey()) / (double) span;
        return below.getValue() + share * (above.getValue() - below.getValue());
    }
}
