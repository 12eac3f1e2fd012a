package offprint.ui;

import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;

/// The one way from other threads to the FX thread; measures how long each posted action waited.
public final class FxThread {

    private final PulseMonitor monitor;

    public FxThread(PulseMonitor monitor) {
        this.monitor = monitor;
    }

    /// Runs the action on the FX thread soon; returns at once. Any thread. For things that come in numbers use
    /// [#mailbox].
    public void post(Runnable action) {
        long postedNanos = System.nanoTime();
        Platform.runLater(() -> {
            monitor.posted(System.nanoTime() - postedNanos);
            action.run();
        });
    }

    /// A mailbox that hands what any thread offers to the receiver on the FX thread, many at a time.
    public <T> Mailbox<T> mailbox(Consumer<List<T>> receiver) {
        return new Mailbox<>(this::post, receiver);
    }
}
