package offprint.ui.recipe;

import java.util.Optional;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import offprint.image.ImageFormat;
import offprint.library.Photo;
import offprint.recipe.RecipeDraft;
import offprint.ui.Command;
import offprint.ui.Controls;
import offprint.ui.Texts;
import org.kordamp.ikonli.feather.Feather;

/// The screen on which a recipe is edited: its name above, its variants beside the form of the one that is looked at.
/// Shows an editing and hands on what the user does; decides nothing. FX thread.
public final class RecipeEditor extends BorderPane {

    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    private static final double NARROW_PX = 640;

    private final RecipeEditing editing;
    private final EditorActions actions;
    private final FormFields fields;
    private final VariantList variants;
    private final VariantForm form;
    private final TextField name;
    private final Label state = Controls.label("editor-state");
    private final Button undo;
    private final Button redo;
    private String refused = "";

    RecipeEditor(RecipeEditing editing, Set<ImageFormat> writable, EditorActions actions) {
        this.editing = editing;
        this.actions = actions;
        fields = new FormFields(editing);
        var nameField = Access.ofRecipe("name", RecipeDraft::name, RecipeDraft::withName);
        name = fields.text("recipe.name", nameField, "editor-name");
        undo = Controls.iconButton(
                Feather.CORNER_UP_LEFT,
                "recipe.undo",
                editing::undo,
                Command.keysText(KeyCode.Z, KeyCombination.SHORTCUT_DOWN));
        redo = Controls.iconButton(
                Feather.CORNER_UP_RIGHT,
                "recipe.redo",
                editing::redo,
                Command.keysText(KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN));
        variants = new VariantList(editing, fields);
        form = new VariantForm(editing, fields, writable);
        getStyleClass().add("recipe-editor");
        setTop(new VBox(head(), problemLine(nameField)));
        setLeft(variants);
        setCenter(scrolled(new VBox(WholeForm.title("recipe.variant.title"), form, new WholeForm(fields))));
        addEventFilter(KeyEvent.KEY_PRESSED, this::onUndoKey);
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        widthProperty()
                .addListener((property, before, now) -> pseudoClassStateChanged(NARROW, now.doubleValue() < NARROW_PX));
        fields.onRefresh(this::showState);
        editing.setOnChange(fields::refresh);
        fields.refresh();
    }

    private HBox head() {
        var back = Controls.textButton("recipe.back", actions::close);
        back.setGraphic(Controls.icon(Feather.CHEVRON_LEFT));
        back.getStyleClass().add("flat");
        back.setMinWidth(Region.USE_PREF_SIZE);
        Controls.describe(back, Texts.get("recipe.back.tip"));
        state.setMinWidth(0);
        state.setWrapText(true);
        HBox.setHgrow(name, Priority.ALWAYS);
        var head = new HBox(back, name, state, undo, redo, more());
        head.getStyleClass().add("editor-head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private Label problemLine(Access<?> nameField) {
        var problem = Controls.label("red", "editor-problem");
        problem.setWrapText(true);
        fields.onRefresh(() -> {
            var found = editing.problemsAt(nameField.path().get());
            problem.setText(String.join("\n", found));
            Controls.setShown(problem, !found.isEmpty());
        });
        return problem;
    }

    private MenuButton more() {
        var button = new MenuButton("", Controls.icon(Feather.MORE_HORIZONTAL));
        Controls.describe(button, Texts.get("recipe.more"));
        button.getStyleClass().addAll("icon-button", "flat", "no-arrow");
        var delete = item("recipe.delete", actions::delete);
        button.setOnShowing(ignored -> delete.setDisable(editing.subject() == RecipeEditing.Subject.BUILT_IN));
        button.getItems()
                .addAll(
                        item("recipe.duplicate", actions::duplicate),
                        item("recipe.rename", this::focusName),
                        item("recipe.share", actions::share),
                        delete);
        return button;
    }

    private static MenuItem item(String key, Runnable action) {
        var item = new MenuItem(Texts.get(key));
        item.setOnAction(ignored -> action.run());
        return item;
    }

    private static ScrollPane scrolled(VBox content) {
        content.getStyleClass().add("editor-form");
        var pane = new ScrollPane(content);
        pane.setFitToWidth(true);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.getStyleClass().addAll("edge-to-edge", "editor-scroll");
        pane.setAccessibleText(Texts.get("recipe.form.spoken"));
        return pane;
    }

    private void showState() {
        undo.setDisable(!editing.canUndo());
        redo.setDisable(!editing.canRedo());
        int wrong = editing.problems().size();
        state.getStyleClass().removeAll("red", "quiet");
        state.getStyleClass().add(wrong > 0 || !refused.isEmpty() ? "red" : "quiet");
        var text = wrong > 0
                ? Texts.get("recipe.state.wrong", wrong)
                : !refused.isEmpty()
                        ? refused
                        : editing.subject() == RecipeEditing.Subject.BUILT_IN
                                ? Texts.get("recipe.state.builtIn", copyName(editing.savedAs()))
                                : Texts.get("recipe.state.saved");
        state.setText(text);
        Controls.tip(state, text);
    }

    /// Shows why the last saving failed; an empty text takes that back.
    void showRefusal(String reason) {
        refused = reason;
        showState();
    }

    /// The photo whose file name is shown.
    public void showPhoto(Optional<Photo> photo) {
        form.showPhoto(photo);
    }

    void focusName() {
        name.requestFocus();
        name.selectAll();
    }

    void takeFocus() {
        variants.list().requestFocus();
    }

    RecipeEditing editing() {
        return editing;
    }

    /// `Web copy`.
    static String copyName(String original) {
        return Texts.get("recipe.copy", original);
    }

    /// Before a text field undoes its own letters: the recipe's undo knows them too.
    private void onUndoKey(KeyEvent event) {
        if (event.isShortcutDown() && event.getCode() == KeyCode.Z) {
            if (event.isShiftDown()) {
                editing.redo();
            } else {
                editing.undo();
            }
            event.consume();
        } else if (event.isShortcutDown() && event.getCode() == KeyCode.Y) {
            editing.redo();
            event.consume();
        }
    }

    /// Before a list takes Esc for itself; an open choice closes by it first.
    private void onKey(KeyEvent event) {
        boolean isOpenChoice = event.getTarget() instanceof ComboBoxBase<?> choice && choice.isShowing();
        if (event.getCode() == KeyCode.ESCAPE && !event.isShortcutDown() && !isOpenChoice) {
            actions.close();
            event.consume();
        } else if (event.getCode() == KeyCode.F2) {
            focusName();
            event.consume();
        }
    }
}
