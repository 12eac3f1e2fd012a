package offprint.ui.plan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import offprint.engine.EngineResult;
import offprint.export.ExportOutcome;
import offprint.export.ExportPlan;
import offprint.export.PlannedOutput;
import offprint.export.PlannedOutput.Note;
import offprint.export.PlannedPhoto;
import offprint.image.SourceInfo;
import offprint.recipe.Recipe;
import offprint.recipe.Variant;

/// Counts a plan once through. For one thread.
final class PlanCount {

    private final ExportPlan plan;
    private final Set<Path> targets = new HashSet<>();
    private final Map<String, Integer> small = new LinkedHashMap<>();
    private final Map<String, PlanReport.Obstacle> obstacles = new LinkedHashMap<>();
    private int readable;
    private int files;
    private int renamed;
    private int doubled;
    private int replaced;
    private int skipped;
    private int leftOut;
    private int positions;

    PlanCount(ExportPlan plan) {
        this.plan = plan;
        plan.photos().forEach(photo -> photo.outputs().forEach(output -> targets.add(output.target())));
        plan.photos().forEach(this::count);
    }

    PlanReport report(OptionalLong freeBytes, int photosLeftOut) {
        return new PlanReport(
                readable,
                files,
                plan.destination(),
                plan.estimatedOutputBytes(),
                freeBytes,
                plan.recipe().onConflict(),
                new PlanReport.Collisions(renamed, doubled, replaced, skipped),
                new PlanReport.LeftOut(photosLeftOut, leftOut),
                List.copyOf(obstacles.values()),
                positions,
                plan.recipe().metadata().keep(),
                growths(plan.recipe()));
    }

    private void count(PlannedPhoto photo) {
        photo.failure().ifPresent(failure -> obstacle(failure, 1, 0));
        if (photo.failure().isPresent()) {
            return;
        }
        readable++;
        photo.outputs().forEach(this::count);
        if (photo.photo().info() instanceof EngineResult.Done<SourceInfo> done) {
            positions += done.value().hasGps() ? 1 : 0;
            for (var variant : plan.recipe().variants()) {
                if (isSmallFor(variant, done.value())) {
                    small.merge(variant.name(), 1, Integer::sum);
                }
            }
        }
    }

    private static boolean isSmallFor(Variant variant, SourceInfo info) {
        var source = info.displaySize();
        return variant.sizing().sizeIfEnlarged(source).pixels() > source.pixels();
    }

    private void count(PlannedOutput output) {
        if (ExportPlan.isLeftOut(output)) {
            leftOut++;
            return;
        }
        var note = output.note().orElse(null);
        if (note == null) {
            files++;
            return;
        }
        switch (note) {
            case Note.Renamed taken -> {
                files++;
                if (targets.contains(taken.wanted())) {
                    doubled++;
                } else {
                    renamed++;
                }
            }
            case Note.Replaces ignored -> {
                files++;
                replaced++;
            }
            case Note.WillSkip ignored -> skipped++;
            case Note.WillFail refusal -> obstacle(refusal.failure(), 0, 1);
        }
    }

    private void obstacle(ExportOutcome.Failed failure, int photos, int outputs) {
        obstacles.merge(
                failure.code(),
                new PlanReport.Obstacle(failure, photos, outputs),
                (before, more) -> new PlanReport.Obstacle(
                        before.failure(), before.photos() + more.photos(), before.files() + more.files()));
    }

    private List<PlanReport.Growth> growths(Recipe recipe) {
        var growths = new ArrayList<PlanReport.Growth>();
        for (var variant : recipe.variants()) {
            var count = small.getOrDefault(variant.name(), 0);
            if (count > 0) {
                growths.add(new PlanReport.Growth(
                        variant.name(), count, variant.sizing().mayEnlarge()));
            }
        }
        return growths;
    }
}
