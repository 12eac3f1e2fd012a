package offprint.ui.story;

import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.robot.Robot;

/// Mouse and keyboard of somebody before the window. What is pressed goes by the display to whatever window has the
/// focus
/// or lies there, as from real devices; each press waits until it has come to the program's window. Not on the FX
/// thread.
final class Hands {

    private static final double LEFT = 0.05;
    private static final double MIDDLE = 0.5;

    private final Eyes eyes;
    private final AtomicInteger moved;
    private final AtomicInteger pressed;
    private final AtomicInteger released;
    private final AtomicInteger keys;

    Hands(Eyes eyes) {
        this.eyes = eyes;
        moved = arrivals(MouseEvent.MOUSE_MOVED);
        pressed = arrivals(MouseEvent.MOUSE_PRESSED);
        released = arrivals(MouseEvent.MOUSE_RELEASED);
        keys = arrivals(KeyEvent.KEY_RELEASED);
    }

    private AtomicInteger arrivals(EventType<? extends Event> type) {
        var count = new AtomicInteger();
        eyes.now(() -> {
            Eyes.window().addEventFilter(type, event -> count.incrementAndGet());
            return true;
        });
        return count;
    }

    /// Gives the window the keyboard, as the manager of windows does elsewhere: this display has none. A window can't
    /// have it before the display shows it.
    void takeKeyboard() throws InterruptedException {
        Eyes.until(
                "the keyboard at the window",
                () -> eyes.now(() -> {
                    var window = Eyes.window();
                    if (!window.isFocused()) {
                        window.requestFocus();
                    }
                    return window.isFocused();
                }));
    }

    /// Does something and waits until so many more of these events have come.
    private void arrive(String what, AtomicInteger count, int wanted, Callable<Boolean> action)
            throws InterruptedException {
        int before = count.get();
        eyes.now(action);
        Eyes.until(what + " at the window", () -> count.get() >= before + wanted);
    }

    /// Presses keys in this order, and lets go of them in the other.
    void press(KeyCode... codes) throws InterruptedException {
        arrive(Arrays.toString(codes), keys, codes.length, () -> {
            var robot = new Robot();
            for (var code : codes) {
                robot.keyPress(code);
            }
            for (int i = codes.length - 1; i >= 0; i--) {
                robot.keyRelease(codes[i]);
            }
            return true;
        });
    }

    void clickButton(String words) throws InterruptedException {
        click("the button “" + words + "”", node -> isButton(node, words), 1, MIDDLE);
    }

    private static boolean isButton(Node node, String words) {
        return node instanceof ButtonBase
                && !node.isDisabled()
                && Eyes.said(node).contains(words);
    }

    /// Clicks at the name of a photo in the queue.
    void clickRow(String photo) throws InterruptedException {
        click("the row of " + photo, node -> Eyes.isRow(node, photo), 1, LEFT);
    }

    void doubleClickRow(String photo) throws InterruptedException {
        click("the row of " + photo, node -> Eyes.isRow(node, photo), 2, LEFT);
    }

    void clickField(String id) throws InterruptedException {
        click("the field " + id, node -> id.equals(node.getId()), 1, MIDDLE);
    }

    /// @param across where on it, from 0 at its left to 1 at its right
    void clickSlider(String words, double across) throws InterruptedException {
        click(
                "the slider “" + words + "”",
                node -> node instanceof Slider && Eyes.said(node).contains(words),
                1,
                across);
    }

    private void click(String what, Predicate<Node> wanted, int times, double across) throws InterruptedException {
        for (var aimed = Point2D.ZERO; !aimed.equals(point(what, wanted, across)); ) {
            aimed = point(what, wanted, across);
            move(what, aimed);
        }
        for (int i = 0; i < times; i++) {
            arrive("a press on " + what, pressed, 1, () -> {
                new Robot().mousePress(MouseButton.PRIMARY);
                return true;
            });
            arrive("a click on " + what, released, 1, () -> {
                new Robot().mouseRelease(MouseButton.PRIMARY);
                return true;
            });
        }
    }

    private Point2D point(String what, Predicate<Node> wanted, double across) throws InterruptedException {
        var there = eyes.place(what, wanted);
        return new Point2D(Math.round(there.getMinX() + across * there.getWidth()), Math.round(there.getCenterY()));
    }

    private void move(String what, Point2D point) throws InterruptedException {
        if (!eyes.now(() -> new Robot().getMousePosition().equals(point))) {
            arrive("the mouse over " + what, moved, 1, () -> {
                new Robot().mouseMove(point);
                return true;
            });
        }
    }
}
