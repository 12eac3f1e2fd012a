package offprint.export;

import java.util.List;
import java.util.Optional;
import offprint.library.Photo;

/// A photo of a plan with its outputs.
///
/// @param photo the original
/// @param outputs one for each variant, in the recipe's order; empty when the photo can't be read
/// @param failure why nothing can be made of it, if so
public record PlannedPhoto(Photo photo, List<PlannedOutput> outputs, Optional<ExportOutcome.Failed> failure) {

    public PlannedPhoto {
        outputs = List.copyOf(outputs);
    }
}
