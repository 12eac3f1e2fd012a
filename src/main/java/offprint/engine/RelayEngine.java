package offprint.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import offprint.cancel.CancellationToken;
import offprint.cancel.CancelledException;
import offprint.image.ImageFormat;
import offprint.image.Pixels;
import offprint.image.SourceInfo;
import offprint.recipe.Encoding;
import offprint.recipe.MetadataPolicy;

/// Two engines as one, for what only the first reads: it decodes the photo, once, to an uncompressed TIFF in the
/// system's temporary folder, and the second makes the variants of that. So every photo comes out of the same scaler
/// and encoders, and a format that only the second writes can be had of every source.
///
/// A file and not memory between them, since the port of an engine has files on both sides: profile, EXIF and sixteen
/// bits pass it unharmed.
public final class RelayEngine implements ImageEngine {

    private static final MetadataPolicy EVERYTHING = new MetadataPolicy(EnumSet.allOf(MetadataPolicy.Group.class));

    private final ImageEngine reader;
    private final ImageEngine writer;
    private final Capabilities capabilities;

    /// @param reader who decodes; must write TIFF. Neither is owned by this.
    /// @param writer who makes the variants; must read TIFF
    public RelayEngine(ImageEngine reader, ImageEngine writer) {
        if (!reader.capabilities().writes(ImageFormat.TIFF)
                || !writer.capabilities().reads(ImageFormat.TIFF)) {
            throw new IllegalArgumentException("expected two engines with TIFF between them but received "
                    + reader.name() + " and " + writer.name());
        }
        this.reader = reader;
        this.writer = writer;
        var readable = EnumSet.noneOf(ImageFormat.class);
        readable.addAll(reader.capabilities().readable());
        readable.removeAll(writer.capabilities().readable());
        capabilities = new Capabilities(readable, writer.capabilities().writable());
    }

    @Override
    public String name() {
        return reader.name() + "+" + writer.name();
    }

    @Override
    public String description() {
        return "decoded by " + reader.name() + ", scaled and written by " + writer.name();
    }

    /// Reads what only the reader reads.
    @Override
    public Capabilities capabilities() {
        return capabilities;
    }

    @Override
    public EngineResult<SourceInfo> probe(Path source, CancellationToken cancellation) throws CancelledException {
        return reader.probe(source, cancellation);
    }

    @Override
    public EngineResult<Pixels> thumbnail(ThumbnailRequest request, CancellationToken cancellation)
            throws CancelledException {
        return reader.thumbnail(request, cancellation);
    }

    @Override
    public EngineResult<Long> encode(Pixels pixels, Encoding encoding, Path partialFile, CancellationToken cancellation)
            throws CancelledException {
        return writer.encode(pixels, encoding, partialFile, cancellation);
    }

    @Override
    public long estimateBytes(SourceInfo source, List<VariantRequest> variants) {
        return Math.max(
                reader.estimateBytes(source, List.of(whole(source, Path.of("")))),
                writer.estimateBytes(source, variants));
    }

    private static VariantRequest whole(SourceInfo info, Path file) {
        int bits = info.bitsPerSample() > 8 ? 16 : 8;
        return new VariantRequest(
                "whole", info.displaySize(), new Encoding.Tiff(Encoding.TiffCompression.NONE, bits), file);
    }

    @Override
    public EngineResult<List<VariantResult>> render(
            RenderRequest request, RenderListener listener, RenderCancellation cancellation) throws CancelledException {
        Path between;
        try {
            between = Files.createTempFile("offprint-relay-", ".tiff");
        } catch (IOException failure) {
            return EngineResult.failed(new EngineFailure.UnwritableTarget(
                    "the system's temporary folder takes no file: " + failure.getMessage()));
        }
        try {
            var failure = decode(request, between, listener, cancellation);
            return failure.isPresent()
                    ? EngineResult.failed(failure.get())
                    : renderDecoded(request, between, listener, cancellation);
        } finally {
            between.toFile().delete();
        }
    }

    /// Kept as files that the writer reads.
    @Override
    public EngineResult<Workpiece> prepare(RenderRequest request, CancellationToken cancellation)
            throws CancelledException {
        return StoredWorkpiece.make(this, writer, request, cancellation);
    }

    private Optional<EngineFailure> decode(
            RenderRequest request, Path between, RenderListener listener, RenderCancellation cancellation)
            throws CancelledException {
        var alone = new RenderRequest(
                request.source(),
                request.info(),
                List.of(whole(request.info(), between)),
                EVERYTHING,
                request.limits());
        var decoded = reader.render(alone, new DecodeOnly(listener), RenderCancellation.of(cancellation.photo(), 1));
        return switch (decoded) {
            case EngineResult.Failed<List<VariantResult>> failed -> Optional.of(failed.failure());
            case EngineResult.Done<List<VariantResult>> done ->
                switch (done.value().getFirst()) {
                    case VariantResult.Rendered rendered -> Optional.empty();
                    case VariantResult.VariantFailed failed -> Optional.of(failed.failure());
                    case VariantResult.VariantCancelled cancelled ->
                        throw new IllegalStateException("a variant with the photo's own token was cancelled alone");
                };
        };
    }

    private EngineResult<List<VariantResult>> renderDecoded(
            RenderRequest request, Path between, RenderListener listener, RenderCancellation cancellation)
            throws CancelledException {
        return switch (writer.probe(between, cancellation.photo())) {
            case EngineResult.Failed<SourceInfo> failed -> EngineResult.failed(failed.failure());
            case EngineResult.Done<SourceInfo> done ->
                writer.render(
                        new RenderRequest(
                                between, done.value(), request.variants(), request.metadata(), request.limits()),
                        new WithoutDecode(listener),
                        cancellation);
        };
    }

    /// Hears the reader, and tells of its decode.
    private record DecodeOnly(RenderListener listener) implements RenderListener {

        @Override
        public void decoding() {
            listener.decoding();
        }

        @Override
        public void decodeProgress(double fraction) {
            listener.decodeProgress(fraction);
        }
    }

    /// Hears the writer, and does not tell that it decodes: to the photo that happened once.
    private record WithoutDecode(RenderListener listener) implements RenderListener {

        @Override
        public void resizing(int variant) {
            listener.resizing(variant);
        }

        @Override
        public void encoding(int variant) {
            listener.encoding(variant);
        }

        @Override
        public void encodeProgress(int variant, double fraction) {
            listener.encodeProgress(variant, fraction);
        }

        @Override
        public void finished(int variant, VariantResult result) {
            listener.finished(variant, result);
        }
    }
}
