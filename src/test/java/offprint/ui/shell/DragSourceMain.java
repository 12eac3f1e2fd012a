package offprint.ui.shell;

import java.io.File;
import java.util.List;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javafx.util.Duration;
import offprint.ui.FxThread;
import offprint.ui.PulseMonitor;

/// Another program that offers a file: its robot drags it out of its window onto Offprint's.
public final class DragSourceMain {

    private static final int MOVES = 24;

    private DragSourceMain() {}

    public static void main(String[] args) {
        Platform.startup(() -> {
            var pane = new StackPane(new Label("file"));
            pane.setOnDragDetected(event -> {
                var board = pane.startDragAndDrop(TransferMode.COPY);
                var content = new ClipboardContent();
                content.putFiles(List.of(new File(args[0])));
                board.setContent(content);
                event.consume();
            });
            pane.setOnDragDone(event -> {
                System.out.println("DONE " + event.getTransferMode());
                new FxThread(new PulseMonitor()).post(Platform::exit);
            });
            var stage = new Stage();
            stage.setX(0);
            stage.setY(0);
            stage.setScene(new Scene(pane, 300, 300));
            stage.setOnShown(event -> drag(new Point2D(150, 150), new Point2D(900, 400)));
            stage.show();
        });
    }

    /// Begins a second from now, as a hand would do it: in many small moves.
    static void drag(Point2D from, Point2D to) {
        var robot = new Robot();
        var timeline = new Timeline();
        timeline.getKeyFrames().add(frame(1_000, () -> robot.mouseMove(from)));
        timeline.getKeyFrames().add(frame(1_200, () -> robot.mousePress(MouseButton.PRIMARY)));
        for (int i = 1; i <= MOVES; i++) {
            var at = from.interpolate(to, (double) i / MOVES);
            timeline.getKeyFrames().add(frame(1_300 + 60 * i, () -> robot.mouseMove(at)));
        }
        timeline.getKeyFrames().add(frame(1_300 + 60 * (MOVES + 6), () -> robot.mouseRelease(MouseButton.PRIMARY)));
        timeline.play();
    }

    private static KeyFrame frame(int millis, Runnable action) {
        return new KeyFrame(Duration.millis(millis), event -> action.run());
    }
}
