package offprint.ui.queue;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import offprint.export.PhotoProgress;
import offprint.ui.Controls;
import offprint.ui.Texts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A cell of the matrix: sign, words, a bar while it moves, and its own cancel button.
final class VariantCell extends TableCell<QueueRow, PhotoProgress> {

    private final int variant;
    private final FontIcon sign = Controls.icon(Feather.CIRCLE);
    private final Label text = Controls.label("cell-text", "figures");
    private final ProgressBar bar = new ProgressBar(0);
    private final Button cancel;
    private final HBox box = new HBox();

    VariantCell(int variant, QueueActions actions) {
        this.variant = variant;
        getStyleClass().add("variant-cell");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        cancel = Controls.iconButton(Feather.X, "cell.cancel", () -> {
            var shown = getItem();
            if (shown != null) {
                actions.cancelVariant(shown.row(), variant);
            }
        });
        var words = new VBox(text, bar);
        words.getStyleClass().add("cell-words");
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(Texts.get("lane.progress"));
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().add("cell-box");
        box.getChildren().addAll(sign, words, cancel);
    }

    @Override
    protected void updateItem(@Nullable PhotoProgress item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            return;
        }
        show(CellView.of(item, variant));
    }

    private void show(CellView view) {
        for (var kind : CellView.Kind.values()) {
            getStyleClass().remove(styleClass(kind));
        }
        getStyleClass().add(styleClass(view.kind()));
        sign.setIconCode(sign(view.kind()));
        sign.setVisible(view.kind() != CellView.Kind.ABSENT);
        Controls.setText(text, view.text());
        boolean moving = view.fraction() >= 0;
        Controls.setShown(bar, moving);
        bar.setProgress(moving ? view.fraction() : 0);
        Controls.setShown(cancel, view.canBeCancelled());
        setAccessibleText(view.detail());
        Controls.tip(this, view.detail());
        setGraphic(box);
    }

    static String styleClass(CellView.Kind kind) {
        return "is-" + kind.name().toLowerCase(Locale.ROOT);
    }

    static Feather sign(CellView.Kind kind) {
        return switch (kind) {
            case ABSENT, WAITING -> Feather.CIRCLE;
            case MEMORY -> Feather.CLOCK;
            case ACTIVE -> Feather.LOADER;
            case CANCELLING -> Feather.SLASH;
            case DONE -> Feather.CHECK;
            case SKIPPED -> Feather.CORNER_DOWN_RIGHT;
            case FAILED -> Feather.ALERT_CIRCLE;
            case CANCELLED -> Feather.MINUS;
        };
    }
}
