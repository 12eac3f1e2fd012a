package offprint.preview;

import java.util.function.ToDoubleFunction;
import offprint.engine.View;
import offprint.image.PixelSize;
import offprint.recipe.Encoding;

/// What stands for a variant until it is encoded: only what is seen of it goes through the encoder, at its fastest.
final class Draft {

    /// What an estimate may take, so that it is there before the slider moves on.
    private static final double WANTED_MILLIS = 40;

    /// A picture that is shown larger than it is must still be made out.
    private static final double SMALLEST = 0.4;

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
                int boxPx = (int) Math.round(shown.longEdgePx() * Math.clamp(scale, SMALLEST, 1));
                yield new View.Fitted(Math.max(1, boxPx));
            }
        };
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
