package offprint.engine.vips;

import java.nio.file.Path;
import offprint.cancel.CancelledException;
import offprint.engine.DamagedPhotos;
import offprint.engine.EngineFailure;
import offprint.engine.EngineProblem;
import offprint.engine.header.Header;
import offprint.image.ImageFormat;
import offprint.image.Orientation;
import offprint.image.PixelSize;

/// Opens a photo for decoding. The loader is chosen by the file's content and called by its own name, so that neither
/// the extension nor brackets in the name mean anything.
final class SourceReader {

    private final Vips vips;
    private final Shaping shaping;
    private final DamagedPhotos damaged;

    SourceReader(Vips vips, DamagedPhotos damaged) {
        this.vips = vips;
        this.shaping = new Shaping(vips);
        this.damaged = damaged;
    }

    DamagedPhotos damaged() {
        return damaged;
    }

    /// How closely a JPEG is looked at.
    enum Strictness {
        /// Every warning of the decoder is an error.
        WARNINGS,
        /// Errors only; for files with harmless bytes between their segments.
        ERRORS
    }

    /// The operation that reads a format.
    static String loaderOf(ImageFormat format) {
        return switch (format) {
            case JPEG -> "jpegload";
            case PNG -> "pngload";
            case TIFF -> "tiffload";
            case WEBP -> "webpload";
            case AVIF, HEIC -> "heifload";
            case GIF -> "gifload";
            case JXL -> "jxlload";
            case BMP, PSD, RAW -> "magickload";
        };
    }

    /// Opens the file and reads its header; pixels are decoded from the top to the bottom, once, when they are asked
    /// for.
    ///
    /// @param shrink 1, 2, 4 or 8 for JPEG: the side of the squares that become one pixel; 1 for all else
    VipsImage open(Path file, Header header, int shrink, Strictness strictness) throws VipsException, EngineProblem {
        try (var call = vips.call(loaderOf(header.format()))) {
            call.with("filename", file).choose("access", "sequential").choose("fail_on", failOn(header, strictness));
            if (shrink > 1) {
                call.with("shrink", shrink);
            }
            var image = call.image();
            try {
                requireExpectedSize(image, header, shrink);
                return image;
            } catch (EngineProblem problem) {
                image.close();
                throw problem;
            }
        }
    }

    /// JPEG's decoder only warns of damage that shows. The others warn of harmless things, such as unknown tags.
    private String failOn(Header header, Strictness strictness) {
        if (damaged == DamagedPhotos.RECOVER) {
            return "none";
        }
        return header.format() == ImageFormat.JPEG && strictness == Strictness.WARNINGS ? "warning" : "error";
    }

    private static void requireExpectedSize(VipsImage image, Header header, int shrink) throws EngineProblem {
        var expected = turnOf(header).upright(header.size());
        var got = image.size();
        boolean fits = Math.abs(got.widthPx() - expected.widthPx() / shrink) <= 1
                && Math.abs(got.heightPx() - expected.heightPx() / shrink) <= 1;
        if (!fits) {
            throw new EngineProblem(new EngineFailure.DamagedSource(
                    "its header says " + header.size() + " px but it has " + got + " px"));
        }
    }

    /// The turn that the loader has applied already: that of a HEIF container.
    static Orientation turnOf(Header header) {
        return header.turned().orElse(Orientation.UPRIGHT);
    }

    /// Grey, colour or CMYK of eight or sixteen bits, with transparency or without: what the rest of the engine works
    /// on.
    VipsImage normal(VipsImage image) throws VipsException, CancelledException {
        try (var pipe = new Pipe(image.again())) {
            boolean known = switch (image.interpretation()) {
                case VipsImage.GREY, VipsImage.GREY_16, VipsImage.SRGB, VipsImage.RGB_16, VipsImage.CMYK ->
                    image.isEightBits() || image.isSixteenBits();
                default -> false;
            };
            if (!known) {
                pipe.through(made -> shaping.inSpace(made, "srgb"));
            }
            int colours = pipe.head().interpretation() == VipsImage.CMYK
                    ? 4
                    : pipe.head().bands() < 3 ? 1 : 3;
            if (pipe.head().bands() > colours + 1) {
                pipe.through(made -> shaping.firstBands(made, colours + 1));
            }
            return pipe.head().again();
        }
    }

    /// The largest scale at which a JPEG is decoded to a fraction of its size and still has `margin` times the target's
    /// pixels a side.
    ///
    /// @param target size that is wanted of it, turned as the raster is
    static int shrinkFor(Header header, PixelSize target, double margin) {
        var stored = header.size();
        if (header.format() != ImageFormat.JPEG) {
            return 1;
        }
        for (int shrink = 8; shrink > 1; shrink /= 2) {
            if (stored.widthPx() >= margin * target.widthPx() * shrink
                    && stored.heightPx() >= margin * target.heightPx() * shrink) {
                return shrink;
            }
        }
        return 1;
    }
}
