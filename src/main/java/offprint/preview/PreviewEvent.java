package offprint.preview;

import offprint.engine.EngineFailure;
import offprint.image.PixelSize;
import offprint.image.Pixels;

/// What is told of a request, in this order: at most one [Before], then an estimate, then the exact [After]; or a
/// failure.
public sealed interface PreviewEvent {

    /// The variant's pixels without any loss.
    ///
    /// @param pixels the listener's, who closes them
    /// @param whole size of the variant that they are a view of
    record Before(Pixels pixels, PixelSize whole) implements PreviewEvent {}

    /// What the encoder made of them.
    ///
    /// @param pixels the listener's, who closes them
    /// @param bytes of the variant's file
    record After(Pixels pixels, long bytes, Certainty certainty) implements PreviewEvent {}

    record Failed(EngineFailure failure) implements PreviewEvent {}

    /// Where pixels and bytes come from.
    enum Certainty {
        /// Only what is seen was encoded, and quickly; the bytes are reckoned from that. The exact ones follow.
        ESTIMATE,
        /// The whole variant was encoded as an export does it.
        EXACT
    }
}
