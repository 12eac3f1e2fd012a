package offprint.ui.preview;

import java.util.List;
import java.util.function.Consumer;
import offprint.library.Photo;
import offprint.preview.BatchEstimate;
import offprint.preview.BatchEstimator;
import offprint.recipe.Recipe;

/// Port: what these photos will weigh; a new question cancels the one before it. Returns at once, tells the listener on
/// workers.
public interface EstimatePort {

    void request(List<Photo> photos, Recipe recipe, Consumer<BatchEstimate> listener);

    void clear();

    static EstimatePort of(BatchEstimator estimator) {
        return new EstimatePort() {
            @Override
            public void request(List<Photo> photos, Recipe recipe, Consumer<BatchEstimate> listener) {
                estimator.request(photos, recipe, listener);
            }

            @Override
            public void clear() {
                estimator.clear();
            }
        };
    }
}
