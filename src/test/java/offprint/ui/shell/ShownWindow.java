package offprint.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.stage.Stage;
import offprint.ui.DemoServices;
import offprint.ui.Fx;

/// A real window on demo services, for a test.
final class ShownWindow implements AutoCloseable {

    final DemoServices services;
    final MainWindow window;
    final Stage stage;
    final AtomicBoolean closed = new AtomicBoolean();
    private Runnable afterwards = () -> {};

    private ShownWindow(DemoServices services, MainWindow window, Stage stage) {
        this.services = services;
        this.window = window;
        this.stage = stage;
    }

    static ShownWindow open(DemoServices services, int widthPx, int heightPx) throws Exception {
        return Fx.call(() -> {
            var stage = new Stage();
            var gone = new AtomicBoolean[1];
            var window = new MainWindow(stage, services.build(), () -> gone[0].set(true));
            var shown = new ShownWindow(services, window, stage);
            gone[0] = shown.closed;
            stage.setWidth(widthPx);
            stage.setHeight(heightPx);
            window.show(List.of());
            return shown;
        });
    }

    /// Drops the services' photos and waits until they are in the grid.
    ShownWindow drop(int expected) throws Exception {
        Fx.run(() -> window.drop(List.of(Path.of("/dropped"))));
        Fx.until(expected + " photos in the grid", () -> window.grid().photos().size() == expected);
        Fx.pulses(3);
        return this;
    }

    /// Lets the window look at the queue, and waits until it shows what it saw.
    void look() throws Exception {
        Fx.run(() -> window.sampler().wake());
        Fx.pulses(3);
        Fx.until("all rows", () -> !window.queuePanel().isBehind());
        Fx.pulses(1);
    }

    /// Something to put back once the window is gone.
    void whenClosed(Runnable action) {
        afterwards = action;
    }

    @Override
    public void close() {
        try {
            Fx.run(window::closeNow);
            afterwards.run();
        } catch (Exception e) {
            throw new IllegalStateException("the window could not be closed", e);
        }
    }
}
