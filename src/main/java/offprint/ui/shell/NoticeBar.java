package offprint.ui.shell;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import offprint.ui.Controls;

/// A line above the status bar that tells something and offers what to do about it; never in the way.
public final class NoticeBar extends HBox {

    private final Label text = Controls.label("notice-text");

    /// An offer.
    ///
    /// @param textKey of the button
    /// @param action what then happens; the notice goes away first
    public record Offer(String textKey, Runnable action) {}

    public NoticeBar() {
        getStyleClass().add("notice");
        setAlignment(Pos.CENTER_LEFT);
        Controls.setShown(this, false);
    }

    public void show(String message, List<Offer> offers) {
        text.setText(message);
        text.setAccessibleText(message);
        getChildren().setAll(Controls.icon(org.kordamp.ikonli.feather.Feather.INFO), text, Controls.spacer());
        for (var offer : offers) {
            var button = Controls.textButton(offer.textKey(), () -> {
                hide();
                offer.action().run();
            });
            Controls.tip(button, button.getText());
            button.getStyleClass().add("small");
            getChildren().add(button);
        }
        Controls.setShown(this, true);
    }

    public void hide() {
        Controls.setShown(this, false);
    }
}
