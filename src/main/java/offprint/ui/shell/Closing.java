package offprint.ui.shell;

import java.util.List;
import javafx.stage.Stage;
import offprint.ui.Texts;
import offprint.ui.queue.QueueActions;
import offprint.ui.queue.QueueViewModel;

/// The way out: at once when nothing is under way, else as the user says; never before what runs has really ended.
final class Closing {

    private final Stage stage;
    private final Attention attention;
    private final QueueViewModel model;
    private final QueueActions queue;
    private final Prompt prompt;
    private final Runnable closed;
    private Wish wish = Wish.STAY;

    private enum Wish {
        STAY,
        CLOSE_WHEN_IDLE,
        GONE
    }

    Closing(
            Stage stage,
            Attention attention,
            QueueViewModel model,
            QueueActions queue,
            Prompt prompt,
            Runnable closed) {
        this.stage = stage;
        this.attention = attention;
        this.model = model;
        this.queue = queue;
        this.prompt = prompt;
        this.closed = closed;
    }

    /// The user wants to close.
    void ask() {
        if (!model.isBusy()) {
            now();
            return;
        }
        int left = model.totals().waiting() + model.totals().working();
        prompt.ask(
                Texts.get("close.title", left),
                Texts.get("close.text"),
                List.of(
                        new Prompt.Answer("close.finish", Prompt.Look.PRIMARY, this::finish),
                        new Prompt.Answer("close.stop", Prompt.Look.DANGER, this::stop),
                        new Prompt.Answer("prompt.cancel", Prompt.Look.PLAIN, this::stay)));
    }

    private void finish() {
        wish = Wish.CLOSE_WHEN_IDLE;
        if (model.isPaused()) {
            queue.togglePause();
        }
        attention.closesWhenDone();
    }

    /// The window is wanted after all.
    void stay() {
        if (wish != Wish.GONE) {
            wish = Wish.STAY;
            attention.stays();
        }
    }

    private void stop() {
        wish = Wish.CLOSE_WHEN_IDLE;
        queue.cancelAll();
    }

    /// Closes once nothing is left to do, if the user wished so.
    void check() {
        if (wish == Wish.CLOSE_WHEN_IDLE && !model.isBusy()) {
            now();
        }
    }

    void now() {
        if (wish != Wish.GONE) {
            wish = Wish.GONE;
            stage.hide();
            closed.run();
        }
    }
}
