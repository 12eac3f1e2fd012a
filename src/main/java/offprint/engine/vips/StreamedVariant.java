package offprint.engine.vips;

import java.util.List;
import offprint.cancel.CancelledException;
import offprint.engine.EngineProblem;
import offprint.engine.RenderEvents;
import offprint.engine.Stop;
import offprint.engine.VariantRequest;
import offprint.engine.VariantResult;
import offprint.image.ImageFormat;
import offprint.image.Orientation;
import offprint.image.PixelSize;

/// The one variant of a large photo, written while it is decoded: rows go from the reader to the writer, and neither
/// the photo nor the variant is ever whole in memory.
final class StreamedVariant {

    /// Below this the whole variant is held: it costs little, and a failure's fault is plain at once.
    private static final long HELD_BYTES = 64L << 20;

    private static final PixelSize TINY = new PixelSize(1, 1);

    private final VipsRendering rendering;
    private final int index;
    private final VariantRequest variant;
    private final Decoding.Source source;
    private final Stop stop;

    StreamedVariant(VipsRendering rendering, int index, Decoding.Source source) {
        this.rendering = rendering;
        this.index = index;
        this.variant = rendering.request().variants().get(index);
        this.source = source;
        this.stop = Stop.onEither(
                rendering.cancellation().photo(),
                rendering.cancellation().variants().get(index));
    }

    /// Whether rows can go straight through: reader and writer take them from the top to the bottom.
    static boolean serves(Decoding.Source source, VariantRequest variant) {
        boolean inOrder = source.orientation() == Orientation.UPRIGHT || source.orientation() == Orientation.MIRRORED;
        boolean large = variant.size().pixels() * 3 > HELD_BYTES;
        return large
                && inOrder
                && comesInRows(source.header().format())
                && comesInRows(variant.encoding().format());
    }

    private static boolean comesInRows(ImageFormat format) {
        return switch (format) {
            case JPEG, PNG, TIFF -> true;
            case WEBP, AVIF, HEIC, JXL, GIF, BMP, PSD, RAW -> false;
        };
    }

    /// @param beside the EXIF block that is kept; the profile is found out here
    /// @throws EngineProblem when the source is at fault, or the file can't be written
    VariantResult write(Decoding.Wish wish, Saving.Beside beside) throws EngineProblem, CancelledException {
        var listener = rendering.listener();
        listener.decoding();
        listener.resizing(index);
        stop.check();
        listener.encoding(index);
        var event = new RenderEvents.Encode();
        event.begin();
        try {
            long bytes = written(wish, beside);
            event.bytes = bytes;
            event.pixels = variant.size().pixels();
            event.commit();
            return new VariantResult.Rendered(variant.size(), bytes);
        } catch (VipsException failure) {
            stop.check();
            requireReadable(wish);
            return new VariantResult.VariantFailed(VipsFailures.ofEncoding(
                    variant.encoding().format(), variant.partialFile(), failure, source.estimatedBytes()));
        }
    }

    private long written(Decoding.Wish wish, Saving.Beside beside)
            throws VipsException, EngineProblem, CancelledException {
        try {
            return attempt(wish, beside, SourceReader.Strictness.WARNINGS);
        } catch (VipsException failure) {
            stop.check();
            if (!VipsFailures.isHarmless(source.header(), failure)) {
                throw failure;
            }
            return attempt(wish, beside, SourceReader.Strictness.ERRORS);
        }
    }

    private long attempt(Decoding.Wish wish, Saving.Beside beside, SourceReader.Strictness strictness)
            throws VipsException, EngineProblem, CancelledException {
        var tools = rendering.tools();
        var cancellation = rendering.cancellation();
        var control = new Control(
                stop,
                List.of(cancellation.photo(), cancellation.variants().get(index)),
                fraction -> rendering.listener().encodeProgress(index, fraction));
        try (var loaded = tools.decoding().open(source, wish, strictness);
                var normal = tools.decoding().normal(loaded)) {
            var colouring = Colouring.of(source.header(), normal, wish.metadata());
            return tools.saving()
                    .write(
                            normal,
                            image -> tools.decoding().shapedUpright(image, source, wish, colouring),
                            variant.encoding(),
                            new Saving.Beside(beside.exif(), colouring.embed()),
                            variant.partialFile(),
                            control);
        }
    }

    /// Whose fault was it? Decodes the photo alone.
    private void requireReadable(Decoding.Wish wish) throws EngineProblem, CancelledException {
        var tiny = new Decoding.Wish(TINY, wish.metadata(), Decoding.Depth.EIGHT, wish.margin(), 1);
        var control = new Control(stop, List.of(), fraction -> {});
        rendering.tools().decoding().decode(source, tiny, control).image().close();
    }
}
