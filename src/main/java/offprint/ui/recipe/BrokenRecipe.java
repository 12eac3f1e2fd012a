package offprint.ui.recipe;

import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import offprint.recipe.RecipeEntry;
import offprint.recipe.RecipeResult;
import offprint.ui.Controls;
import offprint.ui.ProblemText;
import offprint.ui.Texts;

/// The screen of a recipe that can't be read: its file, and everything that is wrong with it.
final class BrokenRecipe extends VBox {

    BrokenRecipe(RecipeEntry entry, Runnable reveal, Runnable close) {
        getStyleClass().add("broken-recipe");
        var title = line("prompt-title", Texts.get("recipe.broken.title", entry.name()));
        var file = line("quiet", entry.file().map(Object::toString).orElse(""));
        var buttons = new HBox(described("recipe.broken.reveal", reveal), described("recipe.back", close));
        buttons.getStyleClass().add("plan-actions");
        getChildren().addAll(title, file, line("broken-reasons", reasons(entry)), buttons);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close.run();
                event.consume();
            }
        });
    }

    /// Everything that is wrong with a recipe, a line each; empty for a right one.
    static String reasons(RecipeEntry entry) {
        return switch (entry.result()) {
            case RecipeResult.Valid ignored -> "";
            case RecipeResult.Invalid invalid ->
                invalid.problems().stream().map(ProblemText::whole).collect(Collectors.joining("\n"));
        };
    }

    void takeFocus() {
        lookupAll(".button").stream().findFirst().ifPresent(javafx.scene.Node::requestFocus);
    }

    private static javafx.scene.control.Button described(String key, Runnable action) {
        var button = Controls.textButton(key, action);
        Controls.tip(button, button.getText());
        return button;
    }

    private static Label line(String style, String text) {
        var label = Controls.label(style);
        label.setText(text);
        label.setWrapText(true);
        return label;
    }
}
