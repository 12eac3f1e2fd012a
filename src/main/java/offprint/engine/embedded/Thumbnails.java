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
import offprint.engine.header.ThumbnailCrop;
import offprint.image.Orientation;
import offprint.image.PixelSize;
import offprint.image.Pixels;
import org.imgscalr.Scalr;

/// Makes small pictures to look at: speed before perfection.
final class Thumbnails {

    /// imgscalr can't be stopped; up to this side a call takes a few milliseconds.
    private static final int SMALL_BOX_PX = 400;

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
        var size = new PixelSize(image.getWidth(), image.getHeight());
        return ThumbnailCrop.of(photo, size, image::getRGB)
                .map(crop -> crop.size().equals(size) ? image : copied(image, crop));
    }

    private static BufferedImage copied(BufferedImage image, ThumbnailCrop crop) {
        int width = crop.size().widthPx();
        int height = crop.size().heightPx();
        var copy = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        var rgb = image.getRGB(crop.left(), crop.top(), width, height, null, 0, width);
        copy.setRGB(0, 0, width, height, rgb, 0, width);
        return copy;
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
