package offprint.ui.queue;

import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import offprint.export.PhotoProgress;
import offprint.ui.Controls;
import offprint.ui.Texts;
import org.jspecify.annotations.Nullable;

/// The photo's file name, shortened in the middle; the tooltip has the whole path.
final class NameCell extends TableCell<QueueRow, PhotoProgress> {

    NameCell() {
        setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        getStyleClass().add("name-cell");
    }

    @Override
    protected void updateItem(@Nullable PhotoProgress item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setText("");
            return;
        }
        var file = item.planned().photo().file();
        setText(Texts.fileName(file));
        Controls.tip(this, file.toString());
    }
}
