package offprint.preview;

import java.util.OptionalInt;
import offprint.recipe.Encoding;

/// The one choice of an encoding that a slider moves.
public final class Quality {

    private Quality() {}

    /// In percent; empty where every pixel is kept as it is.
    public static OptionalInt of(Encoding encoding) {
        return switch (encoding) {
            case Encoding.Jpeg jpeg -> OptionalInt.of(jpeg.qualityPercent());
            case Encoding.Webp webp -> webp.lossless() ? OptionalInt.empty() : OptionalInt.of(webp.qualityPercent());
            case Encoding.Avif avif -> OptionalInt.of(avif.qualityPercent());
            case Encoding.Png png -> OptionalInt.empty();
            case Encoding.Tiff tiff -> OptionalInt.empty();
        };
    }

    /// The same encoding with another quality; what has none stays as it is.
    ///
    /// @param percent 1–100
    public static Encoding with(Encoding encoding, int percent) {
        return switch (encoding) {
            case Encoding.Jpeg jpeg -> new Encoding.Jpeg(percent, jpeg.progressive(), jpeg.chroma(), jpeg.mozjpeg());
            case Encoding.Webp webp -> webp.lossless() ? webp : new Encoding.Webp(percent, false);
            case Encoding.Avif avif -> new Encoding.Avif(percent, avif.effort());
            case Encoding.Png png -> png;
            case Encoding.Tiff tiff -> tiff;
        };
    }
}
