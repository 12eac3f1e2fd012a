package offprint.ui.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import offprint.ui.Controls;
import offprint.ui.Texts;
import org.kordamp.ikonli.feather.Feather;

/// The heads of the matrix's columns; some sort it. Goes sideways with the rows.
final class MatrixHead extends Region {

    private static final double HEIGHT_PX = 32;

    private final Button name;
    private final Button state;
    private final Button time;
    private final List<Label> variants = new ArrayList<>();
    private MatrixColumns columns = MatrixColumns.fitting(0, 0);
    private double offsetPx;

    MatrixHead(Consumer<QueueOrder.Key> sort) {
        getStyleClass().add("matrix-head");
        name = button("queue.column.photo", "queue.sort.name", () -> sort.accept(QueueOrder.Key.NAME));
        state = button("queue.column.detail", "queue.sort.state", () -> sort.accept(QueueOrder.Key.STATE));
        time = button("queue.column.time", "queue.sort.time", () -> sort.accept(QueueOrder.Key.TIME));
        getChildren().addAll(name, state, time);
        setMinHeight(HEIGHT_PX);
        setPrefHeight(HEIGHT_PX);
        var clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
    }

    private static Button button(String textKey, String tipKey, Runnable action) {
        var button = Controls.textButton(textKey, action);
        Controls.describe(button, Texts.get(tipKey));
        button.getStyleClass().addAll("flat", "head-button");
        button.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
        return button;
    }

    /// How far the rows have been scrolled to the right.
    void setOffset(double px) {
        if (px != offsetPx) {
            offsetPx = px;
            requestLayout();
        }
    }

    void show(List<String> names, MatrixColumns widths, QueueOrder order) {
        columns = widths;
        while (variants.size() < names.size()) {
            var label = Controls.label("head-label");
            variants.add(label);
            getChildren().add(label);
        }
        while (variants.size() > names.size()) {
            getChildren().remove(variants.removeLast());
        }
        for (int i = 0; i < names.size(); i++) {
            Controls.setText(variants.get(i), names.get(i));
        }
        mark(name, order, QueueOrder.Key.NAME);
        mark(state, order, QueueOrder.Key.STATE);
        mark(time, order, QueueOrder.Key.TIME);
        requestLayout();
    }

    private static void mark(Button button, QueueOrder order, QueueOrder.Key key) {
        if (order.by() != key) {
            button.setGraphic(null);
        } else {
            Controls.setIcon(
                    button, order.direction() == QueueOrder.Direction.UP ? Feather.CHEVRON_UP : Feather.CHEVRON_DOWN);
        }
    }

    @Override
    protected void layoutChildren() {
        double height = getHeight();
        place(name, 8, columns.namePx() - 8, height);
        for (int i = 0; i < variants.size(); i++) {
            variants.get(i).resizeRelocate(columns.variantX(i) + 8 - offsetPx, 0, columns.variantPx() - 16, height);
        }
        double right = columns.totalPx();
        double timePx = snapSizeX(time.prefWidth(-1));
        place(state, columns.detailX(), columns.detailPx() - timePx - 16, height);
        place(time, right - timePx - 8, timePx, height);
    }

    private void place(Button button, double x, double room, double height) {
        button.resizeRelocate(x - offsetPx, 0, Math.min(Math.max(0, room), snapSizeX(button.prefWidth(-1))), height);
    }
}
