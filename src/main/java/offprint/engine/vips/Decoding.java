package offprint.engine.vips;

import java.nio.file.Path;
import java.util.Optional;
import offprint.cancel.CancelledException;
import offprint.engine.DamagedPhotos;
import offprint.engine.EngineProblem;
import offprint.engine.header.Header;
import offprint.engine.header.Probe;
import offprint.image.ImageFormat;
import offprint.image.Orientation;
import offprint.image.PixelSize;
import offprint.image.SourceInfo;
import offprint.recipe.MetadataPolicy;

/// Decodes a photo to the largest size that is wanted of it, upright and in its final colours. Decoding, reducing and
/// converting run row by row in one pass, so that only the result is ever whole in memory.
final class Decoding {

    /// From it on libvips averages rows before it reduces, and reaches further back.
    private static final int MAX_ORDERLY_REDUCTION = 4;

    private final Vips vips;
    private final SourceReader reader;
    private final Shaping shaping;
    private final Optional<CodecProcesses> apart;

    /// Everything is decoded here, whether it can be stopped or not.
    Decoding(Vips vips, SourceReader reader) {
        this(vips, reader, Optional.empty());
    }

    /// @param apart decodes what could not be stopped here
    Decoding(Vips vips, SourceReader reader, Optional<CodecProcesses> apart) {
        this.vips = vips;
        this.reader = reader;
        this.shaping = new Shaping(vips);
        this.apart = apart;
    }

    /// A photo to decode.
    ///
    /// @param estimatedBytes for the message when memory ran out
    record Source(Path file, Header header, SourceInfo info, long estimatedBytes) {

        /// How pixels must still be turned after loading.
        Orientation orientation() {
            return header.turned().isPresent() ? Orientation.UPRIGHT : info.orientation();
        }

        /// A size of the upright picture, turned as the loaded raster is.
        PixelSize asLoaded(PixelSize upright) {
            return orientation().upright(upright);
        }
    }

    /// What comes out of the one pass.
    ///
    /// @param size of the upright picture
    /// @param metadata whether the profile stays beside the pixels
    /// @param margin how many times more pixels a side a JPEG must be decoded to than are wanted
    /// @param threads that work on it
    record Wish(PixelSize size, MetadataPolicy metadata, Depth depth, double margin, int threads) {}

    /// @param image upright, in memory; whoever asked closes it
    /// @param colouring what was done to its colours
    record Decoded(VipsImage image, Colouring colouring) {}

    /// Bits a sample.
    enum Depth {
        EIGHT,
        AS_STORED
    }

    /// Decodes; the source is looked at strictly.
    Decoded decode(Source source, Wish wish, Control control) throws EngineProblem, CancelledException {
        control.stop().check();
        try {
            // TIFF and WebP are read by what their directory says, wherever the file ends.
            if (source.header().format() != ImageFormat.PNG && reader.damaged() == DamagedPhotos.FAIL) {
                Probe.requireWhole(source.file(), source.header(), control.stop());
            }
            var elsewhere = decodedApart(source, wish, control);
            if (elsewhere.isPresent()) {
                return elsewhere.get();
            }
            try {
                return inOnePass(source, wish, control, SourceReader.Strictness.WARNINGS);
            } catch (VipsException failure) {
                control.stop().check();
                if (!VipsFailures.isHarmless(source.header(), failure)) {
                    throw failure;
                }
                return inOnePass(source, wish, control, SourceReader.Strictness.ERRORS);
            }
        } catch (VipsException failure) {
            control.stop().check();
            throw VipsFailures.ofDecoding(source.file(), source.header(), failure, source.estimatedBytes());
        }
    }

    /// A process of its own sends back the pixels; what became of their colours is found out here once more.
    private Optional<Decoded> decodedApart(Source source, Wish wish, Control control)
            throws VipsException, EngineProblem, CancelledException {
        var header = source.header();
        if (apart.isEmpty() || !CodecCost.isLong(header.size(), header.format())) {
            return Optional.empty();
        }
        var image = apart.get().decode(source.file(), wish, reader.damaged(), control);
        if (image.isEmpty()) {
            return Optional.empty();
        }
        try (var pipe = new Pipe(image.get());
                var loaded = open(source, wish, SourceReader.Strictness.WARNINGS);
                var normal = reader.normal(loaded)) {
            var colouring = Colouring.of(header, normal, wish.metadata());
            colouring.embed().ifPresent(icc -> pipe.head().setBlob("icc-profile-data", icc));
            return Optional.of(new Decoded(pipe.head().again(), colouring));
        }
    }

    private Decoded inOnePass(Source source, Wish wish, Control control, SourceReader.Strictness strictness)
            throws VipsException, EngineProblem, CancelledException {
        try (var loaded = open(source, wish, strictness)) {
            loaded.setThreads(wish.threads());
            try (var watch = new Watch(vips, loaded, control.stop(), control.tokens(), control.progress());
                    var pipe = new Pipe(loaded.again())) {
                pipe.through(reader::normal);
                if (readsInOrder(pipe.head(), source, wish)) {
                    pipe.head().promiseOrder();
                }
                var colouring = Colouring.of(source.header(), pipe.head(), wish.metadata());
                pipe.through(image -> shaped(image, source, wish, colouring));
                try {
                    pipe.through(vips::inMemory);
                } finally {
                    watch.rethrow();
                }
                if (source.orientation() != Orientation.UPRIGHT) {
                    pipe.through(image -> shaping.upright(image, source.orientation()))
                            .through(vips::inMemory);
                }
                control.stop().check();
                return new Decoded(pipe.head().again(), colouring);
            }
        }
    }

    /// Whether reducing asks for rows so nearly in turn that the 512 which the loader of JPEG keeps are enough: on one
    /// thread, and without averaging rows first.
    private static boolean readsInOrder(VipsImage loaded, Source source, Wish wish) {
        int rows = loaded.size().heightPx();
        return source.header().format() == ImageFormat.JPEG
                && wish.threads() == 1
                && rows < MAX_ORDERLY_REDUCTION * source.asLoaded(wish.size()).heightPx();
    }

    /// Opens the file at the scale that serves; its own profile stands beside the pixels, as our header reading found
    /// it.
    VipsImage open(Source source, Wish wish, SourceReader.Strictness strictness) throws VipsException, EngineProblem {
        int shrink = SourceReader.shrinkFor(source.header(), source.asLoaded(wish.size()), wish.margin());
        var loaded = reader.open(source.file(), source.header(), shrink, strictness);
        source.header().icc().ifPresent(icc -> loaded.setBlob("icc-profile-data", icc));
        return loaded;
    }

    VipsImage normal(VipsImage loaded) throws VipsException, CancelledException {
        return reader.normal(loaded);
    }

    /// The whole way from normal pixels to wanted ones; rows stay in order for a photo that is not turned.
    VipsImage shapedUpright(VipsImage normal, Source source, Wish wish, Colouring colouring)
            throws VipsException, CancelledException {
        try (var shaped = shaped(normal, source, wish, colouring)) {
            return shaping.upright(shaped, source.orientation());
        }
    }

    /// The pass from normal pixels to wanted ones, but for the turn.
    private VipsImage shaped(VipsImage loaded, Source source, Wish wish, Colouring colouring)
            throws VipsException, CancelledException {
        try (var pipe = new Pipe(loaded.again())) {
            pipe.through(image -> shaping.resized(image, source.asLoaded(wish.size())))
                    .through(image -> colouring.apply(vips, image));
            if (wish.depth() == Depth.EIGHT) {
                pipe.through(shaping::inEightBits);
            }
            return pipe.head().again();
        }
    }
}
