package offprint.ui.shell;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import offprint.ui.Command;
import offprint.ui.Controls;
import offprint.ui.EngineFacts;
import offprint.ui.Texts;
import offprint.ui.WindowServices;

/// What the two informing prompts show.
final class AboutContent {

    private AboutContent() {}

    static List<Prompt.Answer> closeOnly() {
        return List.of(new Prompt.Answer("prompt.close", Prompt.Look.PRIMARY, () -> {}));
    }

    static Node about(WindowServices services, EngineFacts engine) {
        return new VBox(
                text(Texts.get("about.version", services.versionText())),
                text(Texts.get("about.engine", engine.text())),
                text(Texts.get(
                        "about.java",
                        Runtime.version().toString(),
                        System.getProperty("javafx.runtime.version", "26"))),
                text(Texts.get("about.licence")));
    }

    static Node shortcuts() {
        var table = new GridPane();
        table.getStyleClass().add("shortcuts");
        for (var command : Command.values()) {
            row(table, command.keysText(), command.textKey());
        }
        row(table, Texts.get("key.space"), "command.pause");
        row(table, Texts.get("key.esc"), "command.cancel_selected");
        row(table, Texts.get("key.home"), "command.to_front");
        row(table, Texts.get("key.f"), "command.finish");
        row(table, Texts.get("key.l"), "command.polite");
        row(table, Texts.get("key.h"), "command.history");
        row(table, Texts.get("key.delete"), "command.remove");
        row(table, Command.keysText(KeyCode.Z, KeyCombination.SHORTCUT_DOWN), "command.undo");
        row(
                table,
                Command.keysText(KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
                "command.redo");
        row(table, Texts.get("key.move"), "command.move_variant");
        return table;
    }

    private static void row(GridPane table, String keys, String textKey) {
        var key = Controls.label("key");
        key.setText(keys);
        table.addRow(table.getRowCount(), key, text(Texts.get(textKey)));
    }

    private static Label text(String words) {
        var label = Controls.label("prompt-text");
        label.setText(words);
        label.setWrapText(true);
        return label;
    }
}
