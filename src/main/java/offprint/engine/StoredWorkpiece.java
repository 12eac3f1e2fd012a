package offprint.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import offprint.cancel.CancellationToken;
import offprint.cancel.CancelledException;
import offprint.image.Pixels;
import offprint.image.SourceInfo;
import offprint.recipe.Encoding;

/// A workpiece of any engine: every variant stored without loss as an uncompressed TIFF in a temporary folder of its
/// own. What is written of it differs from a render by no more than the depth of those files.
final class StoredWorkpiece implements Workpiece {

    private final ImageEngine writer;
    private final RenderRequest request;
    private final TemporaryFolder folder;
    private final List<VariantResult> stored;

    private StoredWorkpiece(
            ImageEngine writer, RenderRequest request, TemporaryFolder folder, List<VariantResult> stored) {
        this.writer = writer;
        this.request = request;
        this.folder = folder;
        this.stored = List.copyOf(stored);
    }

    /// @param renderer who decodes and resizes
    /// @param writer who encodes; reads TIFF
    static EngineResult<Workpiece> make(
            ImageEngine renderer, ImageEngine writer, RenderRequest request, CancellationToken cancellation)
            throws CancelledException {
        TemporaryFolder folder;
        try {
            folder = TemporaryFolder.make("workpiece");
        } catch (IOException refused) {
            return EngineResult.failed(new EngineFailure.UnwritableTarget(
                    "the system's temporary folder takes no files: " + refused.getMessage()));
        }
        boolean kept = false;
        try {
            var lossless = new RenderRequest(
                    request.source(),
                    request.info(),
                    stored(request, folder.path()),
                    request.metadata(),
                    request.limits());
            var tokens = RenderCancellation.of(cancellation, lossless.variants().size());
            return switch (renderer.render(lossless, RenderListener.SILENT, tokens)) {
                case EngineResult.Failed<List<VariantResult>> failed -> EngineResult.failed(failed.failure());
                case EngineResult.Done<List<VariantResult>> done -> {
                    kept = true;
                    yield EngineResult.done(new StoredWorkpiece(writer, request, folder, done.value()));
                }
            };
        } finally {
            if (!kept) {
                folder.close();
            }
        }
    }

    private static List<VariantRequest> stored(RenderRequest request, Path folder) {
        var variants = new ArrayList<VariantRequest>();
        for (var variant : request.variants()) {
            var tiff = new Encoding.Tiff(Encoding.TiffCompression.NONE, bits(variant.encoding()));
            variants.add(new VariantRequest(variant.name(), variant.size(), tiff, file(folder, variants.size())));
        }
        return variants;
    }

    private static Path file(Path folder, int variant) {
        return folder.resolve(variant + ".tif");
    }

    private static int bits(Encoding encoding) {
        return switch (encoding) {
            case Encoding.Png png -> png.bits();
            case Encoding.Tiff tiff -> tiff.bits();
            case Encoding.Jpeg jpeg -> 8;
            case Encoding.Webp webp -> 8;
            case Encoding.Avif avif -> 8;
        };
    }

    @Override
    public long heldBytes() {
        return 0;
    }

    @Override
    public EngineResult<Pixels> before(int variant, View view, CancellationToken cancellation)
            throws CancelledException {
        return stored.get(variant) instanceof VariantResult.VariantFailed failed
                ? EngineResult.failed(failed.failure())
                : writer.view(file(folder.path(), variant), view, request.limits(), cancellation);
    }

    @Override
    public EngineResult<Long> write(int variant, Encoding encoding, Path partialFile, CancellationToken cancellation)
            throws CancelledException {
        if (stored.get(variant) instanceof VariantResult.VariantFailed failed) {
            return EngineResult.failed(failed.failure());
        }
        var file = file(folder.path(), variant);
        return switch (writer.probe(file, cancellation)) {
            case EngineResult.Failed<SourceInfo> failed -> EngineResult.failed(failed.failure());
            case EngineResult.Done<SourceInfo> done -> {
                var wanted = request.variants().get(variant);
                var one = new VariantRequest(wanted.name(), wanted.size(), encoding, partialFile);
                var again = new RenderRequest(file, done.value(), List.of(one), request.metadata(), request.limits());
                yield written(
                        writer.render(again, RenderListener.SILENT, RenderCancellation.of(cancellation, 1)),
                        cancellation);
            }
        };
    }

    private static EngineResult<Long> written(EngineResult<List<VariantResult>> rendered, CancellationToken token)
            throws CancelledException {
        token.throwIfCancelled();
        return switch (rendered) {
            case EngineResult.Failed<List<VariantResult>> failed -> EngineResult.failed(failed.failure());
            case EngineResult.Done<List<VariantResult>> done ->
                switch (done.value().getFirst()) {
                    case VariantResult.Rendered one -> EngineResult.done(one.bytes());
                    case VariantResult.VariantFailed failed -> EngineResult.failed(failed.failure());
                    case VariantResult.VariantCancelled cancelled -> throw new CancelledException();
                };
        };
    }

    @Override
    public void close() {
        folder.close();
    }
}
