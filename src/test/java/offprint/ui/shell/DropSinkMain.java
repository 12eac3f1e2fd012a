package offprint.ui.shell;

import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/// Another program that takes files: prints what is dropped on it.
public final class DropSinkMain {

    private DropSinkMain() {}

    public static void main(String[] args) {
        Platform.startup(() -> {
            var pane = new StackPane(new Label("drop here"));
            pane.setOnDragOver(event -> {
                if (event.getDragboard().hasFiles()) {
                    event.acceptTransferModes(TransferMode.ANY);
                }
                event.consume();
            });
            pane.setOnDragDropped(event -> {
                System.out.println("DROPPED " + event.getTransferMode() + " "
                        + event.getDragboard().getFiles().size() + " "
                        + event.getDragboard().getFiles().getFirst());
                event.setDropCompleted(true);
                event.consume();
            });
            var stage = new Stage();
            stage.setX(900);
            stage.setY(0);
            stage.setScene(new Scene(pane, 300, 600));
            stage.show();
            pane.getScene().addPostLayoutPulseListener(() -> System.out.println("READY"));
            Platform.requestNextPulse();
        });
    }
}
