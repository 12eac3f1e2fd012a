package offprint.ui.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import offprint.ui.Controls;
import offprint.ui.Texts;

/// A question inside the window, over everything else; what is below can't be reached meanwhile. Esc says the last
/// answer.
final class Prompt extends StackPane {

    private final Node below;
    private final VBox card = new VBox();
    private List<Button> buttons = List.of();

    /// One answer.
    ///
    /// @param textKey of the button
    /// @param look of the button
    /// @param action what then happens
    record Answer(String textKey, Look look, Runnable action) {}

    /// How an answer's button looks.
    enum Look {
        PRIMARY,
        DANGER,
        PLAIN
    }

    Prompt(Node below) {
        this.below = below;
        getStyleClass().add("scrim");
        card.getStyleClass().add("prompt");
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        card.setAccessibleRole(AccessibleRole.DIALOG);
        getChildren().add(card);
        setVisible(false);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !buttons.isEmpty()) {
                event.consume();
                buttons.getLast().fire();
            }
        });
    }

    /// Asks; the first answer has the focus.
    void ask(String title, String text, List<Answer> answers) {
        var body = Controls.label("prompt-text");
        body.setText(text);
        body.setWrapText(true);
        show(title, body, answers);
    }

    /// Shows any content with answers below it.
    void show(String title, Node content, List<Answer> answers) {
        var heading = Controls.label("prompt-title");
        heading.setText(title);
        heading.setWrapText(true);
        var made = new ArrayList<Button>();
        for (var answer : answers) {
            made.add(button(answer));
        }
        buttons = List.copyOf(made);
        var bar = new HBox(made.reversed().toArray(Button[]::new));
        bar.getStyleClass().add("prompt-buttons");
        bar.setAlignment(Pos.CENTER_RIGHT);
        card.getChildren().setAll(heading, content, bar);
        card.setAccessibleText(title);
        below.setDisable(true);
        below.getStyleClass().add("below-prompt");
        setVisible(true);
        made.getFirst().requestFocus();
    }

    private Button button(Answer answer) {
        var button = Controls.textButton(answer.textKey(), () -> {
            hide();
            answer.action().run();
        });
        switch (answer.look()) {
            case PRIMARY -> button.getStyleClass().add("accent");
            case DANGER -> button.getStyleClass().add("danger");
            case PLAIN -> button.getStyleClass().add("plain");
        }
        Controls.tip(button, Texts.get(answer.textKey()));
        return button;
    }

    void hide() {
        setVisible(false);
        below.setDisable(false);
        below.getStyleClass().remove("below-prompt");
        buttons = List.of();
    }

    boolean isOpen() {
        return isVisible();
    }
}
