package offprint.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import offprint.export.Conduct;
import offprint.export.PastBatch;
import offprint.library.Photo;
import offprint.ui.FxThread;
import offprint.ui.WindowServices;
import offprint.ui.queue.QueueActions;
import offprint.ui.queue.QueueViewModel;

/// Carries the queue's buttons to the exports; what writes to the disk goes by a worker.
///
/// @param wake has the window look at the exports
/// @param again plans and starts the photos of a past batch, on the FX thread
record Queue(
        WindowServices services,
        QueueViewModel model,
        FxThread fx,
        Runnable wake,
        Runnable toggle,
        Runnable settingsChanged,
        BiConsumer<PastBatch, List<Photo>> again)
        implements QueueActions {

    @Override
    public void cancelPhoto(int row) {
        services.queue().cancelPhoto(row);
        wake.run();
    }

    @Override
    public void cancelVariant(int row, int variant) {
        services.queue().cancelVariant(row, variant);
        wake.run();
    }

    @Override
    public void cancelPhotos(List<Integer> rows) {
        services.queue().cancelPhotos(rows);
        wake.run();
    }

    @Override
    public void cancelWaiting() {
        services.queue().cancelWaiting();
        wake.run();
    }

    @Override
    public void moveToFront(List<Integer> rows) {
        services.queue().moveToFront(rows);
        wake.run();
    }

    @Override
    public void conduct(Conduct.Manners manners) {
        settingsChanged.run();
        inBackground(() -> services.queue().conduct(manners));
    }

    @Override
    public void history(Consumer<List<PastBatch>> consumer) {
        services.background().run(() -> {
            var past = services.queue().history();
            fx.post(() -> consumer.accept(past));
        });
    }

    @Override
    public void runAgain(PastBatch batch) {
        services.queue().photosOf(batch, photos -> fx.post(() -> again.accept(batch, photos)));
    }

    @Override
    public void cancelAll() {
        services.queue().cancelAll();
        wake.run();
    }

    @Override
    public void retry(List<Integer> rows) {
        inBackground(() -> services.queue().retry(rows));
    }

    @Override
    public void retryFailed() {
        inBackground(services.queue()::retryFailed);
    }

    /// Wakes the window only once the work is known to the exports, however late a worker gets to it.
    private void inBackground(Runnable work) {
        services.background().run(() -> {
            work.run();
            fx.post(wake);
        });
    }

    @Override
    public void togglePause() {
        if (model.isPaused()) {
            services.queue().resume();
        } else {
            services.queue().pause();
        }
        wake.run();
    }

    @Override
    public void toggleQueue() {
        toggle.run();
    }

    @Override
    public void reveal(Path file) {
        services.background().run(() -> services.reveal().accept(file));
    }
}
