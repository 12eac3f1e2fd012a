package offprint.engine.vips;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.List;
import offprint.cancel.CancellationToken;
import offprint.cancel.CancelledException;
import offprint.engine.EngineProblem;
import offprint.engine.Stop;
import offprint.image.PixelSize;
import offprint.image.Pixels;
import offprint.recipe.Encoding;

/// Encodes a raster that is in memory already, and turns libvips' bands into that raster's and back: it is read and
/// written in place, without a copy on this side.
final class PixelEncoding {

    private static final int OPAQUE = 255;
    private static final int CHUNK_PIXELS = 1 << 20;

    private final Vips vips;
    private final Saving saving;
    private final Shaping shaping;

    PixelEncoding(Vips vips, Saving saving) {
        this.vips = vips;
        this.saving = saving;
        this.shaping = new Shaping(vips);
    }

    /// @return bytes of the file
    long write(Pixels pixels, Encoding encoding, Path file, CancellationToken cancellation)
            throws EngineProblem, CancelledException {
        var stop = Stop.on(cancellation);
        stop.check();
        saving.requirePossible(encoding, pixels.size());
        boolean opaque = isOpaque(pixels.segment(), stop);
        var control = new Control(stop, List.of(cancellation), fraction -> {});
        try (var raster = vips.over(pixels.segment(), pixels.size(), Pixels.BYTES_PER_PIXEL)) {
            return saving.write(
                    raster, image -> fromBgra(image, opaque), encoding, Saving.Beside.NOTHING, file, control);
        } catch (VipsException failure) {
            throw new EngineProblem(
                    VipsFailures.ofEncoding(encoding.format(), file, failure, pixels.byteSize() * 3), failure);
        }
    }

    private static boolean isOpaque(MemorySegment bgra, Stop stop) throws CancelledException {
        long pixels = bgra.byteSize() / Pixels.BYTES_PER_PIXEL;
        for (long at = 0; at < pixels; at++) {
            if (at % CHUNK_PIXELS == 0) {
                stop.check();
            }
            if ((bgra.get(ValueLayout.JAVA_BYTE, at * Pixels.BYTES_PER_PIXEL + 3) & OPAQUE) != OPAQUE) {
                return false;
            }
        }
        return true;
    }

    /// Red, green, blue and, where anything shines through, alpha, which colours are then not multiplied by.
    private VipsImage fromBgra(VipsImage bgra, boolean opaque) throws VipsException, CancelledException {
        try (var swapped = joined(bgra, opaque ? List.of(2, 1, 0) : List.of(2, 1, 0, 3));
                var pipe = new Pipe(named(swapped))) {
            if (!opaque) {
                pipe.through(vips, "unpremultiply").through(image -> shaping.rounded(image, swapped));
            }
            return pipe.head().again();
        }
    }

    /// Computes an sRGB picture into a raster.
    ///
    /// @param image grey or colour of eight bits, with transparency or without
    void intoBgra(VipsImage image, MemorySegment bgra, PixelSize size) throws VipsException, CancelledException {
        try (var pipe = new Pipe(shaping.inSpace(image, "srgb"))) {
            if (pipe.head().hasAlpha()) {
                pipe.through(vips, "premultiply").through(made -> shaping.rounded(made, image));
            } else {
                pipe.through(made -> {
                    try (var call = vips.call("bandjoin_const")) {
                        return call.with("in", made).choose("c", "255").image();
                    }
                });
            }
            pipe.through(made -> joined(made, List.of(2, 1, 0, 3)));
            try (var raster = vips.over(bgra, size, Pixels.BYTES_PER_PIXEL)) {
                vips.write(pipe.head(), raster);
            }
        }
    }

    private VipsImage joined(VipsImage image, List<Integer> order) throws VipsException {
        var bands = new java.util.ArrayList<VipsImage>();
        try {
            for (int band : order) {
                bands.add(shaping.band(image, band, 1));
            }
            try (var call = vips.call("bandjoin")) {
                return call.with("in", bands).image();
            }
        } finally {
            bands.forEach(VipsImage::close);
        }
    }

    private VipsImage named(VipsImage image) throws VipsException {
        try (var call = vips.call("copy")) {
            return call.with("in", image).choose("interpretation", "srgb").image();
        }
    }
}
