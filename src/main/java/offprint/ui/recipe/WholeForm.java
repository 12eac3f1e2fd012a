package offprint.ui.recipe;

import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import offprint.recipe.MetadataPolicy;
import offprint.recipe.OnConflict;
import offprint.recipe.RecipeDraft;
import offprint.ui.Controls;
import offprint.ui.Texts;

/// What holds for every variant of a recipe: the metadata that leaves, and what happens where a file exists.
final class WholeForm extends VBox {

    WholeForm(FormFields fields) {
        getStyleClass().add("form-part");
        var groups = new TilePane();
        groups.setMinWidth(0);
        groups.getStyleClass().add("form-flow");
        HBox.setHgrow(groups, Priority.ALWAYS);
        for (var group : MetadataPolicy.Group.values()) {
            var field = Access.<Boolean>ofRecipe(
                    "metadata.keep",
                    draft -> draft.keep().contains(group),
                    (draft, kept) -> draft.withGroup(group, kept));
            var box = fields.flag("recipe.metadata." + group.name().toLowerCase(Locale.ROOT), field);
            fields.onRefresh(() -> box.setId("metadata.keep." + group.name().toLowerCase(Locale.ROOT)));
            groups.getChildren().add(box);
        }
        var policy = Access.ofRecipe("onConflict", RecipeDraft::onConflict, RecipeDraft::withOnConflict);
        var choice = fields.choice(
                "recipe.conflict",
                policy,
                List.of(OnConflict.values()),
                value -> Texts.get("recipe.conflict." + value.name().toLowerCase(Locale.ROOT)));
        var note = Controls.label("quiet");
        note.setText(Texts.get("recipe.metadata.note"));
        note.setWrapText(true);
        note.setMinHeight(Label.USE_PREF_SIZE);
        getChildren()
                .addAll(
                        title("recipe.whole"),
                        fields.row("recipe.metadata", List.of(), groups),
                        fields.row("recipe.nothing", List.of(), note),
                        fields.row("recipe.conflict", List.of(policy), choice));
    }

    static Label title(String key) {
        var label = Controls.label("section-title");
        label.setText(Texts.get(key));
        return label;
    }
}
