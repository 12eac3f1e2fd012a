package offprint.cli;

import java.nio.file.Path;
import java.time.Duration;
import offprint.export.ExportOutcome;
import offprint.export.PhotoProgress;

/// Something worth telling about a running export.
sealed interface ExportEvent {

    /// The original that it is about.
    Path photo();

    /// A worker has taken the photo.
    record Started(Path photo, int worker) implements ExportEvent {}

    /// One variant has ended.
    record VariantEnded(Path photo, String variant, ExportOutcome outcome) implements ExportEvent {}

    /// The whole photo has ended; told after its variants.
    ///
    /// @param number how many have ended, this one included
    /// @param of how many there are
    record PhotoEnded(
            Path photo,
            PhotoProgress.State state,
            int written,
            int skipped,
            long writtenBytes,
            Duration elapsed,
            int number,
            int of)
            implements ExportEvent {}
}
