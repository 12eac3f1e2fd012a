package offprint.ui.recipe;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import offprint.recipe.RecipeDraft;
import offprint.recipe.VariantDraft;
import offprint.ui.Command;
import offprint.ui.Controls;
import offprint.ui.Texts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The variants of a recipe in their order, with what can be done to the list.
final class VariantList extends VBox {

    private static final int ROW_PX = 32;

    private final RecipeEditing editing;
    private final ListView<VariantDraft> list = new ListView<>();
    private final Button delete;
    private final Button up;
    private final Button down;
    private boolean showing;

    VariantList(RecipeEditing editing, FormFields fields) {
        this.editing = editing;
        getStyleClass().add("variant-pane");
        list.getStyleClass().addAll("variant-list", "edge-to-edge");
        list.setAccessibleText(Texts.get("recipe.variants"));
        list.setFixedCellSize(ROW_PX);
        list.setCellFactory(ignored -> new Cell());
        list.getSelectionModel().selectedIndexProperty().addListener((property, before, now) -> {
            if (!showing && now.intValue() >= 0) {
                editing.select(now.intValue());
            }
        });
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        VBox.setVgrow(list, Priority.ALWAYS);
        delete = Controls.iconButton(Feather.TRASH_2, "recipe.variant.delete", editing::deleteVariant);
        up = Controls.iconButton(
                Feather.CHEVRON_UP,
                "recipe.variant.up",
                () -> editing.moveVariant(editing.selected() - 1),
                Command.keysText(KeyCode.UP, KeyCombination.ALT_DOWN));
        down = Controls.iconButton(
                Feather.CHEVRON_DOWN,
                "recipe.variant.down",
                () -> editing.moveVariant(editing.selected() + 1),
                Command.keysText(KeyCode.DOWN, KeyCombination.ALT_DOWN));
        var tools = new HBox(
                Controls.iconButton(Feather.PLUS, "recipe.variant.add", this::add),
                Controls.iconButton(
                        Feather.COPY,
                        "recipe.variant.duplicate",
                        editing::duplicateVariant,
                        Command.keysText(KeyCode.D, KeyCombination.SHORTCUT_DOWN)),
                delete,
                up,
                down);
        getChildren().addAll(list, tools);
        fields.onRefresh(this::show);
    }

    private void add() {
        editing.addVariant(Texts.get("recipe.variant.new"));
    }

    private void show() {
        showing = true;
        var variants = editing.draft().variants();
        if (!list.getItems().equals(variants)) {
            list.getItems().setAll(variants);
        }
        list.getSelectionModel().clearAndSelect(editing.selected());
        list.refresh();
        showing = false;
        delete.setDisable(!editing.canDeleteVariant());
        up.setDisable(editing.selected() == 0);
        down.setDisable(editing.selected() == variants.size() - 1);
    }

    private void onKey(KeyEvent event) {
        boolean handled = true;
        if (event.isAltDown() && event.getCode() == KeyCode.UP) {
            editing.moveVariant(editing.selected() - 1);
        } else if (event.isAltDown() && event.getCode() == KeyCode.DOWN) {
            editing.moveVariant(editing.selected() + 1);
        } else if (event.getCode() == KeyCode.DELETE) {
            editing.deleteVariant();
        } else if (event.getCode() == KeyCode.INSERT) {
            add();
        } else if (event.isShortcutDown() && event.getCode() == KeyCode.D) {
            editing.duplicateVariant();
        } else {
            handled = false;
        }
        if (handled) {
            event.consume();
        }
    }

    ListView<VariantDraft> list() {
        return list;
    }

    /// A variant's name and format; dragged up or down it takes its variant along.
    private final class Cell extends ListCell<VariantDraft> {

        private final Label name = Controls.nameLabel("recipe-name");
        private final Label format = Controls.label("recipe-count");
        private final HBox box = new HBox(Controls.icon(Feather.MENU), name, Controls.spacer(), format);
        private int grabbed;

        private Cell() {
            getStyleClass().add("variant-row");
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            box.setAlignment(Pos.CENTER_LEFT);
            setPrefWidth(0); // as wide as the list, however long the name is
            box.getStyleClass().add("variant-row-box");
            format.setMinWidth(USE_PREF_SIZE);
            addEventHandler(MouseEvent.MOUSE_PRESSED, event -> grabbed = getIndex());
            addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
            addEventHandler(MouseEvent.MOUSE_RELEASED, event -> editing.endStep());
        }

        /// Rows are of one height, so that the pointer says the place, wherever the row that was grabbed is by now.
        private void drag(MouseEvent event) {
            int place = grabbed + (int) Math.floor(event.getY() / ROW_PX);
            if (place >= 0 && place < list.getItems().size()) {
                editing.moveVariant(place);
            }
            event.consume();
        }

        @Override
        protected void updateItem(@Nullable VariantDraft variant, boolean empty) {
            super.updateItem(variant, empty);
            if (empty || variant == null) {
                setGraphic(null);
                return;
            }
            boolean wrong = !editing.problemsAt(problemPath()).isEmpty();
            name.setText(variant.name().isBlank() ? Texts.get("recipe.variant.nameless") : variant.name());
            format.setText(variant.encoding().format().label());
            name.getStyleClass().remove("red");
            if (wrong) {
                name.getStyleClass().add("red");
            }
            setAccessibleText(Texts.get(
                    wrong ? "recipe.variant.spoken.wrong" : "recipe.variant.spoken",
                    variant.name(),
                    variant.encoding().format().label()));
            setGraphic(box);
        }

        private String problemPath() {
            var path = RecipeDraft.path(getIndex(), "");
            return path.substring(0, path.length() - 1);
        }
    }
}
