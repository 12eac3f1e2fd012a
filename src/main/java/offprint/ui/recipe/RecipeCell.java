package offprint.ui.recipe;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import offprint.recipe.Recipe;
import offprint.recipe.RecipeEntry;
import offprint.ui.Controls;
import offprint.ui.Texts;
import offprint.ui.library.DropTarget;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// A recipe's name and how many files it makes of a photo, or why it can't be read; takes drops, to export at once, and
/// leads to the editor by a double click or its `⋯`.
final class RecipeCell extends ListCell<RecipeRow> {

    private static final String TITLE_ROW = "title-row";

    private final Label name = Controls.nameLabel("recipe-name");
    private final Label count = Controls.label("recipe-count", "figures");
    private final Button edit;
    private final HBox box;
    private final Label title = Controls.label("section-title");

    RecipeCell(BiConsumer<Recipe, List<Path>> dropped, Consumer<RecipeEntry> edited) {
        getStyleClass().add("recipe-cell");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        edit = Controls.iconButton(Feather.MORE_HORIZONTAL, "recipes.edit", () -> entry(edited));
        edit.getStyleClass().add("recipe-edit");
        edit.setFocusTraversable(false);
        box = new HBox(name, Controls.spacer(), count, edit);
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().add("recipe-row");
        setPrefWidth(0); // as wide as the list, however long the name is
        count.setMinWidth(USE_PREF_SIZE);
        setOnMouseClicked(event -> {
            if (event.getClickCount() == 2 && event.getButton() == MouseButton.PRIMARY) {
                entry(edited);
            }
        });
        DropTarget.install(this, paths -> {
            var row = getItem();
            if (row != null) {
                row.recipe().ifPresent(recipe -> dropped.accept(recipe, paths));
            }
        });
    }

    private void entry(Consumer<RecipeEntry> taker) {
        if (getItem() instanceof RecipeRow.Of of) {
            taker.accept(of.entry());
        }
    }

    @Override
    protected void updateItem(@Nullable RecipeRow row, boolean empty) {
        super.updateItem(row, empty);
        setDisable(row instanceof RecipeRow.Title);
        getStyleClass().remove(TITLE_ROW);
        if (empty || row == null) {
            setGraphic(null);
            return;
        }
        switch (row) {
            case RecipeRow.Title shown -> {
                getStyleClass().add(TITLE_ROW);
                title.setText(Texts.get(shown.textKey()));
                setAccessibleText(title.getText());
                Controls.tip(this, "");
                setGraphic(title);
            }
            case RecipeRow.Of of -> {
                show(of.entry());
                setGraphic(box);
            }
        }
    }

    private void show(RecipeEntry entry) {
        name.setText(entry.name());
        name.getStyleClass().remove("red");
        var recipe = entry.recipe();
        if (recipe.isEmpty()) {
            var reasons = BrokenRecipe.reasons(entry);
            name.getStyleClass().add("red");
            count.setText(Texts.get("recipes.broken"));
            Controls.tip(this, reasons);
            setAccessibleText(Texts.get("recipes.broken.spoken", entry.name(), reasons));
            return;
        }
        int variants = recipe.get().variants().size();
        count.setText(Texts.count(variants));
        Controls.tip(
                this,
                recipe.get().variants().stream()
                        .map(variant -> Texts.get(
                                "lane.variant",
                                variant.name(),
                                variant.encoding().format().label()))
                        .collect(Collectors.joining(", ")));
        setAccessibleText(Texts.get("recipe.spoken", entry.name(), variants));
    }
}
