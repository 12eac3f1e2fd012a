package offprint.ui.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
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

    /// In two columns; where the window is too low for them, it scrolls.
    static Node shortcuts() {
        var keys = new ArrayList<Shortcut>();
        for (var command : Command.values()) {
            keys.add(new Shortcut(command.keysText(), command.textKey()));
        }
        keys.add(new Shortcut(Texts.get("key.space"), "command.pause"));
        keys.add(new Shortcut(Texts.get("key.esc"), "command.cancel_selected"));
        keys.add(new Shortcut(Texts.get("key.home"), "command.to_front"));
        keys.add(new Shortcut(Texts.get("key.f"), "command.finish"));
        keys.add(new Shortcut(Texts.get("key.l"), "command.polite"));
        keys.add(new Shortcut(Texts.get("key.h"), "command.history"));
        keys.add(new Shortcut(Texts.get("key.delete"), "command.remove"));
        var folder = Command.keysText(KeyCode.A, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
        keys.add(new Shortcut(folder, "command.select_folder"));
        keys.add(new Shortcut(Command.keysText(KeyCode.Z, KeyCombination.SHORTCUT_DOWN), "command.undo"));
        var redo = Command.keysText(KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
        keys.add(new Shortcut(redo, "command.redo"));
        keys.add(new Shortcut(Texts.get("key.move"), "command.move_variant"));
        int half = Math.ceilDiv(keys.size(), 2);
        var table = new HBox(column(keys.subList(0, half)), column(keys.subList(half, keys.size())));
        table.getStyleClass().add("shortcuts");
        var scrolled = new Whole(table);
        scrolled.setFitToWidth(true);
        scrolled.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scrolled.getStyleClass().addAll("shortcuts-scroll", "edge-to-edge");
        scrolled.setFocusTraversable(true);
        scrolled.setAccessibleText(Texts.get("shortcuts.title"));
        return scrolled;
    }

    private static GridPane column(List<Shortcut> keys) {
        var table = new GridPane();
        table.getStyleClass().add("shortcuts-column");
        HBox.setHgrow(table, Priority.ALWAYS);
        for (var shortcut : keys) {
            var key = Controls.label("key");
            key.setText(shortcut.keys());
            key.setMinWidth(Region.USE_PREF_SIZE);
            GridPane.setValignment(key, VPos.TOP);
            var words = text(Texts.get(shortcut.textKey()));
            words.setMinHeight(Region.USE_PREF_SIZE);
            table.addRow(table.getRowCount(), key, words);
        }
        return table;
    }

    /// Wants all the height that its content needs at its width, so that it scrolls only where the window is too low.
    private static final class Whole extends ScrollPane {

        Whole(HBox content) {
            super(content);
        }

        @Override
        protected double computePrefHeight(double width) {
            double across = width < 0 ? getContent().prefWidth(-1) : width - snappedLeftInset() - snappedRightInset();
            return getContent().prefHeight(across) + snappedTopInset() + snappedBottomInset();
        }
    }

    private record Shortcut(String keys, String textKey) {}

    private static Label text(String words) {
        var label = Controls.label("prompt-text");
        label.setText(words);
        label.setWrapText(true);
        return label;
    }
}
