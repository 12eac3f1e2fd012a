package offprint.engine.embedded;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.DoubleConsumer;
import javax.imageio.IIOImage;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import offprint.cancel.CancelledException;
import offprint.engine.EngineFailure;
import offprint.engine.EngineProblem;
import offprint.engine.Stop;
import offprint.image.ImageFormat;
import offprint.recipe.Encoding;
import org.jspecify.annotations.Nullable;

/// Writes a picture as a file in one of the formats.
///
/// JPEG has no mozjpeg here: the flag is met by optimised Huffman tables. Sixteen bits are written to PNG and TIFF
/// where the picture has them, else eight. WebP has no grey; alpha becomes white in JPEG.
final class Encoder {

    /// SOI and the JFIF segment, which the JDK's writer always writes first.
    private static final int AFTER_JFIF = 20;

    /// The signature and the IHDR chunk.
    private static final int AFTER_IHDR = 33;

    private final Codecs codecs;

    Encoder(Codecs codecs) {
        this.codecs = codecs;
    }

    /// Fails for what can be known before anything is decoded.
    void requirePossible(Encoding encoding, offprint.image.PixelSize size) throws EngineProblem {
        var format = encoding.format();
        if (encoding instanceof Encoding.Avif) {
            throw new EngineProblem(new EngineFailure.UnsupportedEncoding(format, "AVIF needs the libvips engine."));
        }
        if (encoding instanceof Encoding.Webp && codecs.webpMissing().isPresent()) {
            throw new EngineProblem(new EngineFailure.UnsupportedEncoding(
                    format, codecs.webpMissing().get()));
        }
        if (size.longEdgePx() > format.maxSidePx()) {
            throw new EngineProblem(new EngineFailure.OverFormatLimit(format, size));
        }
    }

    /// @return bytes of the file
    long write(
            Samples picture, Encoding encoding, OutputMetadata metadata, Path file, Stop stop, DoubleConsumer progress)
            throws IOException, EngineProblem, CancelledException {
        stop.check();
        long bytes = switch (encoding) {
            case Encoding.Jpeg jpeg -> jpeg(picture, jpeg, metadata, file, stop, progress);
            case Encoding.Png png -> png(picture, png, metadata, file, stop, progress);
            case Encoding.Tiff tiff -> tiff(picture, tiff, metadata, file, stop, progress);
            case Encoding.Webp webp -> webp(picture, webp, metadata, file, stop, progress);
            case Encoding.Avif avif ->
                throw new EngineProblem(
                        new EngineFailure.UnsupportedEncoding(avif.format(), "AVIF needs the libvips engine."));
        };
        stop.check();
        return bytes;
    }

    private static long jpeg(
            Samples picture,
            Encoding.Jpeg encoding,
            OutputMetadata metadata,
            Path file,
            Stop stop,
            DoubleConsumer progress)
            throws IOException, CancelledException {
        var pixels = Depth.toBytes(Alpha.onWhite(picture, stop), stop);
        var writer = Codecs.jdkWriter("jpeg");
        try (var out = new AbortableOutput(file, stop::isStopped, AFTER_JFIF, metadata.jpegSegments())) {
            var param = JpegParameters.of(writer, encoding);
            write(
                    writer,
                    out,
                    pixels.image(),
                    JpegParameters.metadata(writer, pixels, param, encoding),
                    param,
                    stop,
                    progress);
            return out.finish();
        } finally {
            writer.dispose();
        }
    }

    private static long png(
            Samples picture,
            Encoding.Png encoding,
            OutputMetadata metadata,
            Path file,
            Stop stop,
            DoubleConsumer progress)
            throws IOException, CancelledException {
        var straight = Alpha.straight(picture, stop);
        var pixels = encoding.bits() == 8 ? Depth.toBytes(straight, stop) : straight;
        var writer = Codecs.jdkWriter("png");
        try (var out = new AbortableOutput(file, stop::isStopped, AFTER_IHDR, metadata.pngChunks())) {
            var param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(1 - encoding.compressionLevel() / 9f);
            write(writer, out, pixels.image(), null, param, stop, progress);
            return out.finish();
        } finally {
            writer.dispose();
        }
    }

    private static long tiff(
            Samples picture,
            Encoding.Tiff encoding,
            OutputMetadata metadata,
            Path file,
            Stop stop,
            DoubleConsumer progress)
            throws IOException, CancelledException {
        var straight = Alpha.straight(picture, stop);
        var pixels = encoding.bits() == 8 ? Depth.toBytes(straight, stop) : straight;
        var writer = Codecs.jdkWriter("tiff");
        try (var out = new AbortableOutput(file, stop::isStopped, 0, new byte[0])) {
            var param = TiffParameters.of(writer, encoding.compression());
            var described = TiffParameters.metadata(writer, pixels, param, metadata);
            write(writer, out, pixels.image(), described, param, stop, progress);
            return out.finish();
        } finally {
            writer.dispose();
        }
    }

    private static long webp(
            Samples picture,
            Encoding.Webp encoding,
            OutputMetadata metadata,
            Path file,
            Stop stop,
            DoubleConsumer progress)
            throws IOException, CancelledException {
        var straight = Alpha.straight(picture, stop);
        var pixels = Depth.toColour(Depth.toBytes(straight, stop), stop);
        var writer = Codecs.webpWriter();
        var bytes = new ByteArrayOutputStream();
        try (var memory = new MemoryCacheImageOutputStream(bytes);
                var out = new AbortableOutput(file, stop::isStopped, 0, new byte[0])) {
            var param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionType(encoding.lossless() ? "Lossless" : "Lossy");
            param.setCompressionQuality(encoding.lossless() ? 1 : encoding.qualityPercent() / 100f);
            write(writer, memory, pixels.image(), null, param, stop, progress);
            memory.flush();
            out.write(metadata.webp(bytes.toByteArray(), pixels.width(), pixels.height(), pixels.hasAlpha()));
            return out.finish();
        } finally {
            writer.dispose();
        }
    }

    private static void write(
            ImageWriter writer,
            ImageOutputStream out,
            BufferedImage image,
            @Nullable IIOMetadata metadata,
            ImageWriteParam param,
            Stop stop,
            DoubleConsumer progress)
            throws IOException, CancelledException {
        writer.addIIOWriteProgressListener(new WriteWatch(stop, progress));
        writer.setOutput(out);
        writer.write(null, new IIOImage(image, null, metadata), param);
        stop.check();
    }

    /// Tells progress, and aborts from inside: see [Stop].
    private static final class WriteWatch extends ProgressAdapter {

        private final Stop stop;
        private final DoubleConsumer progress;

        WriteWatch(Stop stop, DoubleConsumer progress) {
            this.stop = stop;
            this.progress = progress;
        }

        @Override
        public void imageProgress(ImageWriter source, float percentageDone) {
            if (stop.isStopped()) {
                source.abort();
            } else {
                progress.accept(Math.clamp(percentageDone / 100, 0, 1));
            }
        }
    }

    static boolean holdsGreyProfiles(ImageFormat format) {
        return format != ImageFormat.WEBP;
    }
}
