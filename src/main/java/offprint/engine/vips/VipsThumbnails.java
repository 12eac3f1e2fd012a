package offprint.engine.vips;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import offprint.cancel.CancellationToken;
import offprint.cancel.CancelledException;
import offprint.engine.EngineFailure;
import offprint.engine.EngineProblem;
import offprint.engine.Limits;
import offprint.engine.Stop;
import offprint.engine.ThumbnailRequest;
import offprint.engine.View;
import offprint.engine.header.Claims;
import offprint.engine.header.Header;
import offprint.engine.header.Probe;
import offprint.engine.header.ThumbnailCrop;
import offprint.image.Orientation;
import offprint.image.PixelSize;
import offprint.image.Pixels;
import offprint.recipe.MetadataPolicy;

/// Makes small pictures to look at, computed straight into the raster that the window shows.
final class VipsThumbnails {

    /// A JPEG may be decoded to no more than the wanted size: it is not as sharp, and costs the least.
    private static final double SMALL_MARGIN = 1;

    /// Larger pictures are looked at closely.
    private static final double LARGE_MARGIN = 2;

    private static final int LARGE_BOX_PX = 640;
    private static final int MAX_EMBEDDED_SIDE_PX = 4_096;
    private static final MetadataPolicy TO_SRGB = new MetadataPolicy(java.util.Set.of());

    private final Vips vips;
    private final Decoding decoding;
    private final Shaping shaping;
    private final PixelEncoding encoding;

    VipsThumbnails(Vips vips, Decoding decoding) {
        this.vips = vips;
        this.decoding = decoding;
        this.shaping = new Shaping(vips);
        this.encoding = new PixelEncoding(vips, new Saving(vips));
    }

    Pixels make(ThumbnailRequest request, CancellationToken cancellation) throws EngineProblem, CancelledException {
        cancellation.throwIfCancelled();
        var header = Probe.header(request.photo());
        return switch (request.source()) {
            case EMBEDDED_ONLY -> embedded(request, header);
            case PICTURE -> view(request.photo(), new View.Fitted(request.boxPx()), request.limits(), cancellation);
        };
    }

    /// Part of the picture, or all of it.
    Pixels view(Path file, View view, Limits limits, CancellationToken cancellation)
            throws EngineProblem, CancelledException {
        cancellation.throwIfCancelled();
        var header = Probe.header(file);
        var info = Probe.info(file);
        long estimate = VipsBounds.estimateDecode(info);
        try {
            Claims.require(info, Files.size(file), limits, estimate);
        } catch (IOException gone) {
            throw new EngineProblem(new EngineFailure.UnreadableSource("it is not there any more"), gone);
        }
        var size = switch (view) {
            case View.Fitted fitted -> fitted.sizeOf(info.displaySize());
            case View.Region region -> info.displaySize();
        };
        double margin = size.longEdgePx() < LARGE_BOX_PX ? SMALL_MARGIN : LARGE_MARGIN;
        var wish = new Decoding.Wish(size, TO_SRGB, Decoding.Depth.EIGHT, margin, 1);
        var source = new Decoding.Source(file, header, info, estimate);
        var control = new Control(Stop.on(cancellation), List.of(cancellation), fraction -> {});
        try (var image = decoding.decode(source, wish, control).image();
                var pipe = new Pipe(image.again())) {
            if (view instanceof View.Region region) {
                pipe.through(made -> shaping.part(made, region.within(made.size())));
            }
            return pixels(pipe.head());
        } catch (VipsException failure) {
            throw VipsFailures.ofDecoding(file, header, failure, estimate);
        }
    }

    private Pixels embedded(ThumbnailRequest request, Header header) throws EngineProblem, CancelledException {
        var jpeg = Probe.embeddedThumbnail(request.photo(), header);
        try {
            if (jpeg.isPresent()) {
                return fromEmbedded(
                        jpeg.get(), header.size(), Probe.info(request.photo()).orientation(), request.boxPx());
            }
        } catch (VipsException broken) {
            throw new EngineProblem(none(), broken);
        }
        throw new EngineProblem(none());
    }

    private static EngineFailure none() {
        return new EngineFailure.UnsupportedFormat("it has no embedded thumbnail of its own shape.");
    }

    private Pixels fromEmbedded(byte[] jpeg, PixelSize photo, Orientation orientation, int boxPx)
            throws VipsException, EngineProblem, CancelledException {
        try (var call = vips.call("jpegload_buffer");
                var loaded = call.with("buffer", jpeg).image()) {
            if (loaded.size().longEdgePx() > MAX_EMBEDDED_SIDE_PX) {
                throw new EngineProblem(none());
            }
            boolean plain = loaded.interpretation() == VipsImage.SRGB && loaded.isEightBits() && loaded.bands() == 3;
            if (plain && loaded.size().longEdgePx() <= boxPx) {
                return plain(loaded, photo, orientation);
            }
            try (var image = vips.inMemory(loaded);
                    var seen = pixels(image);
                    var pipe = new Pipe(image.again())) {
                var crop = ThumbnailCrop.of(photo, seen.size(), (x, y) -> argb(seen, x, y));
                if (crop.isEmpty()) {
                    throw new EngineProblem(none());
                }
                var part = new View.Region(
                        crop.get().left(), crop.get().top(), crop.get().size());
                pipe.through(made -> shaping.part(made, part))
                        .through(made -> shaping.resized(made, new View.Fitted(boxPx).sizeOf(made.size())))
                        .through(vips::inMemory)
                        .through(made -> shaping.upright(made, orientation));
                return pixels(pipe.head());
            }
        }
    }

    /// What cameras embed, and what need not be scaled: decoded by libvips, and the rest done here.
    private Pixels plain(VipsImage loaded, PixelSize photo, Orientation orientation)
            throws VipsException, EngineProblem {
        var size = loaded.size();
        byte[] rgb;
        try (var arena = Arena.ofConfined()) {
            var memory = arena.allocate(size.pixels() * RgbRaster.BYTES_PER_PIXEL, Long.BYTES);
            try (var target = vips.over(memory, size, RgbRaster.BYTES_PER_PIXEL)) {
                vips.write(loaded, target);
            }
            rgb = memory.toArray(ValueLayout.JAVA_BYTE);
        }
        var raster = new RgbRaster(rgb, size);
        var crop = ThumbnailCrop.of(photo, size, raster);
        if (crop.isEmpty()) {
            throw new EngineProblem(none());
        }
        return raster.upright(crop.get(), orientation);
    }

    private static int argb(Pixels pixels, int x, int y) {
        long at = (long) y * pixels.size().widthPx() + x;
        return pixels.segment().get(ValueLayout.JAVA_INT_UNALIGNED, at * Pixels.BYTES_PER_PIXEL);
    }

    private Pixels pixels(VipsImage image) throws VipsException, CancelledException {
        var pixels = Pixels.allocate(image.size());
        try {
            encoding.intoBgra(image, pixels.segment(), image.size());
            return pixels;
        } catch (VipsException | CancelledException | RuntimeException | Error failure) {
            pixels.close();
            throw failure;
        }
    }
}
