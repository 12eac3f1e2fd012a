package offprint.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.TextField;
import offprint.recipe.MetadataPolicy;
import offprint.recipe.OnConflict;
import offprint.recipe.Recipe;
import offprint.ui.DemoServices;
import offprint.ui.Fx;

/// The recipe editor: a built-in recipe, one's own, one with errors, one that can't be read or saved.
final class RecipeScenes {

    private static final String LONG = "Wedding of Anna and Johannes, everything that the family gets in one go";

    static final List<WindowScene> ALL = List.of(
            new WindowScene("recipe-built-in", (services, width) -> {
                var shown = PhotoScenes.filled(services, width, 24);
                Fx.run(shown.window.recipes()::editChosen);
                return shown;
            }),
            new WindowScene("recipe-own", RecipeScenes::ownLong),
            new WindowScene("recipe-errors", (services, width) -> {
                var shown = ownLong(services, width);
                Fx.run(() -> {
                    field(shown, "variants[0].encoding.quality").setText("140");
                    field(shown, "variants[0].file").setText("{name}-{variant");
                });
                return shown;
            }),
            new WindowScene("recipe-not-saved", (services, width) -> {
                var shown = ownLong(services, width);
                services.recipes.refuse("no space left on the device");
                Fx.run(() -> field(shown, "variants[0].encoding.quality").setText("77"));
                return shown;
            }),
            new WindowScene("recipe-unreadable", (services, width) -> {
                services.recipes.addBroken("Old one");
                var shown = PhotoScenes.filled(services, width, 24);
                Fx.run(() -> shown.window.recipes().edit(services.recipes.all().getLast()));
                return shown;
            }));

    private RecipeScenes() {}

    private static ShownWindow ownLong(DemoServices services, int widthPx) throws Exception {
        var variants = new ArrayList<>(DemoServices.RECIPES.getFirst().variants());
        variants.addAll(DemoServices.RECIPES.get(3).variants());
        services.recipes.add(new Recipe(LONG, variants, MetadataPolicy.STRIP, OnConflict.SKIP));
        services.recipes.addBroken("Old one");
        var shown = PhotoScenes.filled(services, widthPx, 24);
        Fx.run(() -> shown.window.sidebar().setRecipes(services.recipes.all(), Optional.of(LONG)));
        Fx.run(shown.window.recipes()::editChosen);
        Fx.pulses(3);
        return shown;
    }

    private static TextField field(ShownWindow shown, String id) {
        return RecipeWindowTest.byId(shown, id, TextField.class);
    }
}
