package offprint.ui.recipe;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import offprint.recipe.Recipe;
import offprint.ui.Controls;
import offprint.ui.Texts;
import offprint.ui.library.DropTarget;
import org.jspecify.annotations.Nullable;

/// A recipe's name and how many files it makes of a photo; takes drops, to export at once.
final class RecipeCell extends ListCell<Recipe> {

    private final Label name = Controls.nameLabel("recipe-name");
    private final Label count = Controls.label("recipe-count", "figures");
    private final HBox box = new HBox(name, Controls.spacer(), count);

    RecipeCell(BiConsumer<Recipe, List<Path>> dropped) {
        getStyleClass().add("recipe-cell");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        box.setAlignment(Pos.CENTER_LEFT);
        count.setMinWidth(USE_PREF_SIZE);
        DropTarget.install(this, paths -> {
            var recipe = getItem();
            if (recipe != null) {
                dropped.accept(recipe, paths);
            }
        });
    }

    @Override
    protected void updateItem(@Nullable Recipe recipe, boolean empty) {
        super.updateItem(recipe, empty);
        if (empty || recipe == null) {
            setGraphic(null);
            return;
        }
        name.setText(recipe.name());
        int variants = recipe.variants().size();
        count.setText(Texts.count(variants));
        var names = String.join(
                ", ",
                recipe.variants().stream()
                        .map(variant -> Texts.get(
                                "lane.variant",
                                variant.name(),
                                variant.encoding().format().label()))
                        .toList());
        Controls.tip(this, names);
        setAccessibleText(Texts.get("recipe.spoken", recipe.name(), variants));
        setGraphic(box);
    }
}
