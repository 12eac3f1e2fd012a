package offprint.ui.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Cell;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Window;
import offprint.ui.FxThread;
import offprint.ui.PulseMonitor;

/// Eyes, mouse and keyboard of somebody before the only window of this process: sees what is on the screen, by the names
/// that a screen reader says, and has nothing else of the program in hand. Not on the FX thread.
final class Hands {

    private static final long PATIENCE_SECONDS = 40;
    private static final long LOOK_MILLIS = 25;

    private final FxThread fx = new FxThread(new PulseMonitor());

    /// Waits until the program shows its window.
    void awaitWindow() throws Exception {
        until("the toolkit", () -> {
            try {
                Platform.isFxApplicationThread();
                fx.post(() -> {});
                return true;
            } catch (IllegalStateException notYet) {
                return false;
            }
        });
        until("a window", () -> now(() -> !Window.getWindows().isEmpty()
                && Window.getWindows().getFirst().isShowing()));
        now(() -> {
            window().setX(0);
            window().requestFocus();
            return true;
        });
    }

    static void until(String what, BooleanSupplier condition) throws InterruptedException {
        long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > giveUp) {
                throw new AssertionError("never came true: " + what);
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
    }

    <T> T now(Callable<T> look) {
        var future = new CompletableFuture<T>();
        fx.post(() -> {
            try {
                future.complete(look.call());
            } catch (Exception | Error e) {
                future.completeExceptionally(e);
            }
        });
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("the window does not answer", e);
        }
    }

    private static Window window() {
        return Window.getWindows().getFirst();
    }

    // ---- eyes ---------------------------------------------------------------------------------------------------

    /// Whether anything on the screen says this, among other words.
    boolean sees(String words) {
        return now(() -> find(node -> said(node).contains(words)).isPresent());
    }

    void awaitWords(String words) throws InterruptedException {
        until("“" + words + "” on the screen", () -> sees(words));
    }

    /// The words of the first label of a style class.
    String read(String styleClass) {
        return now(() -> find(node -> node instanceof Labeled && node.getStyleClass().contains(styleClass))
                .map(Hands::said)
                .orElse(""));
    }

    /// Whether the row of a photo says this.
    boolean rowSays(String photo, String words) {
        return now(() -> find(node -> node instanceof Cell<?> && said(node).startsWith(photo))
                .filter(row -> said(row).contains(words))
                .isPresent());
    }

    boolean focusIsOn(String styleClass) {
        return now(() -> {
            var owner = window().getScene().getFocusOwner();
            return owner != null && owner.getStyleClass().contains(styleClass);
        });
    }

    private static String said(Node node) {
        if (node instanceof Cell<?> row) {
            return String.valueOf(row.queryAccessibleAttribute(AccessibleAttribute.TEXT));
        }
        var text = node instanceof Labeled labeled ? labeled.getText() : "";
        return text + " " + Optional.ofNullable(node.getAccessibleText()).orElse("");
    }

    private static Optional<Node> find(Predicate<Node> wanted) {
        return all(window().getScene().getRoot(), new ArrayList<>()).stream()
                .filter(wanted)
                .findFirst();
    }

    private static List<Node> all(Node node, List<Node> found) {
        if (node.isVisible()) {
            found.add(node);
            if (node instanceof Parent parent) {
                parent.getChildrenUnmodifiable().forEach(child -> all(child, found));
            }
        }
        return found;
    }

    // ---- hands --------------------------------------------------------------------------------------------------

    void click(String words) throws InterruptedException {
        click(words, 1, 0.5);
    }

    /// Clicks into the middle of the innermost thing that says this.
    void doubleClick(String words) throws InterruptedException {
        click(words, 2, 0.5);
    }

    /// @param across where on it, from 0 at its left to 1 at its right
    void click(String words, int times, double across) throws InterruptedException {
        clickOn("“" + words + "” to be clicked", node -> said(node).contains(words) && !node.isDisabled(), times, across);
    }

    void clickField(String id) throws InterruptedException {
        clickOn("the field " + id, node -> id.equals(node.getId()), 1, 0.5);
    }

    private void clickOn(String what, Predicate<Node> wanted, int times, double across) throws InterruptedException {
        until(what, () -> now(() -> find(wanted).isPresent()));
        now(() -> {
            var node = find(wanted).orElseThrow();
            var there = node.localToScreen(node.getLayoutBounds());
            var robot = new Robot();
            robot.mouseMove(there.getMinX() + across * there.getWidth(), there.getCenterY());
            for (int i = 0; i < times; i++) {
                robot.mouseClick(MouseButton.PRIMARY);
            }
            return true;
        });
    }

    /// Presses keys in this order, and lets go of them in the other.
    void press(KeyCode... keys) {
        now(() -> {
            var robot = new Robot();
            for (var key : keys) {
                robot.keyPress(key);
            }
            for (int i = keys.length - 1; i >= 0; i--) {
                robot.keyRelease(keys[i]);
            }
            return true;
        });
    }
}
