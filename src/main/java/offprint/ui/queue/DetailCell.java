package offprint.ui.queue;

import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.VBox;
import offprint.export.ExportOutcome;
import offprint.export.PhotoProgress;
import offprint.ui.Controls;
import offprint.ui.Texts;
import org.jspecify.annotations.Nullable;

/// The time a photo took; for a failed one what happened, and what to do about it.
final class DetailCell extends TableCell<QueueRow, PhotoProgress> {

    private final Label message = Controls.label("detail-message");
    private final Label remedy = Controls.label("detail-remedy");
    private final VBox box = new VBox(message, remedy);

    DetailCell() {
        getStyleClass().add("detail-cell");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        box.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(@Nullable PhotoProgress item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            return;
        }
        getStyleClass().remove("is-failed");
        Failures.first(item).ifPresentOrElse(this::showFailure, () -> showTime(item));
        setGraphic(box);
    }

    private void showFailure(ExportOutcome.Failed failure) {
        getStyleClass().add("is-failed");
        Controls.setText(message, failure.message());
        Controls.setText(remedy, Texts.get("detail.remedy", failure.code(), failure.remedy()));
        Controls.setShown(remedy, true);
        var whole = Texts.get("cell.failed.detail", failure.code(), failure.message(), failure.remedy());
        setAccessibleText(whole);
        Controls.tip(this, whole);
    }

    private void showTime(PhotoProgress item) {
        boolean started = !item.elapsed().isZero();
        Controls.setText(message, started ? Texts.elapsed(item.elapsed()) : "");
        Controls.setShown(remedy, false);
        setAccessibleText(message.getText());
        Controls.tip(this, "");
    }
}
