package offprint.engine.embedded;

import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import offprint.cancel.CancelledException;
import offprint.engine.EngineFailure;
import offprint.engine.EngineProblem;
import offprint.engine.RenderCancellation;
import offprint.engine.RenderEvents;
import offprint.engine.RenderListener;
import offprint.engine.RenderRequest;
import offprint.engine.Stop;
import offprint.engine.VariantResult;
import offprint.engine.header.Header;
import offprint.engine.header.Probe;
import offprint.image.ImageFormat;
import offprint.image.PixelSize;
import offprint.image.SourceInfo;
import offprint.recipe.MetadataPolicy.Group;

/// One render: decodes once, then makes the variants from the largest to the smallest.
final class Rendering {

    private final Decoder decoder;
    private final Encoder encoder;
    private final RenderRequest request;
    private final RenderListener listener;
    private final RenderCancellation cancellation;
    private final long estimatedBytes;
    private final Map<Integer, VariantResult> results = new HashMap<>();

    Rendering(
            Decoder decoder,
            Encoder encoder,
            RenderRequest request,
            RenderListener listener,
            RenderCancellation cancellation) {
        this.decoder = decoder;
        this.encoder = encoder;
        this.request = request;
        this.listener = listener;
        this.cancellation = cancellation;
        this.estimatedBytes = Bounds.estimate(request.info(), request.variants());
        if (cancellation.variants().size() != request.variants().size()) {
            throw new IllegalArgumentException("expected " + request.variants().size() + " variant tokens but received "
                    + cancellation.variants().size());
        }
    }

    List<VariantResult> run() throws EngineProblem, CancelledException {
        cancellation.photo().throwIfCancelled();
        var header = Probe.header(request.source());
        var info = Probe.info(request.source());
        Bounds.require(info, sizeOfSource(), request.limits(), Bounds.estimate(info, request.variants()));
        refuseTheImpossible();
        if (!waiting().isEmpty()) {
            try {
                renderWaiting(header, info);
            } catch (CancelledException cancelled) {
                cancellation.photo().throwIfCancelled();
                // every variant was cancelled alone
                waiting().forEach(index -> finish(index, new VariantResult.VariantCancelled()));
            }
        }
        return IntStream.range(0, request.variants().size())
                .mapToObj(this::resultOf)
                .toList();
    }

    private VariantResult resultOf(int index) {
        return Optional.ofNullable(results.get(index)).orElseThrow();
    }

    private long sizeOfSource() throws EngineProblem {
        try {
            return Files.size(request.source());
        } catch (IOException failure) {
            throw new EngineProblem(new EngineFailure.UnreadableSource(Failures.textOf(failure)), failure);
        }
    }

    /// Fails the variants that no picture could become, before anything is decoded.
    private void refuseTheImpossible() {
        for (int index : waiting()) {
            var variant = request.variants().get(index);
            try {
                encoder.requirePossible(variant.encoding(), variant.size());
            } catch (EngineProblem problem) {
                finish(index, new VariantResult.VariantFailed(problem.failure()));
            }
        }
    }

    private List<Integer> waiting() {
        return IntStream.range(0, request.variants().size())
                .filter(index -> !results.containsKey(index))
                .boxed()
                .sorted(Comparator.comparingLong(
                                (Integer index) -> sizeOf(index).pixels())
                        .reversed())
                .toList();
    }

    private PixelSize sizeOf(int index) {
        return request.variants().get(index).size();
    }

    private void renderWaiting(Header header, SourceInfo info) throws EngineProblem, CancelledException {
        var wanted = waiting().stream().map(cancellation.variants()::get).toList();
        var stop = Stop.whenNobodyWants(cancellation.photo(), wanted);
        var image = decode(header, stop);
        try {
            renderDecoded(header, info, normalised(image, stop));
        } finally {
            decoder.recycle(image);
        }
    }

