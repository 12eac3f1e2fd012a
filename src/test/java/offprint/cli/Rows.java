package offprint.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import offprint.engine.EngineFailure;
import offprint.engine.EngineResult;
import offprint.export.Conduct;
import offprint.export.ExportChanges;
import offprint.export.ExportOutcome;
import offprint.export.ExportTotals;
import offprint.export.PhotoProgress;
import offprint.export.PhotoProgress.Stage;
import offprint.export.PhotoProgress.State;
import offprint.export.PhotoProgress.VariantProgress;
import offprint.export.PlannedOutput;
import offprint.export.PlannedPhoto;
import offprint.export.WaitingLine;
import offprint.image.PixelSize;
import offprint.library.Photo;
import offprint.recipe.Encoding;
import offprint.recipe.MetadataPolicy;
import offprint.recipe.OnConflict;
import offprint.recipe.Recipe;
import offprint.recipe.RecipeJson;
import offprint.recipe.RecipeResult;

/// Rows, plans and recipes for tests of what is printed of them.
final class Rows {

    static final PixelSize SIZE = new PixelSize(2_048, 1_365);
    static final ExportOutcome WRITTEN = new ExportOutcome.Written(Path.of("/out/a.jpg"), SIZE, 1_000_000);
    static final ExportOutcome.Failed FULL =
            new ExportOutcome.Failed("E-SPACE", "The destination is full.", "Make room, then retry.");

    private Rows() {}

    /// A recipe of the two variants `large` and `small`.
    static Recipe recipe() {
        var json = """
                { "offprintRecipe": 1, "name": "Two",
                  "variants": [
                    { "name": "large", "size": {"longEdge": 2048}, "encoding": {"format": "jpeg", "quality": 85}, "file": "{name}-large" },
                    { "name": "small", "size": {"width": 640}, "encoding": {"format": "jpeg", "quality": 80}, "file": "{name}-small" } ],
                  "metadata": {"keep": ["profile"]}, "onConflict": "rename" }
                """;
        if (RecipeJson.read(json.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                instanceof RecipeResult.Valid valid) {
            return valid.recipe();
        }
        throw new AssertionError("the fixture is not a valid recipe");
    }

    static PlannedPhoto photo(String name, PlannedOutput... outputs) {
        var photo = new Photo(
                Path.of("/in").resolve(name),
                Path.of("/in"),
                1,
                Instant.EPOCH,
                EngineResult.failed(new EngineFailure.EmptySource()));
        return new PlannedPhoto(photo, List.of(outputs), Optional.empty());
    }

    static PlannedOutput output(String variant, Optional<PlannedOutput.Note> note) {
        var encoding = new Encoding.Jpeg(85, false, Encoding.Chroma.SUBSAMPLED_420, false);
        return new PlannedOutput(variant, SIZE, encoding, Path.of("/out/a-" + variant + ".jpg"), note);
    }

    /// A row on worker `worker` (0: none) whose two variants are at these stages.
    static PhotoProgress row(int row, String name, State state, int worker, VariantProgress... variants) {
        return new PhotoProgress(
                row,
                photo(name, output("large", Optional.empty()), output("small", Optional.empty())),
                state,
                0.22,
                List.of(variants),
                Optional.empty(),
                Duration.ofMillis(1_200),
                worker == 0 ? Optional.empty() : Optional.of(worker));
    }

    static PhotoProgress unreadable(int row, String name) {
        var planned = photo(name);
        return new PhotoProgress(
                row, planned, State.FAILED, 0, List.of(), Optional.of(FULL), Duration.ZERO, Optional.empty());
    }

    static VariantProgress at(Stage stage, double fraction) {
        return new VariantProgress(stage, fraction, Optional.empty());
    }

    static VariantProgress ended(ExportOutcome outcome) {
        return new VariantProgress(Stage.ENDED, 1, Optional.of(outcome));
    }

    static ExportChanges changes(PhotoProgress... rows) {
        return new ExportChanges(
                1, new ArrayList<>(List.of(rows)), totals(3, 0, 0), WaitingLine.IN_ORDER, Conduct.USUAL);
    }

    static ExportTotals totals(int photos, int failed, int waitingForMemory) {
        return new ExportTotals(
                photos,
                0,
                waitingForMemory,
                1,
                1,
                failed,
                0,
                2 * photos,
                2,
                0,
                0,
                0,
                0,
                38.2,
                Optional.of(Duration.ofSeconds(370)),
                Optional.empty());
    }

    static Recipe named(String name) {
        var recipe = recipe();
        return new Recipe(name, recipe.variants(), new MetadataPolicy(Set.of()), OnConflict.SKIP);
    }
}
