package offprint.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.MenuBar;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import offprint.ui.Controls;
import offprint.ui.Texts;
import offprint.ui.library.DropTarget;

/// Where everything in the window has its place: bars at the top and the bottom, a column at each side, the middle, and
/// a prompt over all of it. FX thread.
final class Panes {

    private static final double WIDTH_PX = 1280;
    private static final double HEIGHT_PX = 800;

    private final BorderPane content = new BorderPane();
    private final StackPane root = new StackPane();
    private final StackPane center = new StackPane();
    private final StackPane photos = new StackPane();
    private final Scene scene = new Scene(root, WIDTH_PX, HEIGHT_PX);

    /// @param prompt over everything else
    void fill(Region toolbar, Region sidebar, Region side, List<? extends Region> bottom, Node prompt) {
        var veilText = Controls.label("drop-text");
        veilText.setText(Texts.get("drop.here"));
        var veil = new StackPane(veilText);
        veil.getStyleClass().add("drop-veil");
        veil.setMouseTransparent(true);
        center.getChildren().addAll(photos, veil);
        center.getStyleClass().add("center");
        content.setTop(toolbar);
        content.setLeft(sidebar);
        content.setCenter(center);
        content.setRight(side);
        content.setBottom(new VBox(bottom.toArray(Region[]::new)));
        content.setMinSize(0, 0); // else a low window would lose its lower edge, and with it the bar of the queue
        root.setNodeOrientation(Mirror.ofTheLanguage());
        root.getStyleClass().add("window-root");
        root.getChildren().addAll(content, prompt);
        StackPane.setAlignment(content, Pos.TOP_LEFT);
    }

    /// The system shows it, outside of the window.
    void add(MenuBar menu) {
        menu.setManaged(false);
        root.getChildren().add(menu);
    }

    void onDrop(Consumer<List<Path>> taker) {
        DropTarget.install(root, taker);
    }

    Scene scene() {
        return scene;
    }

    /// All that a prompt covers.
    BorderPane content() {
        return content;
    }

    /// Over which a prompt lies.
    StackPane root() {
        return root;
    }

    /// What the photos share with the screens that take their place.
    StackPane center() {
        return center;
    }

    /// The grid, or what stands there while it is empty.
    StackPane photos() {
        return photos;
    }
}
