package offprint.ui.queue;

import java.nio.file.Path;
import java.util.List;

/// What the user can ask of the queue; each is a command of the window, which then looks at the next pulse.
public interface QueueActions {

    void cancelPhoto(int row);

    void cancelVariant(int row, int variant);

    void cancelAll();

    void retry(List<Integer> rows);

    void retryFailed();

    void togglePause();

    void toggleQueue();

    /// Shows a written file in the system's file manager.
    void reveal(Path file);
}
