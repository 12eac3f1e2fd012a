package offprint.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.stage.Stage;
import offprint.library.PhotoScanner.Ending;
import offprint.ui.DemoServices;
import offprint.ui.WindowServices;

/// The window in a process of its own, which prints what was dropped on it; the other side of the real drop test.
public final class DropWindowMain {

    private DropWindowMain() {}

    public static void main(String[] args) throws InterruptedException {
        var closed = new CountDownLatch(1);
        Platform.startup(() -> {
            var stage = new Stage();
            var window = new MainWindow(stage, printing(new DemoServices().build()), closed::countDown);
            stage.setX(400);
            stage.setY(0);
            stage.setWidth(860);
            stage.setHeight(700);
            window.show(List.of());
            Platform.requestNextPulse();
            stage.getScene().addPostLayoutPulseListener(() -> say("READY"));
        });
        closed.await();
        Platform.exit();
    }

    private static WindowServices printing(WindowServices demo) {
        return new WindowServices(
                demo.queue(),
                (paths, listener, cancellation) -> {
                    paths.stream().map(Path::toString).forEach(path -> say("DROPPED " + path));
                    listener.ended(Ending.COMPLETE);
                },
                demo.thumbnails(),
                demo.preview(),
                demo.estimate(),
                demo.recipes(),
                demo.settings(),
                demo.saveSettings(),
                demo.pool(),
                demo.background(),
                demo.reveal(),
                demo.desktop(),
                demo.engine(),
                demo.versionText(),
                demo.defaultDestination(),
                demo.samples(),
                demo.unfinished());
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
