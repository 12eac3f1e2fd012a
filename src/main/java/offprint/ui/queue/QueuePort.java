package offprint.ui.queue;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import offprint.export.Conduct;
import offprint.export.ExportChanges;
import offprint.export.ExportPlan;
import offprint.export.PastBatch;
import offprint.library.Photo;
import offprint.recipe.Recipe;

/// Port: the exports as the window sees and commands them. Every method returns at once, except where it says so.
public interface QueuePort {

    /// Rows changed since `version` (0: all), and the sums.
    ExportChanges changesSince(long version);

    /// Plans on a worker; the consumer is called there.
    void planInBackground(List<Photo> photos, Recipe recipe, Path destination, Consumer<ExportPlan> consumer);

    /// Bytes that are free on the disk of a destination, where the system says so: call it off the FX thread.
    OptionalLong usableBytes(Path destination);

    /// Writes the journal before it starts: call it off the FX thread.
    void start(ExportPlan plan);

    void cancelPhoto(int row);

    /// What runs is asked at once, what waits ends a moment later.
    void cancelPhotos(List<Integer> rows);

    void cancelVariant(int row, int variant);

    void cancelAll();

    /// What runs goes on to its end.
    void cancelWaiting();

    void moveToFront(List<Integer> rows);

    void conduct(Conduct.Manners manners);

    /// The newest first. Reads files: call it off the FX thread.
    List<PastBatch> history();

    /// Looks at the photos of a past batch as they are now; the consumer is called on a worker.
    void photosOf(PastBatch batch, Consumer<List<Photo>> consumer);

    /// Writes the journal: call it off the FX thread.
    void retry(List<Integer> rows);

    /// Writes the journal: call it off the FX thread.
    void retryFailed();

    void pause();

    void resume();
}
