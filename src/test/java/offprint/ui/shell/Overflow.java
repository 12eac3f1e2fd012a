package offprint.ui.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.text.Text;

/// Finds what a layout has no room for: texts that stand out of a pane, over its neighbours or below them, and whatever
/// stands out of the window. What scrolls may be longer than its place; a shadow is nothing that stands out.
final class Overflow {

    private static final double TOLERANCE_PX = 2;

    private final List<String> found = new ArrayList<>();
    private final Bounds window;

    private Overflow(Bounds window) {
        this.window = window;
    }

    /// On the FX thread, with the layout done.
    static List<String> in(Parent root) {
        var overflow = new Overflow(root.getLayoutBounds());
        root.getChildrenUnmodifiable().stream()
                .filter(Node::isManaged) // what is laid out aside for a moment is not
                .forEach(child -> overflow.walk(child, List.of(), false));
        return overflow.found;
    }

    /// @param around panes that it must stay in, from the outermost
    /// @param isCut whether something clips it, so that it can't stand out of the window; as its own clip does of a bar
    ///     that runs to and fro
    private void walk(Node node, List<Node> around, boolean isCut) {
        if (!node.isVisible()) {
            return;
        }
        var there = node.localToScene(node.getLayoutBounds());
        if (node instanceof Text text) {
            around.stream()
                    .filter(pane -> !text.getText().isBlank())
                    .filter(pane -> !isWithin(there, pane.localToScene(pane.getLayoutBounds())))
                    .findFirst()
                    .ifPresent(pane -> found.add("“" + text.getText() + "” stands out of " + describe(pane)));
        } else if (!isCut && node.getClip() == null && there.getHeight() > 0 && !isWithin(there, window)) {
            found.add(describe(node) + " stands out of the window: " + there);
        }
        if (node instanceof Parent parent) {
            boolean cuts = node.getClip() != null || isScrolled(node);
            var panes = new ArrayList<Node>(cuts ? List.of() : around);
            if (!cuts) {
                panes.add(node);
            }
            parent.getChildrenUnmodifiable().forEach(child -> walk(child, panes, isCut || cuts));
        }
    }

    /// What a scroll pane moves below its viewport is as large as that, whatever is in it.
    private static boolean isScrolled(Node node) {
        return node.getParent() != null && node.getParent().getStyleClass().contains("viewport");
    }

    private static boolean isWithin(Bounds part, Bounds whole) {
        return part.getMinY() >= whole.getMinY() - TOLERANCE_PX
                && part.getMaxY() <= whole.getMaxY() + TOLERANCE_PX
                && part.getMinX() >= whole.getMinX() - TOLERANCE_PX
                && part.getMaxX() <= whole.getMaxX() + TOLERANCE_PX;
    }

    private static String describe(Node node) {
        return node.getClass().getSimpleName() + node.getStyleClass();
    }
}
