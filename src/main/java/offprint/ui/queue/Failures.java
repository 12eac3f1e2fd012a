package offprint.ui.queue;

import java.util.Optional;
import offprint.export.ExportOutcome;
import offprint.export.PhotoProgress;
import offprint.export.PhotoProgress.VariantProgress;

/// Finds what went wrong with a photo.
public final class Failures {

    private Failures() {}

    /// The failure of the photo, or of the first of its variants that failed.
    public static Optional<ExportOutcome.Failed> first(PhotoProgress photo) {
        return photo.failure()
                .or(() -> photo.variants().stream()
                        .map(VariantProgress::outcome)
                        .flatMap(Optional::stream)
                        .filter(ExportOutcome.Failed.class::isInstance)
                        .map(ExportOutcome.Failed.class::cast)
                        .findFirst());
    }
}
