package offprint.recipe;

import offprint.image.ImageFormat;

/// How pixels become a file: one record a format, each with the choices that the format has.
public sealed interface Encoding {

    ImageFormat format();

    /// @param qualityPercent 1–100, in the scale of libjpeg
    /// @param progressive whether coarse scans come first
    /// @param chroma how many colour samples are kept
    /// @param mozjpeg whether to use mozjpeg's slower, smaller coding where the engine has it
    record Jpeg(int qualityPercent, boolean progressive, Chroma chroma, boolean mozjpeg) implements Encoding {
        public Jpeg {
            requireInRange("quality", qualityPercent, 1, 100);
        }

        @Override
        public ImageFormat format() {
            return ImageFormat.JPEG;
        }
    }

    /// @param qualityPercent 1–100; ignored when lossless
    /// @param lossless whether every pixel is kept as it is
    record Webp(int qualityPercent, boolean lossless) implements Encoding {
        public Webp {
            requireInRange("quality", qualityPercent, 1, 100);
        }

        @Override
        public ImageFormat format() {
            return ImageFormat.WEBP;
        }
    }

    /// @param qualityPercent 1–100
    /// @param effort 0 (fast) – 9 (small)
    record Avif(int qualityPercent, int effort) implements Encoding {
        public Avif {
            requireInRange("quality", qualityPercent, 1, 100);
            requireInRange("effort", effort, 0, 9);
        }

        @Override
        public ImageFormat format() {
            return ImageFormat.AVIF;
        }
    }

    /// @param compressionLevel 0 (fast) – 9 (small), in the scale of zlib
    /// @param bits 8 or 16 a sample; 16 only where the source has them
    record Png(int compressionLevel, int bits) implements Encoding {
        public Png {
            requireInRange("compression", compressionLevel, 0, 9);
            requireBits(bits);
        }

        @Override
        public ImageFormat format() {
            return ImageFormat.PNG;
        }
    }

    /// @param bits 8 or 16 a sample; 16 only where the source has them
    record Tiff(TiffCompression compression, int bits) implements Encoding {
        public Tiff {
            requireBits(bits);
        }

        @Override
        public ImageFormat format() {
            return ImageFormat.TIFF;
        }
    }

    /// Colour samples kept by JPEG, in the usual J:a:b notation.
    enum Chroma {
        /// One colour sample for four pixels: `4:2:0`.
        SUBSAMPLED_420,
        /// One colour sample a pixel: `4:4:4`.
        FULL_444
    }

    /// Lossless codings of TIFF.
    enum TiffCompression {
        NONE,
        LZW,
        DEFLATE
    }

    private static void requireInRange(String name, int value, int low, int high) {
        if (value < low || value > high) {
            throw new IllegalArgumentException(
                    "expected a whole number from " + low + " to " + high + " for " + name + " but received " + value);
        }
    }

    private static void requireBits(int bits) {
        if (bits != 8 && bits != 16) {
            throw new IllegalArgumentException("expected 8 or 16 for bits but received " + bits);
        }
    }
}
