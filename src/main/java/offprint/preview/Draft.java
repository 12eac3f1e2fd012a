package offprint.preview;

import java.util.function.ToDoubleFunction;
import offprint.engine.View;
import offprint.image.PixelSize;
import offprint.recipe.Encoding;

/// What stands for a variant until it is encoded: only what is seen of it goes through the encoder, at its fastest.
final class Draft {

    /// What an estimate may take, so that it is there before the slider moves on.
    private static final double WANTED_MILLIS = 40;

    /// Sizes beside the wanted one. Few, since the pixels of the last one are kept; the smallest can still be made out.
    private static final double[] SCALES = {1, 0.7, 0.5, 0.4, 0.3, 0.2};

    private static final int FASTEST_AVIF_EFFORT = 0;

    private Draft() {}

    /// The same look for less time; the bytes differ a little.
    static Encoding hastened(Encoding encoding) {
        return switch (encoding) {
            case Encoding.Jpeg jpeg -> new Encoding.Jpeg(jpeg.qualityPercent(), false, jpeg.chroma(), false);
            case Encoding.Webp webp -> webp;
            case Encoding.Avif avif -> new Encoding.Avif(avif.qualityPercent(), FASTEST_AVIF_EFFORT);
            case Encoding.Png png -> png;
            case Encoding.Tiff tiff -> tiff;
        };
    }

    /// What goes through the encoder: what is seen, and of a whole picture a smaller one where the encoder is slow.
    ///
    /// @param wanted what is looked at
    /// @param whole size of the variant
    /// @param expectedMillis how long a size takes
    static View view(View wanted, PixelSize whole, ToDoubleFunction<PixelSize> expectedMillis) {
        return switch (wanted) {
            case View.Region region -> region;
            case View.Fitted fitted -> {
                var shown = fitted.sizeOf(whole);
                double scale = Math.sqrt(WANTED_MILLIS / expectedMillis.applyAsDouble(shown));
                yield scale >= 1
                        ? fitted
                        : new View.Fitted(Math.max(1, (int) Math.round(shown.longEdgePx() * step(scale))));
            }
        };
    }

    /// The largest of the sizes that is not larger, or the smallest.
    private static double step(double scale) {
        for (double larger : SCALES) {
            if (larger <= scale) {
                return larger;
            }
        }
        return SCALES[SCALES.length - 1];
    }

    /// Whether there is a picture to be had sooner than the exact one: what keeps every pixel looks as before.
    static boolean isWorthIt(Encoding encoding) {
        return Quality.of(encoding).isPresent();
    }

    /// Bytes of the variant, if it has as many a pixel as what was encoded of it.
    static long bytes(long draftBytes, PixelSize draft, PixelSize whole) {
        return Math.round(draftBytes * ((double) whole.pixels() / draft.pixels()));
    }
}
