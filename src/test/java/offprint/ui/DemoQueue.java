package offprint.ui;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import offprint.engine.EngineResult;
import offprint.export.ExportOutcome;
import offprint.export.ExportPlan;
import offprint.export.PhotoProgress;
import offprint.export.PhotoProgress.Stage;
import offprint.export.PhotoProgress.State;
import offprint.export.PhotoProgress.VariantProgress;
import offprint.export.PlannedOutput;
import offprint.export.PlannedPhoto;
import offprint.image.PixelSize;
import offprint.image.SourceInfo;
import offprint.library.Photo;
import offprint.recipe.Recipe;

/// Rows of a queue in every state, for tests and pictures.
public final class DemoQueue {

    private DemoQueue() {}

    public static ExportPlan plan(List<Photo> photos, Recipe recipe, Path destination) {
        return new ExportPlan(
                recipe,
                destination,
                photos.stream()
                        .map(photo -> planned(photo, recipe, destination))
                        .toList(),
                photos.size() * 1_900_000L);
    }

    public static PlannedPhoto planned(Photo photo, Recipe recipe, Path destination) {
        if (!(photo.info() instanceof EngineResult.Done<SourceInfo> read)) {
            var failure = new ExportOutcome.Failed(
                    "E-DECODE-TRUNCATED", "The photo ends too early.", "Copy it again from the card or the backup.");
            return new PlannedPhoto(photo, List.of(), Optional.of(failure));
        }
        var outputs = new ArrayList<PlannedOutput>();
        for (var variant : recipe.variants()) {
            outputs.add(new PlannedOutput(
                    variant.name(),
                    variant.sizing().sizeFor(read.value().displaySize()),
                    variant.encoding(),
                    destination.resolve(photo.file().getFileName() + "-" + variant.name()),
                    Optional.empty()));
        }
        return new PlannedPhoto(photo, outputs, Optional.empty());
    }

    public static PhotoProgress waiting(int row, PlannedPhoto planned) {
        return progress(row, planned, State.WAITING, same(planned, Stage.WAITING), Optional.empty(), 0);
    }

    public static PhotoProgress forMemory(int row, PlannedPhoto planned) {
        return progress(row, planned, State.WAITING_FOR_MEMORY, same(planned, Stage.WAITING), Optional.empty(), 0);
    }

    public static PhotoProgress decoding(int row, PlannedPhoto planned, int worker) {
        return progress(row, planned, State.WORKING, same(planned, Stage.DECODING), Optional.of(worker), 400);
    }

    public static PhotoProgress encoding(int row, PlannedPhoto planned, int worker, double fraction) {
        var variants = new ArrayList<>(same(planned, Stage.WAITING));
        variants.set(0, written(planned, 0));
        variants.set(1, new VariantProgress(Stage.ENCODING, fraction, Optional.empty()));
        return progress(row, planned, State.WORKING, variants, Optional.of(worker), 1_300);
    }

    public static PhotoProgress cancelling(int row, PlannedPhoto planned, int worker) {
        return progress(row, planned, State.CANCELLING, same(planned, Stage.CANCELLING), Optional.of(worker), 900);
    }

    public static PhotoProgress done(int row, PlannedPhoto planned) {
        var variants = new ArrayList<VariantProgress>();
        for (int i = 0; i < planned.outputs().size(); i++) {
            variants.add(written(planned, i));
        }
        return progress(row, planned, State.DONE, variants, Optional.empty(), 4_100);
    }

    public static PhotoProgress failed(int row, PlannedPhoto planned, String code, String message, String remedy) {
        var failure = new ExportOutcome.Failed(code, message, remedy);
        if (planned.outputs().isEmpty()) {
            return new PhotoProgress(
                    row, planned, State.FAILED, 0, List.of(), Optional.of(failure), Duration.ZERO, Optional.empty());
        }
        var variants = new ArrayList<VariantProgress>();
        for (int i = 0; i < planned.outputs().size(); i++) {
            variants.add(i == 1 ? ended(failure) : written(planned, i));
        }
        return progress(row, planned, State.FAILED, variants, Optional.empty(), 2_200);
    }

    public static PhotoProgress cancelled(int row, PlannedPhoto planned, Duration timeToStop) {
        var variants = planned.outputs().stream()
                .map(ignored -> ended(new ExportOutcome.Cancelled(timeToStop)))
                .toList();
        return progress(row, planned, State.CANCELLED, variants, Optional.empty(), 700);
    }

    private static List<VariantProgress> same(PlannedPhoto planned, Stage stage) {
        return planned.outputs().stream()
                .map(ignored -> new VariantProgress(stage, 0, Optional.empty()))
                .toList();
    }

    private static VariantProgress written(PlannedPhoto planned, int i) {
        var output = planned.outputs().get(i);
        PixelSize size = output.size();
        return ended(new ExportOutcome.Written(output.target(), size, size.pixels() / 3));
    }

    private static VariantProgress ended(ExportOutcome outcome) {
        return new VariantProgress(Stage.ENDED, 1, Optional.of(outcome));
    }

    private static PhotoProgress progress(
            int row,
            PlannedPhoto planned,
            State state,
            List<VariantProgress> variants,
            Optional<Integer> worker,
            long elapsedMillis) {
        double decoded = variants.stream().anyMatch(variant -> variant.stage() == Stage.DECODING) ? 0.22 : 1;
        return new PhotoProgress(
                row,
                planned,
                state,
                state == State.WAITING || state == State.WAITING_FOR_MEMORY ? 0 : decoded,
                variants,
                Optional.empty(),
                Duration.ofMillis(elapsedMillis),
                worker);
    }
}
