package offprint.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;

/// Makes a node a source of finished files for other programs: they are copied, never moved away.
public final class DragOut {

    private DragOut() {}

    /// @param files that a drag which begins now takes along; where there are none nothing is dragged
    public static void install(Node source, Supplier<List<Path>> files) {
        source.addEventHandler(MouseEvent.DRAG_DETECTED, event -> {
            var taken = files.get();
            if (!taken.isEmpty()) {
                var content = new ClipboardContent();
                content.putFiles(taken.stream().map(Path::toFile).toList());
                source.startDragAndDrop(TransferMode.COPY).setContent(content);
            }
            event.consume();
        });
    }
}
