package offprint.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.stage.Stage;
import offprint.ui.shell.MainWindow;

/// The way into the window.
public final class WindowLauncher {

    private WindowLauncher() {}

    /// Starts the toolkit. It comes up on threads of its own while the caller goes on. Call it once a process, before
    /// [#run].
    ///
    /// @throws UnsupportedOperationException when there is no display
    public static void startToolkit() {
        Platform.startup(() -> Platform.setImplicitExit(false));
    }

    /// Shows the window and waits until it is closed; then the toolkit is shut down for good. Call it once, on the
    /// start thread.
    ///
    /// @param files to load at the start, as if they were dropped
    public static void run(WindowServices services, List<Path> files) {
        runWith(services, window -> window.show(files));
    }

    /// The same, for someone who wants the window in hand on the FX thread.
    static void runWith(WindowServices services, Consumer<MainWindow> opened) {
        var closed = new CountDownLatch(1);
        var failure = new AtomicReference<Optional<Throwable>>(Optional.empty());
        new FxThread(new PulseMonitor()).post(() -> {
            try {
                opened.accept(new MainWindow(new Stage(), services, closed::countDown));
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
}
