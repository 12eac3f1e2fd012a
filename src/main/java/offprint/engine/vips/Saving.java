package offprint.engine.vips;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import offprint.cancel.CancelledException;
import offprint.engine.EngineFailure;
import offprint.engine.EngineProblem;
import offprint.engine.Stop;
import offprint.image.ImageFormat;
import offprint.image.PixelSize;
import offprint.recipe.Encoding;

/// Writes a picture as a file in one of the formats, and beside the pixels only what it is given.
final class Saving {

    /// Above this the offsets of a plain TIFF may overflow.
    private static final long MAX_PLAIN_TIFF_BYTES = 3L << 30;

    /// A strip of rows is compressed in one go, which a cancel has to wait for.
    private static final long TIFF_STRIP_BYTES = 512 << 10;

    private static final int MIN_TIFF_STRIP_ROWS = 8;
    private static final int MAX_TIFF_STRIP_ROWS = 128;

    private static final int MOZJPEG_TABLE = 3;
    private static final int WEBP_EFFORT = 4;
    private static final int FILTERED_FROM_LEVEL = 4;

    private final Vips vips;
    private final Shaping shaping;
    private final Optional<CodecProcesses> apart;

    /// Everything is encoded here, whether it can be stopped or not.
    Saving(Vips vips) {
        this(vips, Optional.empty());
    }

    /// @param apart encodes what could not be stopped here
    Saving(Vips vips, Optional<CodecProcesses> apart) {
        this.vips = vips;
        this.shaping = new Shaping(vips);
        this.apart = apart;
    }

    /// What is written beside the pixels.
    ///
    /// @param exif an EXIF block without the `Exif\0\0` before it; empty for none
    /// @param icc the profile that the pixels are in; empty for sRGB
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Beside(Optional<byte[]> exif, Optional<byte[]> icc) {
        static final Beside NOTHING = new Beside(Optional.empty(), Optional.empty());
    }

    /// Whether the library has a writer for it.
    static boolean canWrite(Vips vips, ImageFormat format) {
        return switch (format) {
            case JPEG -> vips.has("jpegsave_target");
            case PNG -> vips.has("pngsave_target");
            case TIFF -> vips.has("tiffsave_target");
            case WEBP -> vips.has("webpsave_target");
            case AVIF -> vips.has("heifsave_target");
            case HEIC, JXL, GIF, BMP, PSD, RAW -> false;
        };
    }

    /// Fails for what can be known before anything is decoded.
    void requirePossible(Encoding encoding, PixelSize size) throws EngineProblem {
        var format = encoding.format();
        if (!canWrite(vips, format)) {
            throw new EngineProblem(
                    new EngineFailure.UnsupportedEncoding(format, "this libvips has no writer for it."));
        }
        if (size.longEdgePx() > format.maxSidePx()) {
            throw new EngineProblem(new EngineFailure.OverFormatLimit(format, size));
        }
    }

    /// Computes the picture and writes it.
    ///
    /// @param image stays the caller's
    /// @param shape what is still done to the pixels on the way
    /// @return bytes of the file
    long write(VipsImage image, Pipe.Step shape, Encoding encoding, Beside beside, Path file, Control control)
            throws VipsException, EngineProblem, CancelledException {
        control.stop().check();
        try (var first = image.copy();
                var watch = new Watch(vips, first, control.stop(), control.tokens(), control.progress());
                var pipe = new Pipe(first.again())) {
            pipe.through(shape).through(made -> ready(made, encoding)).through(VipsImage::copy);
            describe(pipe.head(), beside);
            try {
                if (!isWrittenApart(pipe.head(), encoding, beside, file, control)) {
                    writeHere(pipe.head(), encoding, beside, file, control.stop());
                }
            } finally {
                watch.rethrow();
            }
            control.stop().check();
            if (encoding instanceof Encoding.Tiff) {
                addExif(file, beside);
            }
            return Files.size(file);
        } catch (VipsException failure) {
            control.stop().check();
            throw failure;
        } catch (EngineProblem problem) {
            control.stop().check();
            throw problem;
        } catch (IOException gone) {
            throw new EngineProblem(new EngineFailure.UnwritableTarget("it is not there any more"), gone);
        }
    }

    private static void addExif(Path file, Beside beside) throws EngineProblem {
        if (beside.exif().isPresent()) {
            try {
                TiffMetadata.add(file, beside.exif().get());
            } catch (IOException refused) {
                throw new EngineProblem(EngineFailure.ofRefusedWrite(VipsFailures.text(refused)), refused);
            }
        }
    }

    private boolean isWrittenApart(VipsImage image, Encoding encoding, Beside beside, Path file, Control control)
            throws VipsException, EngineProblem, CancelledException {
        if (apart.isEmpty() || !CodecCost.isLong(image.size(), encoding)) {
            return false;
        }
        VipsFailures.requireWritable(file);
        return apart.get().write(image, encoding, beside, file, control).isPresent();
    }

    private void writeHere(VipsImage image, Encoding encoding, Beside beside, Path file, Stop stop)
            throws VipsException, EngineProblem {
        try (var opened = FileTarget.open(vips, file, stop);
                var call = saver(encoding, image)) {
            call.with("in", image).with("target", opened.target());
            keep(call, beside);
            try {
                call.run();
            } finally {
                opened.target().rethrow();
            }
        }
    }

