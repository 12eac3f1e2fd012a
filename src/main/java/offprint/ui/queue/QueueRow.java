package offprint.ui.queue;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import offprint.export.PhotoProgress;

/// A row of the table: only the cells on screen listen to it, so a change touches nothing else.
final class QueueRow {

    private final ReadOnlyObjectWrapper<PhotoProgress> progress;

    QueueRow(PhotoProgress progress) {
        this.progress = new ReadOnlyObjectWrapper<>(progress);
    }

    PhotoProgress progress() {
        return progress.get();
    }

    ReadOnlyObjectProperty<PhotoProgress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    void set(PhotoProgress now) {
        progress.set(now);
    }
}
