package offprint.export;

import java.nio.file.Path;
import java.util.List;
import offprint.recipe.Recipe;

/// Everything a batch will do, before anything starts.
///
/// @param recipe what to make
/// @param destination absolute folder; every target is below it
/// @param photos in order
/// @param estimatedOutputBytes rough sum of what will be written
public record ExportPlan(Recipe recipe, Path destination, List<PlannedPhoto> photos, long estimatedOutputBytes) {

    public ExportPlan {
        photos = List.copyOf(photos);
    }
}