    /// Whether samples of sixteen bits stay so.
    static boolean wantsSixteenBits(Encoding encoding) {
        return switch (encoding) {
            case Encoding.Png png -> png.bits() == 16;
            case Encoding.Tiff tiff -> tiff.bits() == 16;
            case Encoding.Jpeg jpeg -> false;
            case Encoding.Webp webp -> false;
            case Encoding.Avif avif -> false;
        };
    }

    /// Whether every pixel is kept as it is.
    static boolean isLossless(Encoding encoding) {
        return switch (encoding) {
            case Encoding.Png png -> true;
            case Encoding.Tiff tiff -> true;
            case Encoding.Webp webp -> webp.lossless();
            case Encoding.Jpeg jpeg -> false;
            case Encoding.Avif avif -> false;
        };
    }

    /// In the depth of the file; JPEG has no transparency.
    private VipsImage ready(VipsImage image, Encoding encoding) throws VipsException, CancelledException {
        try (var pipe = new Pipe(image.again())) {
            if (!wantsSixteenBits(encoding)) {
                pipe.through(shaping::inEightBits);
            }
            if (encoding instanceof Encoding.Jpeg) {
                pipe.through(shaping::onWhite);
            }
            return pipe.head().again();
        }
    }

    private static void describe(VipsImage image, Beside beside) {
        image.removeMetadata(name -> true);
        beside.exif().ifPresent(block -> image.setBlob("exif-data", withPrefix(block)));
        beside.icc().ifPresent(profile -> image.setBlob("icc-profile-data", profile));
    }

    private static byte[] withPrefix(byte[] block) {
        var bytes = new byte[block.length + 6];
        bytes[0] = 'E';
        bytes[1] = 'x';
        bytes[2] = 'i';
        bytes[3] = 'f';
        System.arraycopy(block, 0, bytes, 6, block.length);
        return bytes;
    }

    /// Without EXIF of ours libvips would write one of its own.
    private void keep(VipsCall call, Beside beside) {
        if (!vips.filtersMetadata()) {
            call.with("strip", beside.exif().isEmpty() && beside.icc().isEmpty());
            return;
        }
        boolean exif = beside.exif().isPresent();
        boolean icc = beside.icc().isPresent();
        call.choose("keep", exif && icc ? "exif:icc" : exif ? "exif" : icc ? "icc" : "none");
    }

    private VipsCall saver(Encoding encoding, VipsImage image) {
        return switch (encoding) {
            case Encoding.Jpeg jpeg -> jpegSaver(jpeg, image.size());
            case Encoding.Webp webp ->
                vips.call("webpsave_target")
                        .with("Q", webp.qualityPercent())
                        .with("lossless", webp.lossless())
                        .with("effort", WEBP_EFFORT);
            case Encoding.Avif avif ->
                vips.call("heifsave_target")
                        .choose("compression", "av1")
                        .with("Q", avif.qualityPercent())
                        .with("effort", avif.effort())
                        .with("bitdepth", 8);
            case Encoding.Png png ->
                vips.call("pngsave_target")
                        .with("compression", png.compressionLevel())
                        .choose("filter", png.compressionLevel() >= FILTERED_FROM_LEVEL ? "all" : "none");
            case Encoding.Tiff tiff -> tiffSaver(tiff, image);
        };
    }

    /// The library's encoder is mozjpeg: its plain road is libjpeg's, with optimised tables unless the picture is very
    /// large; its own, slower and smaller one is taken where it is asked for.
    private VipsCall jpegSaver(Encoding.Jpeg jpeg, PixelSize size) {
        var call = vips.call("jpegsave_target")
                .with("Q", jpeg.qualityPercent())
                .with("interlace", jpeg.progressive())
                .with("optimize_coding", VipsBounds.coefficientBytes(jpeg, size) > 0)
                .choose("subsample_mode", jpeg.chroma() == Encoding.Chroma.SUBSAMPLED_420 ? "on" : "off");
        if (jpeg.mozjpeg()) {
            call.with("trellis_quant", true)
                    .with("overshoot_deringing", true)
                    .with("optimize_scans", jpeg.progressive())
                    .with("quant_table", MOZJPEG_TABLE);
        }
        return call;
    }

    private VipsCall tiffSaver(Encoding.Tiff tiff, VipsImage image) {
        long rowBytes = Math.max(1, image.bytes() / image.size().heightPx());
        int rows = Math.clamp(TIFF_STRIP_BYTES / rowBytes, MIN_TIFF_STRIP_ROWS, MAX_TIFF_STRIP_ROWS);
        var call = vips.call("tiffsave_target")
                .with("bigtiff", image.bytes() > MAX_PLAIN_TIFF_BYTES)
                .with("tile_height", rows);
        return switch (tiff.compression()) {
            case NONE -> call.choose("compression", "none");
            case LZW -> call.choose("compression", "lzw").choose("predictor", "horizontal");
            case DEFLATE -> call.choose("compression", "deflate").choose("predictor", "horizontal");
        };
    }
}
