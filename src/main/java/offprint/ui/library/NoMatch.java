package offprint.ui.library;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import offprint.ui.Controls;
import offprint.ui.Texts;

/// What stands where there are photos, but none that the filter lets through. FX thread.
final class NoMatch extends VBox {

    private final Label words = Controls.label("quiet");
    private Runnable onShowAll = () -> {};
    private String filter = "";

    NoMatch() {
        getStyleClass().add("no-match");
        setAlignment(Pos.CENTER);
        words.setWrapText(true);
        var all = Controls.textButton("grid.showAll", () -> onShowAll.run());
        Controls.tip(all, all.getText());
        getChildren().addAll(words, all);
        Controls.setShown(this, false);
    }

    void setOnShowAll(Runnable action) {
        onShowAll = action;
    }

    void show(String text, PhotoList photos) {
        filter = text.strip();
        Controls.setText(words, Texts.get("grid.noMatch", filter));
        update(photos);
    }

    void update(PhotoList photos) {
        Controls.setShown(
                this, !filter.isEmpty() && !photos.isEmpty() && photos.shown().isEmpty());
    }
}
