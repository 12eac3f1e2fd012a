package offprint.ui.plan;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import offprint.export.ExportOutcome;
import offprint.export.ExportPlan;
import offprint.recipe.MetadataPolicy;
import offprint.recipe.OnConflict;

/// What a plan comes to, counted: what will be written and what the user should know before. Immutable; any thread.
///
/// @param photos that can be read
/// @param files that will be written
/// @param destination the folder
/// @param estimatedBytes rough sum of what will be written
/// @param freeBytes on the destination's disk, where the system says so
/// @param policy what happens where a file exists
/// @param collisions outputs whose names are taken
/// @param leftOut outputs and photos that the user left out
/// @param obstacles what can't be done, each kind once
/// @param positions photos that hold a position
/// @param kept groups of metadata that are written
/// @param growths variants for which photos are too small
public record PlanReport(
        int photos,
        int files,
        Path destination,
        long estimatedBytes,
        OptionalLong freeBytes,
        OnConflict policy,
        Collisions collisions,
        LeftOut leftOut,
        List<Obstacle> obstacles,
        int positions,
        Set<MetadataPolicy.Group> kept,
        List<Growth> growths) {

    public PlanReport {
        obstacles = List.copyOf(obstacles);
        kept = Set.copyOf(kept);
        growths = List.copyOf(growths);
    }

    /// Outputs whose names are taken.
    ///
    /// @param renamed get the next free name, since a file is there
    /// @param doubled get the next free name, since another output of the plan has it
    /// @param replaced take the place of a file
    /// @param skipped leave the file that is there
    public record Collisions(int renamed, int doubled, int replaced, int skipped) {

        /// Outputs that meet a file.
        public int withFiles() {
            return renamed + replaced + skipped;
        }
    }

    /// What the user left out.
    public record LeftOut(int photos, int files) {

        public static final LeftOut NOTHING = new LeftOut(0, 0);

        boolean isAnything() {
            return photos + files > 0;
        }
    }

    /// A reason for which something can't be done.
    ///
    /// @param failure the first of its code
    /// @param photos of which nothing can be made for this reason
    /// @param files that can't be written for it
    public record Obstacle(ExportOutcome.Failed failure, int photos, int files) {}

    /// Photos that are smaller than a variant.
    ///
    /// @param variant its name
    /// @param photos how many
    /// @param areEnlarged whether they grow or keep their size
    public record Growth(String variant, int photos, boolean areEnlarged) {}

    /// @param freeBytes on the destination's disk
    /// @param photosLeftOut photos that the user left out, which the plan does not hold any more
    public static PlanReport of(ExportPlan plan, OptionalLong freeBytes, int photosLeftOut) {
        return new PlanCount(plan).report(freeBytes, photosLeftOut);
    }

    public boolean isTooLarge() {
        return freeBytes.isPresent() && freeBytes.getAsLong() < estimatedBytes;
    }

    /// Photos of which nothing can be made.
    public int unreadable() {
        return obstacles.stream().mapToInt(Obstacle::photos).sum();
    }

    /// Files that can't be written.
    public int failing() {
        return obstacles.stream().mapToInt(Obstacle::files).sum();
    }

    /// Whether the user should look before it starts.
    public boolean needsDecision() {
        return isTooLarge() || collisions.replaced() > 0 || !obstacles.isEmpty();
    }
}
