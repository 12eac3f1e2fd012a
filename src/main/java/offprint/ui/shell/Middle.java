package offprint.ui.shell;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import offprint.ui.Controls;

/// The middle of the window: the photos, or one screen in their place. FX thread.
final class Middle {

    private final StackPane pane;
    private final Node photos;
    private final Runnable back;
    private Optional<Node> screen = Optional.empty();

    /// @param pane that holds the photos
    /// @param back told when the photos are shown again
    Middle(StackPane pane, Node photos, Runnable back) {
        this.pane = pane;
        this.photos = photos;
        this.back = back;
    }

    /// Shows a screen in place of the photos, or of the screen before.
    void show(Node wanted) {
        screen.ifPresent(pane.getChildren()::remove);
        screen = Optional.of(wanted);
        Controls.setShown(photos, false);
        pane.getChildren().add(0, wanted);
    }

    /// Shows the photos again.
    void showPhotos() {
        screen.ifPresent(shown -> {
            pane.getChildren().remove(shown);
            screen = Optional.empty();
            Controls.setShown(photos, true);
            back.run();
        });
    }

    boolean shows(Node wanted) {
        return screen.equals(Optional.of(wanted));
    }
}
