package offprint.ui.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import offprint.export.PhotoProgress;
import offprint.ui.Controls;
import offprint.ui.DragOut;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// One row of the matrix; only rows on screen exist. Its buttons exist only once the row has been pointed at or chosen.
final class MatrixRow extends ListCell<QueueRow> {

    private static final PseudoClass AMBER = PseudoClass.getPseudoClass("amber");
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
    private static final PseudoClass POINTED = PseudoClass.getPseudoClass("pointed");
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass LEAD = PseudoClass.getPseudoClass("lead");
    private static final double EDGE_PX = 16;
    private static final double GAP_PX = 8;
    private static final double CANCEL_PX = 24;

    /// Below that the reason of a failure needs all of it.
    private static final double ROOM_FOR_TIME_PX = 320;

    private final Matrix matrix;
    private final Region ground = new Region();
    private final Strip strip = new Strip();
    private final Label name = Controls.nameLabel("row-name");
    private final Label message = Controls.label("detail-message");
    private final Label remedy = Controls.label("detail-remedy");
    private final Label time = Controls.label("detail-time", "figures");
    private final List<VariantView> variants = new ArrayList<>();
    private Optional<Buttons> buttons = Optional.empty();
    private int pointedAt = -1;
    private Optional<Look> shown = Optional.empty();

    /// All that a row's look depends on: while it is the same nothing is worked out again.
    ///
    /// @param offered whether its buttons are
    /// @param lead the variant that the keys mean; -1 for none
    private record Look(
            PhotoProgress progress,
            MatrixColumns columns,
            Story.Waits waits,
            boolean offered,
            int pointedAt,
            int lead) {}

    MatrixRow(Matrix matrix) {
        this.matrix = matrix;
        // Not a cell for the style sheets: whatever changes the look of a cell has all that is in it looked up again.
        // Its ground alone says that it is pointed at or chosen.
        getStyleClass().setAll("matrix-row");
        ground.getStyleClass().add("row-ground");
        ground.setMouseTransparent(true);
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        message.setMinWidth(0);
        remedy.setMinWidth(0);
        strip.getChildren().addAll(ground, name, message, remedy, time);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        addEventHandler(
                MouseEvent.MOUSE_MOVED, event -> pointAt(matrix.columns().variantAt(event.getX())));
        addEventHandler(MouseEvent.MOUSE_EXITED, event -> pointAt(-1));
        hoverProperty().addListener((property, before, now) -> {
            ground.pseudoClassStateChanged(POINTED, now);
            refresh();
        });
        selectedProperty().addListener((property, before, now) -> {
            ground.pseudoClassStateChanged(SELECTED, now);
            refresh();
        });
        focusedProperty().addListener((property, before, now) -> ground.pseudoClassStateChanged(LEAD, now));
        DragOut.install(this, () -> getItem() == null ? List.of() : matrix.filesToDrag(getItem()));
    }

    /// Buttons of the row, and the one that cancels the variant pointed at.
    private final class Buttons {
        private final Button retry = Controls.iconButton(Feather.ROTATE_CW, "row.retry", () -> matrix.retry(getItem()));
        private final Button reveal = Controls.iconButton(Feather.FOLDER, "row.reveal", () -> matrix.reveal(getItem()));
        private final Button cancel = Controls.iconButton(Feather.X, "row.cancel", () -> matrix.cancel(getItem(), -1));
        private final Button cancelVariant =
                Controls.iconButton(Feather.X, "cell.cancel", () -> matrix.cancel(getItem(), cancelled()));
        private final HBox ofRow = new HBox(retry, reveal, cancel);

        Buttons() {
            ofRow.setAlignment(Pos.CENTER_RIGHT);
            for (var button : List.of(retry, reveal, cancel, cancelVariant)) {
                button.setFocusTraversable(false); // the keys of the row do the same
            }
            cancelVariant.getStyleClass().add("cancel-variant");
            strip.getChildren().addAll(ofRow, cancelVariant);
        }

        private void show(QueueRow row, boolean offered) {
            Controls.setShown(retry, row.hasFailed() || (offered && row.canBeRetried()));
            Controls.setShown(reveal, offered && !row.writtenFiles().isEmpty());
            Controls.setShown(cancel, offered && row.canBeCancelled());
            cancelVariant.setVisible(offered
                    && cancelled() >= 0
                    && variants.get(cancelled()).shown().canBeCancelled());
        }

        private double widthPx() {
            return ofRow.getChildren().stream()
                            .filter(Region.class::isInstance)
                            .filter(child -> child.isManaged())
                            .count()
                    * 32.0;
        }
    }

    /// The variant that the small button is about: the one pointed at, else the one that the keys mean.
    private int cancelled() {
        int variant = pointedAt >= 0 ? pointedAt : isSelected() ? matrix.leadVariant() : -1;
        return variant < variants.size() ? variant : -1;
    }

    private void pointAt(int variant) {
        if (variant != pointedAt) {
            pointedAt = variant;
            refresh();
        }
    }

    private void pressed(MouseEvent event) {
        if (getItem() != null) {
            matrix.setLeadVariant(matrix.columns().variantAt(event.getX()));
        }
    }

