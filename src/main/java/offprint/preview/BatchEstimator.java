package offprint.preview;

import java.util.List;
import java.util.function.Consumer;
import offprint.engine.Engines;
import offprint.engine.Limits;
import offprint.library.Photo;
import offprint.pool.WorkerPool;
import offprint.recipe.Recipe;

/// Reckons what a batch will weigh by encoding a few of its photos, one after the other, behind everything else that
/// the pool has to do. A new question cancels the one before it. Any thread may call it; its methods return at once.
public final class BatchEstimator implements AutoCloseable {

    private final Engines engines;
    private final Limits limits;
    private final NewestWins newest;

    /// @param limits bounds for the decodes
    public BatchEstimator(Engines engines, WorkerPool pool, Limits limits) {
        this.engines = engines;
        this.limits = limits;
        this.newest = new NewestWins(pool);
    }

    /// Asks what these photos will weigh. The listener is called on workers, one call at a time, with estimates that
    /// grow better, until a newer question, [#clear] or the end. It hears nothing where too few photos can be encoded.
    public void request(List<Photo> photos, Recipe recipe, Consumer<BatchEstimate> listener) {
        newest.replaceBy(new EstimateJob(engines, limits, photos, recipe, listener));
    }

    /// Cancels the question under way, if any.
    public void clear() {
        newest.clear();
    }

    @Override
    public void close() {
        newest.close();
    }
}
