package offprint.engine.embedded;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import javax.imageio.stream.MemoryCacheImageInputStream;
import offprint.cancel.CancellationToken;
import offprint.cancel.CancelledException;
import offprint.engine.EngineFailure;
import offprint.engine.EngineProblem;
import offprint.engine.Stop;
import offprint.engine.ThumbnailRequest;
import offprint.engine.header.Header;
import offprint.engine.header.Probe;
import offprint.image.Orientation;
import offprint.image.PixelSize;
import offprint.image.Pixels;
import org.imgscalr.Scalr;

/// Makes small pictures to look at: speed before perfection.
final class Thumbnails {

    /// imgscalr can't be stopped; up to this side a call takes a few milliseconds.
    private static final int SMALL_BOX_PX = 400;

    /// A thumbnail of another shape than its photo shows another crop, or an older state.
    private static final double MAX_ASPECT_DIFFERENCE = 0.02;

    /// Brightest that a letterbox bar may be, of 255.
    private static final int BAR_BRIGHTNESS = 32;

    private static final int MAX_EMBEDDED_SIDE_PX = 4_096;

    private final Decoder decoder;

    Thumbnails(Decoder decoder) {
        this.decoder = decoder;
    }

    Pixels make(ThumbnailRequest request, CancellationToken cancellation) throws EngineProblem, CancelledException {
        cancellation.throwIfCancelled();
        var stop = Stop.on(cancellation);
        return switch (request.source()) {
            case EMBEDDED_ONLY -> embedded(request, stop);
            case PICTURE -> picture(request, stop);
        };
    }

    private Pixels embedded(ThumbnailRequest request, Stop stop) throws EngineProblem, CancelledException {
        var header = Probe.header(request.photo());
        var fitting = Probe.embeddedThumbnail(request.photo(), header)
                .flatMap(Thumbnails::decoded)
                .flatMap(image -> cropped(image, header.size()));
        if (fitting.isEmpty()) {
            throw new EngineProblem(
                    new EngineFailure.UnsupportedFormat("it has no embedded thumbnail of its own shape."));
        }
        var samples = Normalising.interleaved(fitting.get(), stop);
        return finished(samples, Probe.info(request.photo()).orientation(), request.boxPx(), stop);
    }

    private static Optional<BufferedImage> decoded(byte[] jpeg) {
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(jpeg))) {
            var reader = Codecs.jdkReader("jpeg");
            try {
                reader.setInput(input, true, true);
                boolean small =
                        reader.getWidth(0) <= MAX_EMBEDDED_SIDE_PX && reader.getHeight(0) <= MAX_EMBEDDED_SIDE_PX;
                return small ? Optional.of(reader.read(0)) : Optional.empty();
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException broken) {
            return Optional.empty();
        }
    }

    /// The thumbnail without its letterbox bars, when it then has the photo's shape.
    private static Optional<BufferedImage> cropped(BufferedImage image, PixelSize photo) {
        double wanted = photo.widthPx() / (double) photo.heightPx();
        double has = image.getWidth() / (double) image.getHeight();
        if (Math.abs(has / wanted - 1) <= MAX_ASPECT_DIFFERENCE) {
            return Optional.of(image);
        }
        boolean barsAbove = has < wanted;
        int width = barsAbove ? image.getWidth() : (int) Math.max(1, Math.round(image.getHeight() * wanted));
        int height = barsAbove ? (int) Math.max(1, Math.round(image.getWidth() / wanted)) : image.getHeight();
        int left = (image.getWidth() - width) / 2;
        int top = (image.getHeight() - height) / 2;
        boolean dark = barsAbove
                ? isDark(image, 0, 0, width, top)
                        && isDark(image, 0, top + height, width, image.getHeight() - top - height)
                : isDark(image, 0, 0, left, height)
                        && isDark(image, left + width, 0, image.getWidth() - left - width, height);
        if (!dark) {
            return Optional.empty();
        }
        var copy = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        copy.setRGB(0, 0, width, height, image.getRGB(left, top, width, height, null, 0, width), 0, width);
        return Optional.of(copy);
    }

    private static boolean isDark(BufferedImage image, int x, int y, int width, int height) {
        long sum = 0;
        for (int row = y; row < y + height; row++) {
            for (int column = x; column < x + width; column++) {
                int colour = image.getRGB(column, row);
                sum += (colour >> 16 & 0xFF) + (colour >> 8 & 0xFF) + (colour & 0xFF);
            }
        }
        return sum <= 3L * BAR_BRIGHTNESS * width * height;
    }

    private Pixels picture(ThumbnailRequest request, Stop stop) throws EngineProblem, CancelledException {
        var header = Probe.header(request.photo());
        var info = Probe.info(request.photo());
        try {
            Bounds.require(info, Files.size(request.photo()), request.limits(), Bounds.estimateDecode(info));
            int every = Math.max(1, header.size().longEdgePx() / (2 * request.boxPx()));
            every = Math.min(every, header.size().shortEdgePx());
            var image = decoder.decode(request.photo(), header, every, stop, fraction -> {});
            var samples = Alpha.premultiplied(Normalising.interleaved(image, stop), stop);
            return finishedInColour(samples, header, info.orientation(), request.boxPx(), stop);
        } catch (IOException | RuntimeException | OutOfMemoryError thrown) {
            stop.check();
            throw Failures.ofDecoding(thrown, new Failures.Expected(Bounds.estimateDecode(info)));
        }
    }

    private static Pixels finishedInColour(
            Samples samples, Header header, Orientation orientation, int boxPx, Stop stop) throws CancelledException {
        var small = fitted(samples, boxPx, stop);
        var profile = header.bands() == 4
                ? Optional.<java.awt.color.ICC_Profile>empty()
                : header.icc().filter(icc -> Colours.fits(icc, small)).flatMap(icc -> Colours.meaningful(icc, small));
        var srgb = profile.isPresent() ? Colours.toSrgb(small, profile.get(), stop) : small;
        return PixelTransfer.toPixels(Orienting.upright(srgb, orientation, stop), stop);
    }

    private static Pixels finished(Samples samples, Orientation orientation, int boxPx, Stop stop)
            throws CancelledException {
        var small = fitted(Alpha.premultiplied(samples, stop), boxPx, stop);
        return PixelTransfer.toPixels(Orienting.upright(small, orientation, stop), stop);
    }

    /// The picture as large as fits into the box, never enlarged.
    private static Samples fitted(Samples samples, int boxPx, Stop stop) throws CancelledException {
        int longEdge = Math.max(samples.width(), samples.height());
        if (longEdge <= boxPx) {
            return samples;
        }
        int width = (int) Math.max(1, Math.round(samples.width() * (double) boxPx / longEdge));
        int height = (int) Math.max(1, Math.round(samples.height() * (double) boxPx / longEdge));
        boolean simple = !samples.isWide() && samples.channels() == 3;
        if (boxPx > SMALL_BOX_PX || !simple) {
            return Resampler.resize(samples, width, height, stop);
        }
        stop.check();
        var scaled = Scalr.resize(samples.image(), Scalr.Method.QUALITY, Scalr.Mode.FIT_EXACT, width, height);
        return Normalising.interleaved(scaled, stop);
    }
}
