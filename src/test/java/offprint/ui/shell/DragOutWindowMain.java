package offprint.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.stage.Stage;
import offprint.ui.DemoQueue;
import offprint.ui.DemoServices;
import offprint.ui.FxThread;
import offprint.ui.PulseMonitor;

/// The window in a process of its own, with three exported photos, all selected: its robot drags one of them out of it.
public final class DragOutWindowMain {

    private static final int PHOTOS = 3;

    private DragOutWindowMain() {}

    /// @param args where finished files are said to be
    public static void main(String[] args) throws InterruptedException {
        var services = new DemoServices().finds(DemoServices.photos(PHOTOS));
        for (int row = 0; row < PHOTOS; row++) {
            var photo = DemoServices.photos(PHOTOS).get(row);
            var planned = DemoQueue.planned(photo, DemoServices.RECIPES.getFirst(), Path.of(args[0]));
            services.queue.put(DemoQueue.done(row, planned));
        }
        var closed = new CountDownLatch(1);
        var fx = new FxThread(new PulseMonitor());
        Platform.startup(() -> {
            var stage = new Stage();
            var window = new MainWindow(stage, services.build(), closed::countDown);
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(860);
            stage.setHeight(700);
            window.show(List.of(Path.of("/dropped")));
            lookForTiles(fx, stage, window);
        });
        closed.await();
    }

    private static void lookForTiles(FxThread fx, Stage stage, MainWindow window) {
        fx.post(() -> {
            var tiles = stage.getScene().getRoot().lookupAll(".tile");
            boolean filled = window.grid().photos().shown().stream()
                    .allMatch(item -> !item.exported().isEmpty());
            if (window.grid().photos().size() < PHOTOS || tiles.isEmpty() || !filled) {
                lookForTiles(fx, stage, window);
                return;
            }
            window.grid().selectAll();
            DragSourceMain.drag(middle(tiles.iterator().next()), new Point2D(1050, 300));
        });
    }

    private static Point2D middle(Node node) {
        var bounds = node.localToScreen(node.getBoundsInLocal());
        return new Point2D(bounds.getCenterX(), bounds.getCenterY());
    }
}
