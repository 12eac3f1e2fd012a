package offprint.ui.library;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/// Makes a node take files that are dragged onto it, and show that it will.
public final class DropTarget {

    private static final PseudoClass DROP = PseudoClass.getPseudoClass("drop");

    private DropTarget() {}

    /// What is dragged out of the window itself is not taken back.
    ///
    /// @param taker gets absolute paths of the files and folders, on the FX thread
    public static void install(Node node, Consumer<List<Path>> taker) {
        node.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (event.getGestureSource() == null && event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
                node.pseudoClassStateChanged(DROP, true);
                event.consume();
            }
        });
        node.addEventHandler(DragEvent.DRAG_EXITED, ignored -> node.pseudoClassStateChanged(DROP, false));
        node.addEventFilter(DragEvent.DRAG_DROPPED, event -> node.pseudoClassStateChanged(DROP, false));
        node.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            var board = event.getDragboard();
            if (board.hasFiles()) {
                taker.accept(files(board));
                event.setDropCompleted(true);
                event.consume();
            }
        });
    }

    /// What is on a board, as absolute, normalised paths.
    static List<Path> files(Clipboard board) {
        return board.getFiles().stream()
                .map(file -> file.toPath().toAbsolutePath().normalize())
                .toList();
    }
}
