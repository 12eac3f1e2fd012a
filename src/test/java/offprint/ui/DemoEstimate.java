package offprint.ui;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import offprint.library.Photo;
import offprint.preview.BatchEstimate;
import offprint.recipe.Recipe;
import offprint.ui.preview.EstimatePort;

/// Weighs photos by a formula, and remembers what it was asked.
public final class DemoEstimate implements EstimatePort {

    private static final long BYTES_A_FILE = 49_000;
    private static final long DOUBT = 7_300;

    public final List<String> asked = new CopyOnWriteArrayList<>();

    @Override
    public void request(List<Photo> photos, Recipe recipe, Consumer<BatchEstimate> listener) {
        asked.add(photos.size() + " " + recipe.name());
        long files = (long) photos.size() * recipe.variants().size();
        listener.accept(new BatchEstimate(files, files * BYTES_A_FILE, files * DOUBT, 3));
    }

    @Override
    public void clear() {
        asked.add("clear");
    }
}
