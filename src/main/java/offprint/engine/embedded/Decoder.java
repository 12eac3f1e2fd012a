package offprint.engine.embedded;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import offprint.cancel.CancelledException;
import offprint.engine.EngineFailure;
import offprint.engine.EngineProblem;
import offprint.engine.Stop;
import offprint.engine.header.Header;
import offprint.engine.header.Probe;
import offprint.image.ImageFormat;

/// Decodes the first picture of a file, strictly: what a reader only warns of but shows in the picture is a failure.
final class Decoder {

    private final Codecs codecs;
    private final DecodeBuffers buffers = new DecodeBuffers();

    Decoder(Codecs codecs) {
        this.codecs = codecs;
    }

    /// @param every takes every n-th column and row; 1 for all
    /// @param progress hears fractions from 0 to 1
    BufferedImage decode(Path file, Header header, int every, Stop stop, DoubleConsumer progress)
            throws EngineProblem, CancelledException {
        stop.check();
        requireReadable(header);
        long expected = header.size().pixels() * header.bands();
        try {
            Probe.requireWhole(file, header, stop);
            var image = read(file, header, every, stop, progress);
            stop.check();
            return image;
        } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError thrown) {
            stop.check();
            throw Failures.ofDecoding(thrown, new Failures.Expected(expected));
        }
    }

    /// Lets the calling thread's next photo be decoded into this picture's array; nobody may look at it any more.
    void recycle(BufferedImage decoded) {
        buffers.giveBack(decoded);
    }

    private static void requireReadable(Header header) throws EngineProblem {
        if (header.format() == ImageFormat.JPEG && header.bitsPerSample() != 8) {
            throw new EngineProblem(new EngineFailure.UnsupportedFormat(
                    "JPEG with " + header.bitsPerSample() + " bits a sample is not known."));
        }
    }

    private BufferedImage read(Path file, Header header, int every, Stop stop, DoubleConsumer progress)
            throws IOException, EngineProblem {
        var reader = codecs.reader(header);
        boolean profileHidden = header.format() == ImageFormat.JPEG && header.bands() != 4;
        var hidden = profileHidden ? header.iccSegments() : List.<Long>of();
        try (var input = new AbortableInput(file, stop::isStopped, hidden)) {
            boolean forward = header.format() == ImageFormat.JPEG || header.format() == ImageFormat.PNG;
            var warnings = new Warnings();
            reader.addIIOReadWarningListener(warnings);
            reader.addIIOReadProgressListener(new ReadWatch(stop, progress, warnings));
            reader.setInput(input, forward, true);
            var param = reader.getDefaultReadParam();
            subsample(param, every);
            if (header.format() == ImageFormat.JPEG && every == 1) {
                // every row of it is written, or the decode fails
                var type = reader.getImageTypes(0).next();
                buffers.image(type, header.size().widthPx(), header.size().heightPx())
                        .ifPresent(param::setDestination);
            }
            var image = reader.read(0, param);
            warnings.failIfVisible();
            requireExpectedSize(image, header, every);
            return image;
        } finally {
            reader.dispose();
        }
    }

    static void subsample(ImageReadParam param, int every) {
        if (every > 1) {
            param.setSourceSubsampling(every, every, 0, 0);
        }
    }

    private static void requireExpectedSize(BufferedImage image, Header header, int every) throws EngineProblem {
        boolean asClaimed = image.getWidth() == Math.ceilDiv(header.size().widthPx(), every)
                && image.getHeight() == Math.ceilDiv(header.size().heightPx(), every);
        if (!asClaimed && header.frames() > 1) {
            throw new EngineProblem(
                    new EngineFailure.UnsupportedFormat("the first frame of its animation is only a part of it."));
        }
        if (!asClaimed) {
            throw new EngineProblem(new EngineFailure.DamagedSource("its header says " + header.size()
                    + " px but it has " + image.getWidth() + " × " + image.getHeight()));
        }
    }

    /// Tells progress, and aborts from inside: see [Stop].
    private static final class ReadWatch extends ProgressAdapter {

        private final Stop stop;
        private final DoubleConsumer progress;
        private final Warnings warnings;

        ReadWatch(Stop stop, DoubleConsumer progress, Warnings warnings) {
            this.stop = stop;
            this.progress = progress;
            this.warnings = warnings;
        }

        @Override
        public void imageStarted(ImageReader source, int imageIndex) {
            warnings.pixelsBegin();
        }

        @Override
        public void imageProgress(ImageReader source, float percentageDone) {
            if (stop.isStopped()) {
                source.abort();
            } else {
                progress.accept(Math.clamp(percentageDone / 100, 0, 1));
            }
        }
    }

    /// Sorts warnings into those that show in the picture and those that do not.
    private static final class Warnings implements IIOReadWarningListener {

        private Optional<EngineFailure> visible = Optional.empty();
        private boolean inPixels;

        void pixelsBegin() {
            inPixels = true;
        }

        @Override
        public void warningOccurred(ImageReader source, String warning) {
            var text = warning.toLowerCase(Locale.ROOT);
            if (visible.isPresent()) {
                return;
            }
            if (text.contains("premature end of input") || text.contains("missing eoi") || text.contains("truncated")) {
                visible = Optional.of(new EngineFailure.TruncatedSource(warning));
            } else if (text.contains("corrupt jpeg data") && (inPixels || !text.contains("extraneous"))) {
                visible = Optional.of(new EngineFailure.DamagedSource(warning));
            }
        }

        void failIfVisible() throws EngineProblem {
            if (visible.isPresent()) {
                throw new EngineProblem(visible.get());
            }
        }
    }
}
