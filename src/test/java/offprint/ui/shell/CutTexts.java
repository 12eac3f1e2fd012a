package offprint.ui.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Cell;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.OverrunStyle;
import javafx.scene.text.Text;

/// Finds words that a layout loses: texts that end in an ellipsis though they name no file, and texts beside the
/// window.
/// A name may end in the middle, and a text may end early where a tooltip or the spoken row has all of it; what a
/// button says may not, but for the sentence that leads to the plan, which has all of it too.
final class CutTexts {

    private final List<String> found = new ArrayList<>();
    private final double widthPx;

    private CutTexts(double widthPx) {
        this.widthPx = widthPx;
    }

    /// On the FX thread, with the layout done.
    static List<String> in(Parent root) {
        var texts = new CutTexts(root.getLayoutBounds().getWidth());
        texts.walk(root);
        return texts.found;
    }

    private void walk(Node node) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Labeled labeled) {
            look(labeled);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(this::walk);
        }
    }

    private void look(Labeled labeled) {
        var wanted = labeled.getText();
        boolean isName = labeled.getTextOverrun() == OverrunStyle.CENTER_ELLIPSIS
                || labeled.getTextOverrun() == OverrunStyle.LEADING_ELLIPSIS;
        if (wanted == null || wanted.isBlank() || isName || isSaidElsewhere(labeled, wanted)) {
            return;
        }
        labeled.getChildrenUnmodifiable().stream()
                .filter(Text.class::isInstance)
                .map(Text.class::cast)
                .filter(Node::isVisible)
                .forEach(text -> compare(labeled, wanted, text));
    }

    private void compare(Labeled labeled, String wanted, Text text) {
        if (text.getText().endsWith(labeled.getEllipsisString())
                && !text.getText().equals(wanted)) {
            found.add(describe(labeled) + " shows only “" + text.getText() + "”");
            return;
        }
        Bounds there = text.localToScene(text.getLayoutBounds());
        if (there.getMinX() < -1 || there.getMaxX() > widthPx + 1) {
            found.add(describe(labeled) + " leaves the window");
        }
    }

    private static boolean isSaidElsewhere(Node node, String wanted) {
        if (node instanceof ButtonBase && !node.getStyleClass().contains("plan-summary")) {
            return false;
        }
        for (Node up = node; up != null; up = up.getParent()) {
            var tip = up instanceof Control control ? control.getTooltip() : null;
            if (tip != null && tip.getText().contains(wanted)) {
                return true;
            }
            if (up instanceof Cell<?> row && isMatrixRow(row)) {
                return true;
            }
        }
        return false;
    }

    /// Its tooltip is made when it is pointed at, of the words that are spoken.
    private static boolean isMatrixRow(Cell<?> row) {
        return row.getStyleClass().contains("matrix-row")
                && row.queryAccessibleAttribute(AccessibleAttribute.TEXT) != null;
    }

    private static String describe(Labeled labeled) {
        return labeled.getClass().getSimpleName() + labeled.getStyleClass() + " “" + labeled.getText() + "”";
    }
}
