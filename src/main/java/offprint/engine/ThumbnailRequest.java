package offprint.engine;

import java.nio.file.Path;

/// @param photo the file
/// @param boxPx side of the square that the thumbnail fits into
/// @param source where its pixels may come from
/// @param limits bounds for a decode
public record ThumbnailRequest(Path photo, int boxPx, Source source, Limits limits) {

    /// Where a thumbnail's pixels may come from.
    public enum Source {
        /// The thumbnail that the camera embedded, or failing that nothing: [EngineFailure.UnsupportedFormat].
        EMBEDDED_ONLY,
        /// The picture itself, decoded at the smallest scale that serves.
        PICTURE
    }
}
