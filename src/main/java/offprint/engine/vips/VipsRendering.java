package offprint.engine.vips;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import offprint.cancel.CancellationToken;
import offprint.cancel.CancelledException;
import offprint.engine.Assistants;
import offprint.engine.EngineFailure;
import offprint.engine.EngineProblem;
import offprint.engine.RenderCancellation;
import offprint.engine.RenderEvents;
import offprint.engine.RenderListener;
import offprint.engine.RenderRequest;
import offprint.engine.Stop;
import offprint.engine.VariantResult;
import offprint.engine.header.Claims;
import offprint.engine.header.Header;
import offprint.engine.header.Probe;
import offprint.image.ExifBlock;
import offprint.image.PixelSize;
import offprint.image.SourceInfo;
import offprint.recipe.Encoding;

/// One render: decodes once, then makes the renditions from the largest to the smallest, then encodes them, where
/// others help at the same time. A single large variant goes through in rows.
final class VipsRendering {

    /// A JPEG that is decoded to a fraction of its size is a little less true than one that is reduced afterwards.
    /// Where the result is stored without loss, at least twice the wanted pixels a side are decoded; a lossy encoding
    /// hides the difference (VipsQualityTest; docs/decisions/0011).
    private static final double LOSSLESS_MARGIN = 2;

    private static final double LOSSY_MARGIN = 1;

    private final Tools tools;
    private final RenderRequest request;
    private final RenderListener listener;
    private final RenderCancellation cancellation;
    private final ConcurrentHashMap<Integer, VariantResult> results = new ConcurrentHashMap<>();

    /// What every render of an engine uses.
    record Tools(Vips vips, Decoding decoding, Saving saving, Assistants assistants) {}

    VipsRendering(Tools tools, RenderRequest request, RenderListener listener, RenderCancellation cancellation) {
        this.tools = tools;
        this.request = request;
        this.listener = listener;
        this.cancellation = cancellation;
        if (cancellation.variants().size() != request.variants().size()) {
            throw new IllegalArgumentException("expected " + request.variants().size() + " variant tokens but received "
                    + cancellation.variants().size());
        }
    }

    List<VariantResult> run() throws EngineProblem, CancelledException {
        cancellation.photo().throwIfCancelled();
        var source = source();
        refuseTheImpossible();
        if (!waiting().isEmpty()) {
            try {
                renderWaiting(source);
            } catch (CancelledException cancelled) {
                cancellation.photo().throwIfCancelled();
                // every variant was cancelled alone
                waiting().forEach(index -> finish(index, new VariantResult.VariantCancelled()));
            }
        }
        return IntStream.range(0, request.variants().size())
                .mapToObj(index -> Optional.ofNullable(results.get(index)).orElseThrow())
                .toList();
    }

    /// Decodes and keeps; nothing is encoded.
    VipsWorkpiece prepared() throws EngineProblem, CancelledException {
        cancellation.photo().throwIfCancelled();
        var source = source();
        refuseTheImpossible();
        if (waiting().isEmpty()) {
            // nothing can be written of it, but it can be looked at
            results.clear();
        }
        var exif = keptExif(source.header());
        return new VipsWorkpiece(this, waiting(), decode(source), exif);
    }

    private Decoding.Source source() throws EngineProblem {
        var header = Probe.header(request.source());
        var info = Probe.info(request.source());
        long estimate = VipsBounds.estimate(info, request.variants());
        Claims.require(info, bytesOfSource(), request.limits(), estimate);
        return new Decoding.Source(request.source(), header, info, estimate);
    }

    private long bytesOfSource() throws EngineProblem {
        try {
            return Files.size(request.source());
        } catch (IOException failure) {
            throw new EngineProblem(new EngineFailure.UnreadableSource("it is not there any more"), failure);
        }
    }

    /// Fails the variants that no picture could become, before anything is decoded.
    private void refuseTheImpossible() {
        for (int index : waiting()) {
            var variant = request.variants().get(index);
            try {
                tools.saving().requirePossible(variant.encoding(), variant.size());
            } catch (EngineProblem problem) {
                finish(index, new VariantResult.VariantFailed(problem.failure()));
            }
        }
    }

    /// Variants without a result, the largest first.
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

    private CancellationToken tokenOf(int index) {
        return cancellation.variants().get(index);
    }

