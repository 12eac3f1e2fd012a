package offprint.ui.queue;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import offprint.export.Conduct;
import offprint.export.ExportChanges;
import offprint.export.ExportPlan;
import offprint.export.ExportService;
import offprint.export.PastBatch;
import offprint.library.Photo;
import offprint.recipe.Recipe;

/// The port on the real export service.
public record ExportQueue(ExportService service) implements QueuePort {

    @Override
    public ExportChanges changesSince(long version) {
        return service.changesSince(version);
    }

    @Override
    public void planInBackground(List<Photo> photos, Recipe recipe, Path destination, Consumer<ExportPlan> consumer) {
        service.planInBackground(photos, recipe, destination, consumer);
    }

    @Override
    public OptionalLong usableBytes(Path destination) {
        return service.usableBytes(destination);
    }

    @Override
    @SuppressWarnings("ReturnValueIgnored") // the row's number comes with the next changes
    public void start(ExportPlan plan) {
        service.start(plan);
    }

    @Override
    public void cancelPhoto(int row) {
        service.cancelPhoto(row);
    }

    @Override
    public void cancelVariant(int row, int variant) {
        service.cancelVariant(row, variant);
    }

    @Override
    public void cancelPhotos(List<Integer> rows) {
        service.cancelPhotos(rows);
    }

    @Override
    public void cancelAll() {
        service.cancelAll();
    }

    @Override
    public void cancelWaiting() {
        service.cancelWaiting();
    }

    @Override
    public void moveToFront(List<Integer> rows) {
        service.moveToFront(rows);
    }

    @Override
    public void conduct(Conduct.Manners manners) {
        service.conduct(manners);
    }

    @Override
    public List<PastBatch> history() {
        return service.history();
    }

    @Override
    public void photosOf(PastBatch batch, Consumer<List<Photo>> consumer) {
        service.photosOf(batch, consumer);
    }

    @Override
    public void retry(List<Integer> rows) {
        service.retry(rows);
    }

    @Override
    public void retryFailed() {
        service.retryFailed();
    }

    @Override
    public void pause() {
        service.pause();
    }

    @Override
    public void resume() {
        service.resume();
    }
}
