package offprint.ui.library;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import offprint.ui.Controls;
import offprint.ui.Texts;
import org.kordamp.ikonli.feather.Feather;

/// What stands where no photo is yet: one quiet drop area.
public final class EmptyState extends VBox {

    /// @param samples loads the sample pictures, where there are some
    public EmptyState(Runnable addFiles, Runnable addFolder, Optional<Runnable> samples) {
        getStyleClass().add("empty-state");
        setAlignment(Pos.CENTER);
        var icon = Controls.icon(Feather.IMAGE);
        icon.getStyleClass().add("empty-icon");
        var title = Controls.label("empty-title");
        title.setText(Texts.get("empty.title"));
        var hint = Controls.label("quiet");
        hint.setText(Texts.get("empty.hint"));
        hint.setWrapText(true);
        var buttons = new FlowPane(button("empty.files", addFiles), button("empty.folder", addFolder));
        samples.ifPresent(load -> buttons.getChildren().add(button("empty.samples", load)));
        buttons.setAlignment(Pos.CENTER);
        buttons.getStyleClass().add("empty-buttons");
        getChildren().addAll(icon, title, hint, buttons);
    }

    private static Button button(String key, Runnable action) {
        return Controls.textButton(key, action);
    }
}
