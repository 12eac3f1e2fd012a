package offprint.ui.shell;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import offprint.ui.Fx;

/// A way through a window with the Tab key alone.
///
/// @param wanted how many nodes there are to be reached
/// @param unreached what can have the focus and never had it
/// @param unseen what had the focus and did not look like it
/// @param cameBack whether it ended where it began
record TabWalk(int wanted, List<Node> unreached, List<Node> unseen, boolean cameBack) {

    private static final int MOST_STEPS = 120;

    /// Two seconds: a key goes by way of the system.
    private static final int MOST_PULSES = 120;

    private static final double RING_PX = 3;
    private static final int FEWEST_PIXELS = 20;

    /// A node while it had the focus, and the window then.
    private record Step(Node node, Picture picture) {}

    /// Not on the FX thread.
    static TabWalk through(ShownWindow shown) throws Exception {
        Fx.run(() -> shown.stage.requestFocus());
        // the system gives it when it likes, and the window then chooses a first control, without a ring
        Fx.until("the window has the focus", shown.stage::isFocused);
        Fx.pulses(3);
        var steps = steps(shown);
        var reached = new HashSet<Node>();
        steps.forEach(step -> reached.add(step.node()));
        var wanted = Fx.call(() -> focusable(shown.stage.getScene().getRoot(), new ArrayList<>()));
        var unseen = new ArrayList<Node>();
        for (int i = 0; i + 1 < steps.size(); i++) {
            var step = steps.get(i);
            if (step.picture().telling(steps.get(i + 1).picture(), ring(step.node())) < FEWEST_PIXELS) {
                unseen.add(step.node());
            }
        }
        return new TabWalk(
                wanted.size(),
                wanted.stream().filter(node -> !reached.contains(node)).toList(),
                unseen,
                steps.size() < MOST_STEPS);
    }

    private static List<Step> steps(ShownWindow shown) throws Exception {
        var steps = new ArrayList<Step>();
        while (steps.size() < MOST_STEPS) {
            var before =
                    Fx.call(() -> Optional.ofNullable(shown.stage.getScene().getFocusOwner()));
            Fx.run(() -> new Robot().keyType(KeyCode.TAB));
            var patience = new AtomicInteger(MOST_PULSES);
            Fx.until("the focus moves on", () -> hasMoved(shown, before) || patience.decrementAndGet() <= 0);
            Fx.pulses(3);
            var owner = Fx.call(() -> shown.stage.getScene().getFocusOwner());
            boolean stays = patience.get() <= 0;
            if (!stays && !steps.isEmpty() && steps.getLast().node().equals(owner)) {
                // the window, still opening, had taken the focus away in between
                steps.removeLast();
            }
            boolean back = !steps.isEmpty() && steps.getFirst().node().equals(owner);
            steps.add(new Step(owner, Picture.of(shown, 1)));
            if (back || stays) {
                return steps;
            }
        }
        return steps;
    }

    private static boolean hasMoved(ShownWindow shown, Optional<Node> before) {
        return !Optional.ofNullable(shown.stage.getScene().getFocusOwner()).equals(before);
    }

    private static Bounds ring(Node node) throws Exception {
        return Fx.call(() -> {
            var there = node.localToScene(node.getLayoutBounds());
            return new BoundingBox(
                    there.getMinX() - RING_PX,
                    there.getMinY() - RING_PX,
                    there.getWidth() + 2 * RING_PX,
                    there.getHeight() + 2 * RING_PX);
        });
    }

    private static List<Node> focusable(Node node, List<Node> found) {
        if (!node.isVisible() || node.isDisabled()) {
            return found;
        }
        if (node.isFocusTraversable()) {
            found.add(node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> focusable(child, found));
        }
        return found;
    }
}
