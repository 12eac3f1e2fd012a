package offprint.ui.queue;

import java.time.Duration;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import offprint.ui.Command;
import offprint.ui.Controls;
import offprint.ui.Texts;
import org.kordamp.ikonli.feather.Feather;

/// The status bar: the queue in figures, pause, cancel all, expand, and the window's own delay.
public final class QueueBar extends HBox {

    private static final double ROOM_FOR_ALL_PX = 1_000;

    private final QueueViewModel model;
    private final Sparkline chart = new Sparkline(72, 16);
    private final Label idle = Controls.label("quiet");
    private final Label waiting = Controls.label("status", "figures");
    private final Label working = Controls.label("status", "figures");
    private final Label cancelling = Controls.label("status", "figures", "amber");
    private final Label memory = Controls.label("status", "figures", "amber");
    private final Label done = Controls.label("status", "figures");
    private final Label failed = Controls.label("status", "figures", "red");
    private final Label cancelled = Controls.label("status", "figures");
    private final Label pace = Controls.label("status", "figures", "pace");
    private final Label delay = Controls.label("status", "figures", "window-delay");
    private final Button pause;
    private final Button cancelAll;
    private final Button expand;
    private Optional<Duration> windowDelay = Optional.empty();

    public QueueBar(QueueViewModel model, QueueActions actions) {
        this.model = model;
        getStyleClass().add("queue-bar");
        setAlignment(Pos.CENTER_LEFT);
        idle.setText(Texts.get("queue.idle"));
        pause = Controls.iconButton(Feather.PAUSE, "queue.pause", actions::togglePause);
        cancelAll =
                Controls.iconButton(Feather.X, "queue.cancelAll", actions::cancelAll, Command.CANCEL_ALL.keysText());
        expand = Controls.iconButton(Feather.CHEVRON_UP, "queue.expand", actions::toggleQueue);
        Controls.tip(delay, Texts.get("window.delay.tip"));
        for (var label : new Label[] {waiting, working, cancelling, memory, done, failed, cancelled}) {
            label.setMinWidth(USE_PREF_SIZE);
        }
        pace.setTextOverrun(OverrunStyle.ELLIPSIS);
        pace.setMinWidth(0);
        delay.setMinWidth(USE_PREF_SIZE);
        getChildren()
                .addAll(
                        idle,
                        waiting,
                        chart,
                        working,
                        cancelling,
                        memory,
                        done,
                        failed,
                        cancelled,
                        Controls.spacer(),
                        pace,
                        delay,
                        pause,
                        cancelAll,
                        expand);
        setMinWidth(0);
        widthProperty().addListener((property, before, now) -> showTotals());
        showTotals();
    }

    /// Shows the model's newest figures.
    ///
    /// @param newDelay of the window; empty while nothing is under way, since an old figure would say nothing of now
    public void update(Optional<Duration> newDelay) {
        windowDelay = newDelay;
        showTotals();
    }

    private void showTotals() {
        boolean some = model.totals().photos() > 0;
        Controls.setShown(idle, !some);
        boolean wide = getWidth() >= ROOM_FOR_ALL_PX || getWidth() == 0;
        Controls.setShown(chart, wide && model.isBusy());
        show(delay, wide || !some ? delayText() : "");
        chart.show(model.depthHistory());
        show(waiting, model.isBusy() ? model.waitingText() : "");
        show(working, model.isBusy() ? model.workingText() : "");
        show(cancelling, model.cancellingText());
        show(memory, wide ? model.memoryText() : "");
        show(done, some ? model.doneText() : "");
        show(failed, model.failedText());
        show(cancelled, wide ? model.cancelledText() : "");
        showPace(!some ? "" : wide ? model.paceText() : model.shortPaceText());
        Controls.setShown(pause, model.isBusy());
        Controls.setShown(cancelAll, model.isBusy());
        var text = Texts.get(model.isPaused() ? "queue.resume" : "queue.pause");
        if (!text.equals(pause.getAccessibleText())) {
            Controls.describe(pause, text);
            Controls.setIcon(pause, model.isPaused() ? Feather.PLAY : Feather.PAUSE);
        }
    }

    private String delayText() {
        return windowDelay
                .map(time -> Texts.get("window.delay", Texts.millis(time)))
                .orElse("");
    }

    /// Turns the sign of the button that opens and closes the queue.
    public void setExpanded(boolean expanded) {
        Controls.setIcon(expand, expanded ? Feather.CHEVRON_DOWN : Feather.CHEVRON_UP);
        Controls.describe(expand, Texts.get(expanded ? "queue.collapse" : "queue.expand"));
    }

    private void showPace(String text) {
        show(pace, text);
        Controls.tip(pace, text);
    }

    private static void show(Label label, String text) {
        Controls.setText(label, text);
        Controls.setShown(label, !text.isEmpty());
    }
}
