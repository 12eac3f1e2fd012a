package offprint.ui.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Cell;
import javafx.scene.control.Labeled;
import javafx.stage.Window;
import offprint.ui.FxThread;
import offprint.ui.PulseMonitor;

/// Eyes of somebody before the window of this process: they see what is on the screen, by the names that a screen
/// reader
/// says, and know nothing else of the program. Not on the FX thread.
final class Eyes {

    private static final long PATIENCE_SECONDS = 20;
    private static final long LOOK_MILLIS = 20;

    private final FxThread fx = new FxThread(new PulseMonitor());

    /// Waits until the program shows its window.
    void awaitWindow() throws InterruptedException {
        until("the toolkit", () -> {
            try {
                fx.post(() -> {});
                return true;
            } catch (IllegalStateException notYet) {
                return false;
            }
        });
        until("a window", () -> now(() -> !Window.getWindows().isEmpty() && window().isShowing()));
    }

    /// The program's own: it has no other but popups, which come later.
    static Window window() {
        return Window.getWindows().getFirst();
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

    /// Looks on the FX thread.
    <T> T now(Callable<T> look) {
        if (Platform.isFxApplicationThread()) {
            throw new IllegalStateException("it would wait for itself");
        }
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

    /// Whether anything on the screen says this, among other words.
    boolean sees(String words) {
        return now(() -> find(node -> said(node).contains(words)).isPresent());
    }

    void awaitWords(String words) throws InterruptedException {
        until("“" + words + "” on the screen", () -> sees(words));
    }

    /// All words on the screen, for when things go wrong.
    String everything() {
        return now(() -> all(window().getScene().getRoot(), new ArrayList<>()).stream()
                .map(Eyes::said)
                .filter(words -> !words.isBlank())
                .map(String::strip)
                .distinct()
                .collect(Collectors.joining(" | ")));
    }

    /// The words of the first label of a style class; empty while there is none.
    String read(String styleClass) {
        return now(() -> find(node -> node instanceof Labeled && hasStyle(node, styleClass))
                .map(Eyes::said)
                .orElse("")
                .strip());
    }

    /// Whether the row of a photo is on the screen and says this. Of a long list only some rows are.
    boolean rowSays(String photo, String words) {
        return now(() -> find(node -> isRow(node, photo))
                .filter(row -> said(row).contains(words))
                .isPresent());
    }

    boolean focusIsOn(String styleClass) {
        return now(() -> {
            var owner = window().getScene().getFocusOwner();
            return owner != null && hasStyle(owner, styleClass);
        });
    }

    /// Where it is on the screen, once it has stopped moving.
    Bounds place(String what, Predicate<Node> wanted) throws InterruptedException {
        var seen = new ArrayList<Bounds>();
        until(what, () -> {
            var there = now(() -> find(wanted).map(node -> node.localToScreen(node.getLayoutBounds())));
            boolean isStill =
                    there.isPresent() && !seen.isEmpty() && seen.getLast().equals(there.get());
            there.ifPresentOrElse(seen::add, seen::clear);
            return isStill;
        });
        return seen.getLast();
    }

    /// A row of the queue; a row of the photos may begin with the same name.
    static boolean isRow(Node node, String photo) {
        return hasStyle(node, "matrix-row") && said(node).startsWith(photo + ",");
    }

    static boolean hasStyle(Node node, String styleClass) {
        return node.getStyleClass().contains(styleClass);
    }

    static String said(Node node) {
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
}
