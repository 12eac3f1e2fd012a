package offprint.engine;

import java.nio.file.Path;
import java.util.List;
import offprint.cancel.CancellationToken;
import offprint.cancel.CancelledException;
import offprint.image.Pixels;
import offprint.image.SourceInfo;
import offprint.recipe.Encoding;

/// Decodes a photo once and makes every variant of it. Implementations are safe for use by several workers at once.
///
/// Expected failures come back as [EngineResult.Failed]; what is thrown is a bug, an `Error`, or a
/// [CancelledException].
public interface ImageEngine extends AutoCloseable {

    /// A box that every picture fits into as it is.
    int WHOLE_PX = 1 << 28;

    /// A short stable name: `embedded`, `vips`.
    String name();

    /// Name and version for people, such as "TwelveMonkeys 3.13.1 + imgscalr 4.2".
    String description();

    /// Asked for every output of a plan; the same as long as the engine is open.
    Capabilities capabilities();

    /// Reads the header only: no pixel is decoded, the file is opened for reading and closed again.
    EngineResult<SourceInfo> probe(Path source, CancellationToken cancellation) throws CancelledException;

    /// A small upright sRGB picture that fits into a square box, never enlarged; the embedded thumbnail where
    /// [ThumbnailRequest.Source] allows one and it is there. The caller owns and closes the result.
    EngineResult<Pixels> thumbnail(ThumbnailRequest request, CancellationToken cancellation) throws CancelledException;

    /// Encodes a raster that is already in memory (premultiplied BGRA, sRGB), at its own size and without metadata.
    ///
    /// @return the bytes written to `partialFile`
    EngineResult<Long> encode(Pixels pixels, Encoding encoding, Path partialFile, CancellationToken cancellation)
            throws CancelledException;

    /// Bytes of memory that [#render] will need at its peak, on the heap and off it; an upper estimate, for admission.
    long estimateBytes(SourceInfo source, List<VariantRequest> variants);

    /// Decodes once and writes every variant to its partial file, which must exist and be empty or is created.
    ///
    /// A source that can't be decoded is one [EngineResult.Failed]; otherwise there is one [VariantResult] for each
    /// requested variant, in the order of the request: a variant that fails or is cancelled does not stop the others.
    /// Each result is told to [RenderListener#finished] as soon as it is there, and the partial file is the caller's
    /// from then on: it may be gone before this returns. After a failed or cancelled variant its partial file may be
    /// there.
    ///
    /// @throws CancelledException when the whole photo is cancelled
    EngineResult<List<VariantResult>> render(
            RenderRequest request, RenderListener listener, RenderCancellation cancellation) throws CancelledException;

    /// Part of a picture file, or all of it, decoded for the screen: upright, in sRGB. The caller owns and closes the
    /// result.
    ///
    /// @param picture any file that this engine reads
    default EngineResult<Pixels> view(Path picture, View view, Limits limits, CancellationToken cancellation)
            throws CancelledException {
        int boxPx = switch (view) {
            case View.Fitted fitted -> fitted.boxPx();
            case View.Region region -> WHOLE_PX;
        };
        var decoded =
                thumbnail(new ThumbnailRequest(picture, boxPx, ThumbnailRequest.Source.PICTURE, limits), cancellation);
        if (view instanceof View.Region region && decoded instanceof EngineResult.Done<Pixels> whole) {
            try (var pixels = whole.value()) {
                return EngineResult.done(Crops.of(pixels, region));
            }
        }
        return decoded;
    }

    /// Decodes once and keeps what every variant is made of, instead of writing files: for looking at them.
    ///
    /// @param request whose partial files are not touched
    /// @return the caller's
    default EngineResult<Workpiece> prepare(RenderRequest request, CancellationToken cancellation)
            throws CancelledException {
        return StoredWorkpiece.make(this, this, request, cancellation);
    }

    /// Nothing is to be done for a while: what was kept for the next photo may go. Some milliseconds; any thread.
    default void rest() {}

    @Override
    default void close() {}
}
