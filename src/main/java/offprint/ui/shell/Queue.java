package offprint.ui.shell;

import java.nio.file.Path;
import java.util.List;
import offprint.ui.FxThread;
import offprint.ui.WindowServices;
import offprint.ui.queue.QueueActions;
import offprint.ui.queue.QueueViewModel;

/// Carries the queue's buttons to the exports; what writes to the disk goes by a worker.
record Queue(WindowServices services, QueueViewModel model, FxThread fx, Runnable wake, Runnable toggle)
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
