package offprint.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.stage.Stage;
import offprint.ui.shell.MainWindow;

/// The way into the window.
public final class WindowLauncher {

    private static final System.Logger START = System.getLogger("offprint.start");

    private WindowLauncher() {}

    /// Starts the toolkit, shows the window and waits until it is closed; then the toolkit is shut down for good. Call
    /// it once, on the start thread.
    ///
    /// @param files to load at the start, as if they were dropped
    /// @throws UnsupportedOperationException when there is no display
    public static void run(WindowServices services, List<Path> files) {
        runWith(services, window -> window.show(files));
    }

    /// The same, for someone who wants the window in hand on the FX thread.
    static void runWith(WindowServices services, Consumer<MainWindow> opened) {
        var closed = new CountDownLatch(1);
        var failure = new AtomicReference<Optional<Throwable>>(Optional.empty());
        Platform.startup(() -> {
            Platform.setImplicitExit(false);
            try {
                opened.accept(new MainWindow(new Stage(), services, closed::countDown));
                new PaintedWatch().start();
            } catch (RuntimeException | Error e) {
                failure.set(Optional.of(e));
                closed.countDown();
            }
        });
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Platform.exit();
        failure.get().ifPresent(cause -> {
            throw new IllegalStateException("the window could not be opened", cause);
        });
    }

    /// Tells the log `offprint.start` when the window has been painted: its second pulse begins when the first has been
    /// drawn. Whoever measures the start from outside listens for that line.
    private static final class PaintedWatch extends AnimationTimer {

        private int pulses;

        @Override
        public void handle(long nowNanos) {
            pulses++;
            if (pulses == 2) {
                stop();
                START.log(System.Logger.Level.DEBUG, "painted");
            }
        }
    }
}
