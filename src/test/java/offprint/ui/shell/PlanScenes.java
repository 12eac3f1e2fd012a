package offprint.ui.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import offprint.export.ExportOutcome;
import offprint.export.ExportPlan;
import offprint.export.PlannedOutput;
import offprint.export.PlannedOutput.Note;
import offprint.export.PlannedPhoto;
import offprint.library.Photo;
import offprint.recipe.OnConflict;
import offprint.ui.DemoQueue;
import offprint.ui.DemoServices;
import offprint.ui.Fx;

/// The plan before the start: all good, with decisions to be made, and one of which nothing can be written.
final class PlanScenes {

    private static final Path TO = Path.of("/home/anna/Pictures/Offprints");

    static final List<WindowScene> ALL = List.of(
            new WindowScene("plan-good", (services, width) -> {
                var shown = PhotoScenes.filled(services, width, 24);
                Fx.run(shown.window::showPlan);
                Fx.until("the plan", shown.window.flow()::isShown);
                return shown;
            }),
            new WindowScene("plan-decisions", (services, width) -> {
                services.queue.planIs(troubled(OnConflict.OVERWRITE));
                services.queue.freeBytes(12_000_000);
                var shown = PhotoScenes.filled(services, width, 24);
                Fx.run(shown.window::export);
                Fx.until("the plan", shown.window.flow()::isShown);
                return shown;
            }),
            new WindowScene("plan-renames", (services, width) -> {
                services.queue.planIs(troubled(OnConflict.RENAME));
                var shown = PhotoScenes.filled(services, width, 24);
                Fx.run(shown.window::showPlan);
                Fx.until("the plan", shown.window.flow()::isShown);
                return shown;
            }));

    private PlanScenes() {}

    private static ExportPlan troubled(OnConflict policy) {
        var recipe = DemoServices.RECIPES.getFirst().withOnConflict(policy);
        var avif = new ExportOutcome.Failed(
                "E-ENCODE-UNSUPPORTED",
                "AVIF can't be written here: the engine in use (embedded) does not write it.",
                "Choose another format for this variant, or install the program with its libvips.");
        Note taken = policy == OnConflict.RENAME ? new Note.Renamed(TO) : new Note.Replaces();
        var photos = new ArrayList<PlannedPhoto>();
        for (Photo photo : DemoServices.photos(22)) {
            var plain = DemoQueue.planned(photo, recipe, TO);
            photos.add(new PlannedPhoto(
                    photo,
                    IntStream.range(0, 3)
                            .mapToObj(i -> with(
                                    plain.outputs().get(i),
                                    i == 2
                                            ? Optional.of(new Note.WillFail(avif))
                                            : i == 1 ? Optional.of(taken) : Optional.empty()))
                            .toList(),
                    Optional.empty()));
        }
        photos.add(DemoQueue.planned(DemoServices.unreadable(3, "broken.jpg"), recipe, TO));
        return new ExportPlan(recipe, TO, photos, 61_000_000);
    }

    private static PlannedOutput with(PlannedOutput output, Optional<Note> note) {
        return new PlannedOutput(output.variant(), output.size(), output.encoding(), output.target(), note);
    }
}