    private void renderDecoded(Header header, SourceInfo info, Samples pixels)
            throws EngineProblem, CancelledException {
        boolean keeps = request.metadata().keeps(Group.PROFILE);
        var colour = colourOf(header, pixels);
        var metadata = new OutputMetadata(
                Probe.keptExif(request.source(), header, request.metadata()), keeps ? colour.icc() : Optional.empty());
        var renditions = new Renditions(pixels, info.orientation(), keeps ? Optional.empty() : colour.profile());
        for (int index : waiting()) {
            cancellation.photo().throwIfCancelled();
            finish(index, variant(index, renditions, metadata, keeps ? colour.profile() : Optional.empty()));
            renditions.keepOnlyFor(waiting().stream().map(this::sizeOf).toList());
        }
    }

    private BufferedImage decode(Header header, Stop stop) throws EngineProblem, CancelledException {
        listener.decoding();
        var event = new RenderEvents.Decode();
        event.begin();
        var image = decoder.decode(request.source(), header, 1, stop, listener::decodeProgress);
        event.pixels = header.size().pixels();
        event.bytes = sizeOfSource();
        event.commit();
        return image;
    }

    private Samples normalised(BufferedImage image, Stop stop) throws EngineProblem, CancelledException {
        try {
            return Alpha.premultiplied(Normalising.interleaved(image, stop), stop);
        } catch (RuntimeException | OutOfMemoryError thrown) {
            throw Failures.ofDecoding(thrown, new Failures.Expected(estimatedBytes));
        }
    }

    /// @param icc the embedded profile, when it fits the decoded pixels
    /// @param profile the same, when it also differs from sRGB
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Colour(Optional<byte[]> icc, Optional<ICC_Profile> profile) {}

    private static Colour colourOf(Header header, Samples pixels) {
        boolean converted = header.format() == ImageFormat.JPEG && header.bands() == 4;
        var icc = converted ? Optional.<byte[]>empty() : header.icc().filter(bytes -> Colours.fits(bytes, pixels));
        return new Colour(icc, icc.flatMap(bytes -> Colours.meaningful(bytes, pixels)));
    }

    private VariantResult variant(
            int index, Renditions renditions, OutputMetadata metadata, Optional<ICC_Profile> keptProfile)
            throws CancelledException {
        var stop = Stop.onEither(cancellation.photo(), cancellation.variants().get(index));
        var format = request.variants().get(index).encoding().format();
        try {
            stop.check();
            var pixels = resize(index, renditions, stop);
            return encode(index, pixels, metadata, keptProfile, stop);
        } catch (CancelledException cancelled) {
            cancellation.photo().throwIfCancelled();
            return new VariantResult.VariantCancelled();
        } catch (EngineProblem | IOException | RuntimeException | OutOfMemoryError | StackOverflowError thrown) {
            cancellation.photo().throwIfCancelled();
            return stop.isStopped()
                    ? new VariantResult.VariantCancelled()
                    : new VariantResult.VariantFailed(
                            Failures.ofEncoding(format, thrown, new Failures.Expected(estimatedBytes)));
        }
    }

    private Samples resize(int index, Renditions renditions, Stop stop) throws CancelledException {
        listener.resizing(index);
        var event = new RenderEvents.Resize();
        event.begin();
        var pixels = renditions.at(sizeOf(index), stop);
        event.pixels = sizeOf(index).pixels();
        event.bytes = sizeOf(index).pixels() * pixels.channels() * (pixels.isWide() ? 2 : 1);
        event.commit();
        return pixels;
    }

    private VariantResult encode(
            int index, Samples pixels, OutputMetadata metadata, Optional<ICC_Profile> keptProfile, Stop stop)
            throws IOException, EngineProblem, CancelledException {
        listener.encoding(index);
        var variant = request.variants().get(index);
        boolean profileFits =
                !pixels.isGrey() || Encoder.holdsGreyProfiles(variant.encoding().format());
        var ready = profileFits || keptProfile.isEmpty() ? pixels : Colours.toSrgb(pixels, keptProfile.get(), stop);
        var event = new RenderEvents.Encode();
        event.begin();
        long bytes = encoder.write(
                ready,
                variant.encoding(),
                profileFits ? metadata : metadata.withoutProfile(),
                variant.partialFile(),
                stop,
                fraction -> listener.encodeProgress(index, fraction));
        event.bytes = bytes;
        event.pixels = variant.size().pixels();
        event.commit();
        return new VariantResult.Rendered(variant.size(), bytes);
    }

    private void finish(int index, VariantResult result) {
        results.put(index, result);
        listener.finished(index, result);
    }
}