    private void renderWaiting(Decoding.Source source) throws EngineProblem, CancelledException {
        int first = waiting().getFirst();
        if (waiting().size() == 1
                && StreamedVariant.serves(source, request.variants().get(first))) {
            var exif = new Saving.Beside(keptExif(source.header()), Optional.empty());
            finish(first, new StreamedVariant(this, first, source).write(wish(source), exif));
            return;
        }
        var decoded = decode(source);
        var beside =
                new Saving.Beside(keptExif(source.header()), decoded.colouring().embed());
        var pieces = new ArrayList<VariantPiece>();
        try {
            try (var renditions = new Renditions(decoded.image())) {
                for (int index : waiting()) {
                    cancellation.photo().throwIfCancelled();
                    pieces.add(piece(index, renditions, beside, decoded.colouring()));
                }
            }
            tools.assistants().runAll(pieces);
            VariantPiece.rethrow(pieces);
        } finally {
            pieces.forEach(VariantPiece::close);
        }
        cancellation.photo().throwIfCancelled();
    }

    private Decoding.Decoded decode(Decoding.Source source) throws EngineProblem, CancelledException {
        var tokens = waiting().stream().map(this::tokenOf).toList();
        var stop = Stop.whenNobodyWants(cancellation.photo(), tokens);
        listener.decoding();
        var event = new RenderEvents.Decode();
        event.begin();
        var all = new ArrayList<>(tokens);
        all.add(cancellation.photo());
        var decoded = tools.decoding().decode(source, wish(source), new Control(stop, all, listener::decodeProgress));
        event.pixels = source.header().size().pixels();
        event.bytes = bytesOfSource();
        event.commit();
        return decoded;
    }

    private Decoding.Wish wish(Decoding.Source source) {
        var wanted = waiting().stream().map(this::sizeOf).toList();
        return new Decoding.Wish(
                Renditions.baseFor(wanted, source.info().displaySize()),
                request.metadata(),
                depth(),
                margin(),
                1 + Math.min(1, tools.assistants().idle()));
    }

    private double margin() {
        return marginFor(waiting().stream()
                .map(index -> request.variants().get(index).encoding())
                .toList());
    }

    /// How many times the wanted pixels a side are decoded at least.
    static double marginFor(List<Encoding> encodings) {
        return encodings.stream().anyMatch(Saving::isLossless) ? LOSSLESS_MARGIN : LOSSY_MARGIN;
    }

    private Decoding.Depth depth() {
        boolean sixteen =
                request.variants().stream().map(variant -> variant.encoding()).anyMatch(Saving::wantsSixteenBits);
        return sixteen ? Decoding.Depth.AS_STORED : Decoding.Depth.EIGHT;
    }

    private Optional<byte[]> keptExif(Header header) throws EngineProblem {
        return Probe.keptExif(request.source(), header, request.metadata()).map(ExifBlock::toBytes);
    }

    /// The variant's pixels, in memory where smaller variants are made of them, and its encoding as a piece of work.
    private VariantPiece piece(int index, Renditions renditions, Saving.Beside beside, Colouring colouring)
            throws EngineProblem, CancelledException {
        var size = sizeOf(index);
        var source = renditions.sourceFor(size);
        listener.resizing(index);
        cancellation.photo().throwIfCancelled();
        try {
            boolean reduces = source.size().covers(size) && !source.size().equals(size);
            if (reduces && !tokenOf(index).isCancelled() && servesAnother(index)) {
                var made = reduced(source, size, cancellation.photo());
                renditions.add(made);
                source = made;
            }
            return new VariantPiece(this, index, source.again(), beside, colouring);
        } catch (VipsException failure) {
            cancellation.photo().throwIfCancelled();
            throw new EngineProblem(
                    new EngineFailure.OutOfMemory(VipsBounds.estimate(request.info(), request.variants())), failure);
        }
    }

    private boolean servesAnother(int index) {
        return waiting().stream()
                .anyMatch(other -> other != index
                        && sizeOf(index).covers(sizeOf(other))
                        && !sizeOf(index).equals(sizeOf(other)));
    }

    VipsImage reduced(VipsImage source, PixelSize size, CancellationToken token)
            throws VipsException, CancelledException {
        var event = new RenderEvents.Resize();
        event.begin();
        var vips = tools.vips();
        try (var first = source.copy();
                var watch = new Watch(vips, first, Stop.on(token), List.of(token), fraction -> {});
                var pipe = new Pipe(new Shaping(vips).resized(first, size))) {
            try {
                pipe.through(vips::inMemory);
            } finally {
                watch.rethrow();
            }
            event.pixels = size.pixels();
            event.bytes = pipe.head().bytes();
            event.commit();
            return pipe.head().again();
        }
    }

    Tools tools() {
        return tools;
    }

    RenderRequest request() {
        return request;
    }

    RenderListener listener() {
        return listener;
    }

    RenderCancellation cancellation() {
        return cancellation;
    }

    SourceInfo info() {
        return request.info();
    }

    void finish(int index, VariantResult result) {
        results.put(index, result);
        listener.finished(index, result);
    }
}
