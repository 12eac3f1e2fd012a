package offprint.ui.queue;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import offprint.export.Conduct;
import offprint.export.PastBatch;

/// What the user can ask of the queue; each is a command of the window, which then looks at the next pulse.
public interface QueueActions {

    void cancelPhoto(int row);

    void cancelPhotos(List<Integer> rows);

    void cancelVariant(int row, int variant);

    void cancelAll();

    /// What runs goes on to its end.
    void cancelWaiting();

    void moveToFront(List<Integer> rows);

    void retry(List<Integer> rows);

    void retryFailed();

    void togglePause();

    void conduct(Conduct.Manners manners);

    void toggleQueue();

    /// Shows a written file in the system's file manager.
    void reveal(Path file);

    /// Reads the history; the consumer gets it on the FX thread, the newest first.
    void history(Consumer<List<PastBatch>> consumer);

    /// Plans and starts a past batch once more.
    void runAgain(PastBatch batch);
}
