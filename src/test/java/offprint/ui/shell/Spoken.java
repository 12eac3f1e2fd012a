package offprint.ui.shell;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Cell;
import javafx.scene.control.Labeled;

/// A window as a screen reader meets it: every node that has a role, with its name, and what lacks one.
///
/// @param tree a line for each node with a role of its own, indented by depth
/// @param nameless what can be focused or clicked and has no role or no name
/// @param named how many can be focused or clicked and have both
record Spoken(List<String> tree, List<String> nameless, int named) {

    /// On the FX thread.
    static Spoken of(Parent root) {
        var walk = new Walk();
        walk.visit(root, 0);
        return new Spoken(List.copyOf(walk.tree), List.copyOf(walk.nameless), walk.named);
    }

    private static final class Walk {
        /// Their tracks and thumbs are spoken of by them.
        private static final Set<AccessibleRole> PARTS_OF_ONE =
                EnumSet.of(AccessibleRole.SLIDER, AccessibleRole.SCROLL_BAR, AccessibleRole.COMBO_BOX);

        private final List<String> tree = new ArrayList<>();
        private final List<String> nameless = new ArrayList<>();
        private int named;

        private void visit(Node node, int depth) {
            if (!node.isVisible()) {
                return;
            }
            var role = node.getAccessibleRole();
            boolean isThere = role != null && role != AccessibleRole.NODE && role != AccessibleRole.PARENT;
            if (isThere) {
                tree.add("  ".repeat(depth) + role + " “" + name(node).orElse("") + "”"
                        + (node.isFocusTraversable() ? " focusable" : "")
                        + (node.isDisabled() ? " disabled" : ""));
            }
            if (isActive(node)) {
                if (isThere && name(node).isPresent()) {
                    named++;
                } else {
                    nameless.add(describe(node));
                }
            }
            if (node instanceof Parent parent && !PARTS_OF_ONE.contains(role)) {
                parent.getChildrenUnmodifiable().forEach(child -> visit(child, isThere ? depth + 1 : depth));
            }
        }

        /// What somebody can focus or click; a full row of a list is one of them, an empty one is not,
        /// nor is the part of a scroll pane that passes a click on to it.
        private static boolean isActive(Node node) {
            boolean isEmptyRow = node instanceof Cell<?> cell && cell.isEmpty();
            if (isEmptyRow || node.getStyleClass().contains("viewport")) {
                return false;
            }
            return node.isFocusTraversable()
                    || node.getOnMouseClicked() != null
                    || node.getOnMousePressed() != null
                    || node instanceof Cell<?>;
        }

        /// A text that a field holds is no name of the field.
        private static Optional<String> name(Node node) {
            var own = Optional.ofNullable(node.getAccessibleText());
            var text = node instanceof Labeled
                    ? own.or(
                            () -> Optional.ofNullable((String) node.queryAccessibleAttribute(AccessibleAttribute.TEXT)))
                    : own;
            return text.filter(name -> !name.isBlank());
        }

        private static String describe(Node node) {
            var ancestors = new StringBuilder();
            for (Node up = node; up != null && ancestors.length() < 200; up = up.getParent()) {
                ancestors.append(" < ").append(up.getClass().getSimpleName()).append(up.getStyleClass());
            }
            return node.getAccessibleRole() + ancestors.toString();
        }
    }
}
