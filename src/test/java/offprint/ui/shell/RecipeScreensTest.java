package offprint.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

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
import offprint.recipe.MetadataPolicy;
import offprint.recipe.OnConflict;
import offprint.recipe.Recipe;
import offprint.settings.Settings;
import offprint.ui.DemoQueue;
import offprint.ui.DemoServices;
import offprint.ui.Fx;
import org.junit.jupiter.api.Test;

/// Draws the recipe editor and the plan in all their states to `target/screens`, for the eye.
class RecipeScreensTest {

    private static final Path TO = Path.of("/home/anna/Pictures/Offprints");
    private static final String LONG = "Wedding of Anna and Johannes, everything that the family gets in one go";

    private static DemoServices dark() {
        return new DemoServices().theme(Settings.Theme.DARK);
    }

    private static ShownWindow withPhotos(DemoServices services, int widthPx) throws Exception {
        var photos = new ArrayList<>(DemoServices.photos(24));
        var shown = ShownWindow.open(services.finds(photos), widthPx, 800);
        shown.drop(24);
        Fx.until("recipes", shown.window::hasRecipe);
        return shown;
    }

    @Test
    void the_editor_shows_a_built_in_recipe_and_a_wrong_one() throws Exception {
        try (var shown = withPhotos(new DemoServices(), 1280)) {
            Fx.run(shown.window.recipes()::editChosen);
            ScreensTest.picture(shown, "recipe-built-in");
        }
        for (var width : List.of(760, 1280)) {
            var services = dark();
            services.recipes.add(long_one());
            services.recipes.addBroken("Old one", "variants[0].size", "expected exactly one of longEdge, width");
            try (var shown = withPhotos(services, width)) {
                Fx.run(() -> shown.window.sidebar().setRecipes(services.recipes.all(), Optional.of(LONG)));
                Fx.run(shown.window.recipes()::editChosen);
                Fx.pulses(3);
                Fx.run(() -> {
                    field(shown, "variants[0].encoding.quality").setText("140");
                    field(shown, "variants[0].file").setText("{name}-{variant");
                });
                ScreensTest.picture(shown, "recipe-wrong-dark-" + width);
            }
        }
    }

    private static javafx.scene.control.TextField field(ShownWindow shown, String id) {
        return RecipeWindowTest.byId(shown, id, javafx.scene.control.TextField.class);
    }

    private static Recipe long_one() {
        var web = DemoServices.RECIPES.getFirst();
        var variants = new ArrayList<>(web.variants());
        variants.addAll(DemoServices.RECIPES.get(3).variants());
        return new Recipe(LONG, variants, MetadataPolicy.STRIP, OnConflict.SKIP);
    }

    @Test
    void a_recipe_that_cannot_be_read_says_why() throws Exception {
        var services = new DemoServices();
        services.recipes.addBroken(
                "Old one", "variants[0].size", "expected exactly one of longEdge, width but received none");
        try (var shown = withPhotos(services, 1280)) {
            Fx.run(() -> shown.window.recipes().edit(services.recipes.all().getLast()));
            ScreensTest.picture(shown, "recipe-broken");
        }
    }

    @Test
    void the_plan_says_what_will_happen() throws Exception {
        try (var shown = withPhotos(new DemoServices(), 1280)) {
            Fx.run(shown.window::showPlan);
            Fx.until("the plan", shown.window.flow()::isShown);
            ScreensTest.picture(shown, "plan-good");
        }
        for (var width : List.of(760, 1280)) {
            var services = dark();
            services.queue.planIs(troubled(OnConflict.OVERWRITE));
            services.queue.freeBytes(12_000_000);
            try (var shown = withPhotos(services, width)) {
                Fx.run(shown.window::export);
                Fx.until("the plan", shown.window.flow()::isShown);
                ScreensTest.picture(shown, "plan-troubled-dark-" + width);
            }
        }
        var services = new DemoServices();
        services.queue.planIs(troubled(OnConflict.RENAME));
        try (var shown = withPhotos(services, 1280)) {
            Fx.run(shown.window::showPlan);
            Fx.until("the plan", shown.window.flow()::isShown);
            ScreensTest.picture(shown, "plan-troubled");
            assertThat(services.queue.commands).noneMatch(command -> command.startsWith("start"));
        }
    }

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
