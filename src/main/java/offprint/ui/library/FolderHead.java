package offprint.ui.library;

import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import offprint.ui.Command;
import offprint.ui.Controls;
import offprint.ui.Texts;
import org.kordamp.ikonli.feather.Feather;

/// What stands over the photos of a folder: its name, where it is, how many they are. FX thread.
final class FolderHead extends HBox {

    static final double HEIGHT_PX = 40;

    private final Label name = Controls.nameLabel("folder-name");
    private final Label within = Controls.nameLabel("quiet");
    private final Label count = Controls.label("quiet", "figures");
    private final Tooltip tooltip = new Tooltip();
    private Optional<GridRows.Row> shown = Optional.empty();

    /// @param pressed told of a click and of the photos below
    FolderHead(BiConsumer<GridRows.Row, MouseEvent> pressed) {
        getStyleClass().add("folder-head");
        setAlignment(Pos.CENTER_LEFT);
        count.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(Controls.icon(Feather.FOLDER), name, count, within);
        Tooltip.install(this, tooltip);
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                shown.ifPresent(row -> pressed.accept(row, event));
            }
            event.consume();
        });
    }

    void show(GridRows.Row.Header header, PhotoFolder folder) {
        shown = Optional.of(header);
        Controls.setText(name, folder.name());
        Controls.setText(within, folder.within());
        Controls.setText(count, Texts.get("grid.folder.count", header.to() - header.from()));
        var keys = Command.keysText(KeyCode.A, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
        tooltip.setText(Texts.get("grid.folder.tip", folder.path(), keys));
    }

    String spoken() {
        return Texts.get("grid.folder.spoken", name.getText(), count.getText());
    }
}
