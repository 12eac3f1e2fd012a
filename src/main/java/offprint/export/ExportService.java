package offprint.export;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import offprint.cancel.CancellationToken;
import offprint.engine.Engines;
import offprint.engine.Limits;
import offprint.library.Photo;
import offprint.pool.WorkerPool;
import offprint.recipe.Recipe;

/// Exports photos: plans, feeds the pool without ever filling it, and keeps one row a photo for whoever watches.
///
/// Rows of later batches are added behind those of earlier ones, so that a drop while it runs just adds.
public final class ExportService implements AutoCloseable {

    public ExportService(Engines engines, WorkerPool pool, Limits limits, ExportJournal journal) {
        throw new UnsupportedOperationException("" + engines + pool + limits + journal);
    }

    /// Works out every output of a batch; touches the disk, so call it on a worker.
    public ExportPlan plan(List<Photo> photos, Recipe recipe, Path destination, CancellationToken cancellation)
            throws offprint.cancel.CancelledException {
        throw new UnsupportedOperationException("" + photos + recipe + destination + cancellation);
    }

    /// Plans on a worker and gives the plan, or the failure to make one, to the consumer there.
    public void planInBackground(List<Photo> photos, Recipe recipe, Path destination, Consumer<ExportPlan> consumer) {
        throw new UnsupportedOperationException("" + photos + recipe + destination + consumer);
    }

    /// Journals the plan and starts it; returns at once with the first row's number.
    public int start(ExportPlan plan) {
        throw new UnsupportedOperationException("" + plan);
    }

    /// Rows changed since `version` (0: all), and the sums.
    public ExportChanges changesSince(long version) {
        throw new UnsupportedOperationException("" + version);
    }

    /// Asks one photo to stop.
    public void cancelPhoto(int row) {
        throw new UnsupportedOperationException("" + row);
    }

    /// Asks one variant of one photo to stop; the photo's others go on.
    public void cancelVariant(int row, int variant) {
        throw new UnsupportedOperationException("" + row + variant);
    }

    /// Asks everything that has not ended to stop.
    public void cancelAll() {
        throw new UnsupportedOperationException();
    }

    /// Runs the failed and cancelled variants of these rows again.
    public void retry(List<Integer> rows) {
        throw new UnsupportedOperationException("" + rows);
    }

    /// Runs every failed photo again.
    public void retryFailed() {
        throw new UnsupportedOperationException();
    }

    /// Lets running photos end and starts no new ones.
    public void pause() {
        throw new UnsupportedOperationException();
    }

    public void resume() {
        throw new UnsupportedOperationException();
    }

    /// Runs once on a worker's thread when nothing is left to do, or at once when nothing is.
    public void whenIdle(Runnable callback) {
        throw new UnsupportedOperationException("" + callback);
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
