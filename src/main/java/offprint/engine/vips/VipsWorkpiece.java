package offprint.engine.vips;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import offprint.cancel.CancellationToken;
import offprint.cancel.CancelledException;
import offprint.engine.EngineFailure;
import offprint.engine.EngineProblem;
import offprint.engine.EngineResult;
import offprint.engine.Stop;
import offprint.engine.View;
import offprint.engine.Workpiece;
import offprint.image.PixelSize;
import offprint.image.Pixels;
import offprint.recipe.Encoding;

/// The decoded photo and the renditions that were asked for, in memory: made in the same steps as a render makes them,
/// so that what is written of them is the same to the byte.
final class VipsWorkpiece implements Workpiece {

    private final VipsRendering rendering;
    private final VipsRendering.Tools tools;
    private final List<Integer> largestFirst;
    private final Colouring colouring;
    private final Optional<byte[]> exif;
    private final PixelEncoding pixelEncoding;
    private final Shaping shaping;
    private final Renditions renditions;
    private final Map<Integer, VipsImage> made = new HashMap<>();
    private long heldBytes;

    /// @param largestFirst the variants that a render makes
    /// @param decoded whose picture is taken over
    /// @param exif the block that is kept
    VipsWorkpiece(
            VipsRendering rendering, List<Integer> largestFirst, Decoding.Decoded decoded, Optional<byte[]> exif) {
        this.rendering = rendering;
        this.tools = rendering.tools();
        this.largestFirst = List.copyOf(largestFirst);
        this.colouring = decoded.colouring();
        this.exif = exif;
        this.pixelEncoding = new PixelEncoding(tools.vips(), tools.saving());
        this.shaping = new Shaping(tools.vips());
        this.renditions = new Renditions(decoded.image());
        this.heldBytes = decoded.image().bytes();
    }

    @Override
    public synchronized long heldBytes() {
        return heldBytes;
    }

    private PixelSize sizeOf(int variant) {
        return rendering.request().variants().get(variant).size();
    }

    /// What a variant is made from: its own rendition, or the nearest for an enlargement and for what can't be written.
    /// The caller's.
    private synchronized VipsImage sourceOf(int variant, CancellationToken cancellation)
            throws VipsException, CancelledException {
        if (!largestFirst.contains(variant)) {
            return renditions.sourceFor(sizeOf(variant)).again();
        }
        for (int next : largestFirst) {
            if (!made.containsKey(next)) {
                made.put(next, rendition(sizeOf(next), cancellation));
            }
            if (next == variant) {
                break;
            }
        }
        return Optional.ofNullable(made.get(variant)).orElseThrow().again();
    }

    private VipsImage rendition(PixelSize size, CancellationToken cancellation)
            throws VipsException, CancelledException {
        var source = renditions.sourceFor(size);
        if (!source.size().covers(size) || source.size().equals(size)) {
            return source;
        }
        var reduced = rendering.reduced(source, size, cancellation);
        renditions.add(reduced);
        heldBytes += reduced.bytes();
        return reduced;
    }

    @Override
    public EngineResult<Pixels> before(int variant, View view, CancellationToken cancellation)
            throws CancelledException {
        cancellation.throwIfCancelled();
        try {
            try (var source = sourceOf(variant, cancellation);
                    var first = source.copy();
                    var watch = watch(first, cancellation);
                    var pipe = new Pipe(first.again())) {
                pipe.through(image -> shaping.resized(image, sizeOf(variant)))
                        .through(image -> seen(image, view))
                        .through(image -> colouring.asSrgb().apply(tools.vips(), image))
                        .through(shaping::inEightBits);
                return EngineResult.done(pixels(pipe.head(), watch));
            }
        } catch (VipsException failure) {
            cancellation.throwIfCancelled();
            return EngineResult.failed(
                    new EngineFailure.OutOfMemory(4 * sizeOf(variant).pixels()));
        }
    }

    private Watch watch(VipsImage image, CancellationToken cancellation) {
        return new Watch(tools.vips(), image, Stop.on(cancellation), List.of(cancellation), fraction -> {});
    }

    private VipsImage seen(VipsImage image, View view) throws VipsException, CancelledException {
        return switch (view) {
            case View.Fitted fitted -> shaping.resized(image, fitted.sizeOf(image.size()));
            case View.Region region -> shaping.part(image, region.within(image.size()));
        };
    }

    private Pixels pixels(VipsImage image, Watch watch) throws VipsException, CancelledException {
        var pixels = Pixels.allocate(image.size());
        boolean done = false;
        try {
            pixelEncoding.intoBgra(image, pixels.segment(), image.size());
            done = true;
            return pixels;
        } finally {
            if (!done) {
                pixels.close();
            }
            watch.rethrow();
        }
    }

    @Override
    public EngineResult<Long> write(int variant, Encoding encoding, Path partialFile, CancellationToken cancellation)
            throws CancelledException {
        cancellation.throwIfCancelled();
        try {
            tools.saving().requirePossible(encoding, sizeOf(variant));
            try (var source = sourceOf(variant, cancellation)) {
                boolean toSrgb = colouring.mustBecomeSrgb(encoding.format(), source);
                var beside = new Saving.Beside(exif, toSrgb ? Optional.empty() : colouring.embed());
                var control = new Control(Stop.on(cancellation), List.of(cancellation), fraction -> {});
                return EngineResult.done(tools.saving()
                        .write(
                                source,
                                image -> colouring.shaped(tools.vips(), image, sizeOf(variant), toSrgb),
                                encoding,
                                beside,
                                partialFile,
                                control));
            }
        } catch (VipsException failure) {
            long estimate =
                    VipsBounds.estimate(rendering.info(), rendering.request().variants());
            return EngineResult.failed(VipsFailures.ofEncoding(encoding.format(), partialFile, failure, estimate));
        } catch (EngineProblem problem) {
            return EngineResult.failed(problem.failure());
        }
    }

    /// Closing again does nothing.
    @Override
    public synchronized void close() {
        made.clear();
        renditions.close();
        heldBytes = 0;
    }
}