    private void clicked(MouseEvent event) {
        if (getItem() != null && event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            matrix.reveal(getItem());
        }
    }

    @Override
    protected void updateItem(@Nullable QueueRow item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            return;
        }
        if (getGraphic() == null) {
            setGraphic(strip);
        }
        refresh();
    }

    /// Shows the newest state.
    void refresh() {
        var row = getItem();
        if (row == null || isEmpty()) {
            return;
        }
        boolean isLead = isSelected() && matrix.isFocusedRow(getIndex());
        var look = new Look(
                row.progress(),
                matrix.columns(),
                matrix.waits(row),
                isHover() || isSelected(),
                pointedAt,
                isLead ? matrix.leadVariant() : -1);
        if (matrix.isFinishing(row) || shown.filter(look::equals).isEmpty()) {
            shown = Optional.of(look);
            show(row, look);
        }
    }

    private void show(QueueRow row, Look look) {
        while (variants.size() < look.columns().variants()) {
            var variant = new VariantView();
            variants.add(variant);
            strip.getChildren().add(variants.size(), variant);
        }
        while (variants.size() > look.columns().variants()) {
            strip.getChildren().remove(variants.removeLast());
        }
        Controls.setText(name, row.name());
        for (int i = 0; i < variants.size(); i++) {
            variants.get(i).show(matrix.cell(row, i));
            variants.get(i).setLead(look.lead() == i);
        }
        showStory(row, Story.of(look.progress(), look.waits()));
        if (buttons.isEmpty() && (look.offered() || row.hasFailed())) {
            buttons = Optional.of(new Buttons());
        }
        buttons.ifPresent(there -> there.show(row, look.offered()));
        strip.requestLayout();
    }

    private void showStory(QueueRow row, Story story) {
        Controls.setText(message, story.text());
        Controls.setText(remedy, story.remedy());
        remedy.setVisible(!story.remedy().isEmpty());
        Controls.setText(time, story.time());
        boolean hasRoom = story.remedy().isEmpty() || matrix.columns().detailPx() >= ROOM_FOR_TIME_PX;
        time.setVisible(hasRoom && !story.time().isEmpty());
        message.pseudoClassStateChanged(AMBER, story.tone() == Story.Tone.AMBER);
        message.pseudoClassStateChanged(FAILED, story.tone() == Story.Tone.FAILED);
        if (isHover()) {
            Controls.tip(this, tipText(row, story));
        }
    }

    /// The row is put into words only for who listens.
    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        var row = getItem();
        return attribute == AccessibleAttribute.TEXT && row != null
                ? matrix.spoken(row)
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    private String tipText(QueueRow row, Story story) {
        if (pointedAt >= 0 && pointedAt < variants.size()) {
            return variants.get(pointedAt).shown().detail();
        }
        var file = row.progress().planned().photo().file().toString();
        return story.whole().isEmpty() ? file : file + "\n" + story.whole();
    }

    /// Lays the parts of a row below the heads of their columns.
    private final class Strip extends Pane {

        Strip() {
            getStyleClass().add("matrix-strip");
        }

        @Override
        protected double computePrefWidth(double height) {
            return matrix.columns().totalPx();
        }

        @Override
        protected double computeMinWidth(double height) {
            return matrix.columns().totalPx();
        }

        @Override
        protected void layoutChildren() {
            var columns = matrix.columns();
            double height = getHeight();
            ground.resizeRelocate(-getLayoutX(), 0, MatrixRow.this.getWidth(), height);
            layoutInArea(name, EDGE_PX, 0, columns.namePx() - EDGE_PX - GAP_PX, height, 0, HPos.LEFT, VPos.CENTER);
            for (int i = 0; i < variants.size(); i++) {
                variants.get(i).resizeRelocate(columns.variantX(i), 0, columns.variantPx(), height);
            }
            double taken = buttons.map(Buttons::widthPx).orElse(0.0);
            double timePx = time.isVisible() ? snapSizeX(time.prefWidth(-1)) : 0;
            double timeX = columns.totalPx() - EDGE_PX - taken - timePx;
            layoutInArea(time, timeX, 0, timePx, height, 0, HPos.RIGHT, VPos.CENTER);
            double room = timeX - (time.isVisible() ? GAP_PX : -GAP_PX) - columns.detailX() - GAP_PX;
            layoutStory(columns.detailX() + GAP_PX, Math.max(0, room), height);
            buttons.ifPresent(there -> {
                there.ofRow.resizeRelocate(columns.totalPx() - GAP_PX - taken, (height - 32) / 2, taken, 32);
                double right = columns.variantX(Math.max(0, cancelled()) + 1);
                there.cancelVariant.resizeRelocate(
                        right - CANCEL_PX - 4, (height - CANCEL_PX) / 2, CANCEL_PX, CANCEL_PX);
            });
        }

        private void layoutStory(double left, double width, double height) {
            double first = snapSizeY(message.prefHeight(-1));
            double second = remedy.isVisible() ? snapSizeY(remedy.prefHeight(-1)) : 0;
            double top = snapPositionY((height - first - second) / 2);
            message.resizeRelocate(left, top, width, first);
            remedy.resizeRelocate(left, top + first, width, second);
        }
    }
}
