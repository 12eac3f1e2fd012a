package offprint.ui.queue;

import java.nio.file.Path;
import java.util.List;
import offprint.export.PhotoProgress;
import offprint.ui.Texts;

/// A row of the matrix, which always shows the newest state of its photo. FX thread.
final class QueueRow {

    private final List<PhotoProgress> all;
    private final int number;
    private final String name;

    /// @param all a live view of every row, by number
    QueueRow(List<PhotoProgress> all, int number) {
        this.all = all;
        this.number = number;
        this.name = Texts.fileName(progress().planned().photo().file());
    }

    PhotoProgress progress() {
        return all.get(number);
    }

    int number() {
        return number;
    }

    /// Of the photo's file.
    String name() {
        return name;
    }

    boolean canBeCancelled() {
        var state = progress().state();
        return !state.isFinal() && state != PhotoProgress.State.CANCELLING;
    }

    boolean isWaiting() {
        var state = progress().state();
        return state == PhotoProgress.State.WAITING || state == PhotoProgress.State.WAITING_FOR_MEMORY;
    }

    boolean hasFailed() {
        return progress().state() == PhotoProgress.State.FAILED;
    }

    boolean canBeRetried() {
        return hasFailed() || progress().state() == PhotoProgress.State.CANCELLED;
    }

    /// What was written of the photo, by variant.
    List<Path> writtenFiles() {
        return progress().writtenFiles();
    }
}
