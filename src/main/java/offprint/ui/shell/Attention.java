package offprint.ui.shell;

import java.util.Optional;
import javafx.stage.Stage;
import offprint.export.ExportTotals;
import offprint.ui.Texts;
import offprint.ui.WindowServices;
import offprint.ui.queue.QueueViewModel;

/// Tells how exports go where one looks while the window is not looked at: in its title, and once they are done by a
/// notification. FX thread.
final class Attention {

    /// Nothing is all done before it is.
    private static final double ALMOST = 0.99;

    private final Stage stage;
    private final WindowServices services;
    private boolean notifies;
    private boolean closes;
    private Sums before = new Sums(0, 0, 0, 0, 0);
    private Sums atRest = before;
    private boolean wasBusy;

    /// What has come to its end.
    private record Sums(int photos, int done, int failed, int files, long bytes) {

        static Sums of(ExportTotals totals) {
            int photos = totals.done() + totals.failed() + totals.cancelled();
            return new Sums(photos, totals.done(), totals.failed(), totals.written(), totals.writtenBytes());
        }

        /// A retry takes back what had failed.
        Sums atMost(Sums other) {
            return new Sums(
                    Math.min(photos, other.photos),
                    Math.min(done, other.done),
                    Math.min(failed, other.failed),
                    Math.min(files, other.files),
                    Math.min(bytes, other.bytes));
        }

        Sums less(Sums other) {
            return new Sums(
                    photos - other.photos,
                    done - other.done,
                    failed - other.failed,
                    files - other.files,
                    bytes - other.bytes);
        }
    }

    Attention(Stage stage, WindowServices services) {
        this.stage = stage;
        this.services = services;
        notifies = services.settings().notifications();
        stage.setTitle(Texts.get("window.title"));
    }

    /// Looks at the exports; at every sample.
    void look(QueueViewModel model) {
        var now = Sums.of(model.totals());
        if (model.isBusy()) {
            before = wasBusy ? before.atMost(now) : atRest.atMost(now);
        } else if (wasBusy) {
            tell(now.less(before));
        }
        if (!model.isBusy()) {
            atRest = now;
        }
        wasBusy = model.isBusy();
        showTitle(model);
    }

    private void showTitle(QueueViewModel model) {
        var title = closes
                ? Texts.get("window.title.closing")
                : progress(model)
                        .map(fraction -> Texts.get("window.title.progress", Texts.percent(fraction)))
                        .orElseGet(() -> Texts.get("window.title"));
        if (!title.equals(stage.getTitle())) {
            stage.setTitle(title);
        }
    }

    private Optional<Double> progress(QueueViewModel model) {
        int photos = model.totals().photos() - before.photos();
        if (!model.isBusy() || photos <= 0) {
            return Optional.empty();
        }
        double ended = Sums.of(model.totals()).less(before).photos() + model.endedInWork();
        return Optional.of(Math.clamp(ended / photos, 0, ALMOST));
    }

    private void tell(Sums batch) {
        boolean isLookedAt = stage.isFocused() && !stage.isIconified();
        if (!notifies || isLookedAt || batch.done() + batch.failed() == 0) {
            return;
        }
        var title = batch.failed() > 0 ? Texts.get("notify.failed", batch.failed()) : Texts.get("notify.done");
        var text = Texts.get(
                "queue.history.result", batch.done() + batch.failed(), batch.files(), Texts.bytes(batch.bytes()));
        services.background().run(() -> services.desktop().tell(title, text));
    }

    /// Whether the user wants notifications.
    boolean notifies() {
        return notifies;
    }

    void toggleNotifications() {
        notifies = !notifies;
    }

    /// The window goes as soon as the exports are done.
    void closesWhenDone() {
        closes = true;
        stage.setTitle(Texts.get("window.title.closing"));
    }

    /// It stays after all; its title follows with the next look.
    void stays() {
        closes = false;
    }

    /// Before all other windows.
    void comeForward() {
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
    }
}
