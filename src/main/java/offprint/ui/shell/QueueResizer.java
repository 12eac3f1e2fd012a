package offprint.ui.shell;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Cursor;
import javafx.scene.Scene;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import offprint.ui.Controls;
import offprint.ui.queue.QueuePanel;

/// Drags the queue to the height that one likes by its bar.
final class QueueResizer {

    private static final double INITIAL_PX = 320;
    private static final double LOWEST_PX = 160;
    private static final double LEFT_FOR_PHOTOS_PX = 368;

    private QueueResizer() {}

    /// @param chosen height that the user once chose
    /// @param resized called when the bar is let go
    static void install(Region bar, QueuePanel panel, Scene scene, Optional<Integer> chosen, Runnable resized) {
        panel.setPrefHeight(INITIAL_PX);
        chosen.ifPresent(panel::chooseHeight);
        panel.setMinHeight(0);
        panel.maxHeightProperty()
                .bind(Bindings.max(LOWEST_PX, scene.heightProperty().subtract(LEFT_FOR_PHOTOS_PX)));
        bar.setCursor(Cursor.DEFAULT);
        bar.addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> {
            double wanted = scene.getHeight() - bar.getHeight() / 2 - event.getSceneY();
            if (wanted >= LOWEST_PX / 2) {
                Controls.setShown(panel, true);
                panel.chooseHeight((int)
                        Math.clamp(wanted, LOWEST_PX, Math.max(LOWEST_PX, scene.getHeight() - LEFT_FOR_PHOTOS_PX)));
            }
        });
        bar.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> resized.run());
    }
}
