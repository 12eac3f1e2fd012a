package offprint.recipe;

import java.util.List;
import java.util.Optional;
import offprint.image.ImageFormat;

/// Reads the choices of one format; a choice that is left out gets the value of [Defaults].
final class EncodingReader {

    /// What a recipe that does not say gets: the values that photographers' programs agree on.
    static final class Defaults {
        static final Encoding.Jpeg JPEG = new Encoding.Jpeg(85, true, Encoding.Chroma.SUBSAMPLED_420, false);
        static final Encoding.Webp WEBP = new Encoding.Webp(80, false);
        static final Encoding.Avif AVIF = new Encoding.Avif(60, 3);
        static final Encoding.Png PNG = new Encoding.Png(6, 8);
        static final Encoding.Tiff TIFF = new Encoding.Tiff(Encoding.TiffCompression.DEFLATE, 8);

        static final List<Encoding> ALL = List.of(JPEG, WEBP, AVIF, PNG, TIFF);

        private Defaults() {}
    }

    private EncodingReader() {}

    /// Empty for a format that is never written.
    static Optional<Encoding> read(ImageFormat format, JsonFields fields) {
        return switch (format) {
            case JPEG -> Optional.of(jpeg(fields));
            case WEBP -> Optional.of(webp(fields));
            case AVIF -> Optional.of(avif(fields));
            case PNG -> Optional.of(png(fields));
            case TIFF -> Optional.of(tiff(fields));
            case HEIC, JXL, GIF, BMP, PSD, RAW -> Optional.empty();
        };
    }

    private static Encoding jpeg(JsonFields fields) {
        fields.allowOnly(List.of("format", "quality", "progressive", "chroma", "mozjpeg"));
        return new Encoding.Jpeg(
                quality(fields, Defaults.JPEG.qualityPercent()),
                fields.flag("progressive", Defaults.JPEG.progressive()),
                fields.choice("chroma", RecipeWords.CHROMA, Defaults.JPEG.chroma()),
                fields.flag("mozjpeg", Defaults.JPEG.mozjpeg()));
    }

    private static Encoding webp(JsonFields fields) {
        fields.allowOnly(List.of("format", "quality", "lossless"));
        return new Encoding.Webp(
                quality(fields, Defaults.WEBP.qualityPercent()), fields.flag("lossless", Defaults.WEBP.lossless()));
    }

    private static Encoding avif(JsonFields fields) {
        fields.allowOnly(List.of("format", "quality", "effort"));
        return new Encoding.Avif(
                quality(fields, Defaults.AVIF.qualityPercent()),
                fields.wholeNumber("effort", 0, 9, Defaults.AVIF.effort()));
    }

    private static Encoding png(JsonFields fields) {
        fields.allowOnly(List.of("format", "compression", "bits"));
        return new Encoding.Png(
                fields.wholeNumber("compression", 0, 9, Defaults.PNG.compressionLevel()),
                fields.choice("bits", RecipeWords.BITS, Defaults.PNG.bits()));
    }

    private static Encoding tiff(JsonFields fields) {
        fields.allowOnly(List.of("format", "compression", "bits"));
        return new Encoding.Tiff(
                fields.choice("compression", RecipeWords.TIFF_COMPRESSION, Defaults.TIFF.compression()),
                fields.choice("bits", RecipeWords.BITS, Defaults.TIFF.bits()));
    }

    private static int quality(JsonFields fields, int otherwise) {
        return fields.wholeNumber("quality", 1, 100, otherwise);
    }
}
