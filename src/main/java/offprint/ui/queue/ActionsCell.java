package offprint.ui.queue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;
import offprint.export.ExportOutcome;
import offprint.export.PhotoProgress;
import offprint.export.PhotoProgress.State;
import offprint.export.PhotoProgress.VariantProgress;
import offprint.ui.Controls;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The buttons of a row: retry, show in folder, cancel; only those that can do something.
final class ActionsCell extends TableCell<QueueRow, PhotoProgress> {

    private final Button retry;
    private final Button reveal;
    private final Button cancel;
    private final HBox box = new HBox();

    ActionsCell(QueueActions actions) {
        getStyleClass().add("actions-cell");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        retry = Controls.iconButton(Feather.ROTATE_CW, "row.retry", () -> actions.retry(List.of(row())));
        reveal = Controls.iconButton(
                Feather.FOLDER, "row.reveal", () -> writtenFile(getItem()).ifPresent(actions::reveal));
        cancel = Controls.iconButton(Feather.X, "row.cancel", () -> actions.cancelPhoto(row()));
        box.setAlignment(Pos.CENTER_RIGHT);
        box.getChildren().addAll(retry, reveal, cancel);
    }

    private int row() {
        return getItem().row();
    }

    @Override
    protected void updateItem(@Nullable PhotoProgress item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            return;
        }
        var state = item.state();
        Controls.setShown(retry, state == State.FAILED || state == State.CANCELLED);
        Controls.setShown(reveal, writtenFile(item).isPresent());
        Controls.setShown(cancel, !state.isFinal() && state != State.CANCELLING);
        setGraphic(box);
    }

    static Optional<Path> writtenFile(PhotoProgress photo) {
        return photo.variants().stream()
                .map(VariantProgress::outcome)
                .flatMap(Optional::stream)
                .filter(ExportOutcome.Written.class::isInstance)
                .map(outcome -> ((ExportOutcome.Written) outcome).file())
                .findFirst();
    }
}
