package offprint.ui.library;

import javafx.geometry.NodeOrientation;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// What the keyboard does in the grid.
record GridKeys(PhotoGrid grid) {

    void onKey(KeyEvent event) {
        int end = grid.photos().shown().size();
        boolean known = true;
        switch (event.getCode()) {
            case LEFT -> move(-toTheRight(), event);
            case RIGHT -> move(toTheRight(), event);
            case UP -> moveLines(-1, event);
            case DOWN -> moveLines(1, event);
            case PAGE_UP -> moveLines(-grid.linesOnScreen(), event);
            case PAGE_DOWN -> moveLines(grid.linesOnScreen(), event);
            case HOME -> move(-end, event);
            case END -> move(end, event);
            case DELETE, BACK_SPACE -> grid.removeSelected();
            default -> known = event.getCode() == KeyCode.A && event.isShortcutDown() && selected(event);
        }
        if (known) {
            event.consume();
        }
    }

    /// How many places on the photo to the right of one is.
    private int toTheRight() {
        return grid.getEffectiveNodeOrientation() == NodeOrientation.RIGHT_TO_LEFT ? -1 : 1;
    }

    private boolean selected(KeyEvent event) {
        if (event.isShiftDown()) {
            grid.selectGroup();
        } else {
            grid.selectAll();
        }
        return true;
    }

    /// Up and down keep the column.
    private void moveLines(int lines, KeyEvent event) {
        var from = grid.selection().leadPlace();
        move(from.isEmpty() ? 0 : grid.plan().moved(from.getAsInt(), lines) - from.getAsInt(), event);
    }

    private void move(int by, KeyEvent event) {
        grid.move(by, event.isShiftDown() ? GridSelection.Move.EXTEND : GridSelection.Move.SELECT);
    }
}
