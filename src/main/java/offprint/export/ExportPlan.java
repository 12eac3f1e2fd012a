package offprint.export;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import offprint.export.PlannedOutput.Note;
import offprint.recipe.Recipe;

/// Everything a batch will do, before anything starts.
///
/// @param recipe what to make
/// @param destination absolute folder; every target is below it
/// @param photos in order
/// @param estimatedOutputBytes rough sum of what will be written
public record ExportPlan(Recipe recipe, Path destination, List<PlannedPhoto> photos, long estimatedOutputBytes) {

    /// Why an output is skipped that the user left out.
    static final String LEFT_OUT = "It was left out in the plan, since it can't be written.";

    public ExportPlan {
        photos = List.copyOf(photos);
    }

    /// The same plan, in which some outputs that can't be written are left out: they will be skipped and not fail.
    ///
    /// @param codes of the failures
    public ExportPlan leavingOut(Set<String> codes) {
        var changed = photos.stream().map(photo -> leavingOut(photo, codes)).toList();
        return new ExportPlan(recipe, destination, changed, estimatedOutputBytes);
    }

    /// Whether an output was left out by [#leavingOut(Set)].
    public static boolean isLeftOut(PlannedOutput output) {
        return output.note().equals(Optional.of(new Note.WillSkip(LEFT_OUT)));
    }

    private static PlannedPhoto leavingOut(PlannedPhoto photo, Set<String> codes) {
        var outputs = photo.outputs().stream()
                .map(output -> output.note().orElse(null) instanceof Note.WillFail refusal
                                && codes.contains(refusal.failure().code())
                        ? new PlannedOutput(
                                output.variant(),
                                output.size(),
                                output.encoding(),
                                output.target(),
                                Optional.of(new Note.WillSkip(LEFT_OUT)))
                        : output)
                .toList();
        return new PlannedPhoto(photo.photo(), outputs, photo.failure());
    }
}
