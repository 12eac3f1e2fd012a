package offprint.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import offprint.settings.Settings;
import offprint.ui.Fx;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Walks through the window with the Tab key alone.
class TabWalkTest {

    private static final int MOST_STEPS = 120;
    private static final double RING_PX = 3;

    static List<WindowScene> scenes() {
        var walked = List.of(
                "empty", "photos", "compare-fit", "recipe-own", "plan-decisions", "queue-working", "prompt-closing");
        return WindowScene.all().stream()
                .filter(scene -> walked.contains(scene.name()))
                .toList();
    }

    /// A node while it had the focus, and the window then.
    private record Step(Node node, Picture picture) {}

    @ParameterizedTest
    @MethodSource("scenes")
    void tab_reaches_every_control_shows_where_it_is_and_comes_back(WindowScene scene) throws Exception {
        try (var shown = scene.open(Settings.Theme.LIGHT, WindowScene.WIDE_PX)) {
            Fx.pulses(12);
            Fx.run(() -> shown.stage.requestFocus());
            var steps = walk(shown);
            var reached = new HashSet<Node>();
            steps.forEach(step -> reached.add(step.node()));
            var wanted = Fx.call(() -> focusable(shown.stage.getScene().getRoot(), new ArrayList<>()));
            assertThat(steps).as("back where it began").hasSizeLessThan(MOST_STEPS);
            assertThat(wanted).hasSizeGreaterThan(1);
            assertThat(wanted.stream().filter(node -> !reached.contains(node)))
                    .as("never reached")
                    .isEmpty();
            for (int i = 0; i + 1 < steps.size(); i++) {
                var step = steps.get(i);
                assertThat(step.picture().differing(steps.get(i + 1).picture(), ring(step.node())))
                        .as("pixels that tell the focus of %s", step.node())
                        .isGreaterThan(20);
            }
        }
    }

    private static List<Step> walk(ShownWindow shown) throws Exception {
        var steps = new ArrayList<Step>();
        Optional<Node> first = Optional.empty();
        while (steps.size() < MOST_STEPS) {
            Fx.run(() -> new Robot().keyType(KeyCode.TAB));
            Fx.pulses(3);
            var owner = Fx.call(() -> shown.stage.getScene().getFocusOwner());
            steps.add(new Step(owner, Picture.of(shown, 1)));
            if (first.isEmpty()) {
                first = Optional.of(owner);
            } else if (first.get().equals(owner)) {
                return steps;
            }
        }
        return steps;
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
