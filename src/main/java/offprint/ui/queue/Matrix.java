package offprint.ui.queue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.SelectionMode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import offprint.ui.Controls;
import offprint.ui.Texts;

/// Photos × variants. Rows are virtual: with 10 000 photos there are only as many as fit the screen, and each is one
/// light strip of labels.
final class Matrix extends VBox {

    static final double ROW_PX = 40;
    private static final double SCROLL_BAR_PX = 16;

    /// Until the screen is full each new row makes a new strip of labels, and the first strips of a process are slow to
    /// make. So many rows come one a pulse.
    private static final int FIRST_ROWS = 24;

    private final QueueViewModel model;
    private final QueueActions actions;
    private final List<QueueRow> asAdded = new ArrayList<>();
    private final ObservableList<QueueRow> rows = FXCollections.observableArrayList();
    private final ListView<QueueRow> list = new ListView<>(rows);
    private final MatrixHead head = new MatrixHead(this::sort);
    private final Set<MatrixRow> liveRows = Collections.newSetFromMap(new WeakHashMap<>());
    private MatrixColumns columns = MatrixColumns.fitting(0, 0);
    private List<String> names = List.of();
    private QueueOrder order = QueueOrder.ADDED;
    private int leadVariant = -1;

    Matrix(QueueViewModel model, QueueActions actions) {
        this.model = model;
        this.actions = actions;
        getStyleClass().add("matrix");
        list.setFixedCellSize(ROW_PX);
        list.getStyleClass().addAll("queue-table", "edge-to-edge");
        list.setAccessibleRole(AccessibleRole.LIST_VIEW);
        list.setAccessibleText(Texts.get("queue.table"));
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setCellFactory(ignored -> {
            var row = new MatrixRow(this);
            liveRows.add(row);
            return row;
        });
        list.widthProperty().addListener((property, before, now) -> fitColumns());
        list.skinProperty().addListener((property, before, now) -> followSideways());
        list.getFocusModel().focusedIndexProperty().addListener((property, before, now) -> refresh());
        var empty = Controls.label("quiet");
        empty.setText(Texts.get("queue.empty"));
        list.setPlaceholder(empty);
        MatrixMenu.install(list, this, actions);
        getChildren().addAll(head, list);
        VBox.setVgrow(list, Priority.ALWAYS);
        Controls.setShown(head, false);
    }

    private void followSideways() {
        list.lookupAll(".scroll-bar").stream()
                .filter(ScrollBar.class::isInstance)
                .map(ScrollBar.class::cast)
                .filter(bar -> bar.getOrientation() == Orientation.HORIZONTAL)
                .forEach(bar -> bar.valueProperty()
                        .addListener(
                                (property, before, now) -> head.setOffset(bar.isVisible() ? now.doubleValue() : 0)));
    }

    private void fitColumns() {
        var fitting = MatrixColumns.fitting(Math.max(0, list.getWidth() - SCROLL_BAR_PX), names.size());
        if (!fitting.equals(columns)) {
            columns = fitting;
            head.show(names, columns, order);
            refresh();
        }
    }

    /// Shows the newest states; of very many new rows some come with the next calls.
    void update() {
        int from = asAdded.size();
        int atOnce = from < FIRST_ROWS ? 1 : QueueViewModel.AT_ONCE;
        int to = Math.min(model.rows().size(), from + atOnce);
        for (int number = from; number < to; number++) {
            asAdded.add(new QueueRow(model.rows(), number));
        }
        if (to > from) {
            Controls.setShown(head, true);
            if (!model.columns().equals(names)) {
                names = model.columns();
                fitColumns();
            }
            if (order.isAsAdded()) {
                rows.addAll(asAdded.subList(from, to));
            } else {
                arrange();
            }
        }
        refresh();
    }

    /// A row that nobody sees, so that its first layout is behind us.
    void showSample() {
        names = List.of("", "", "");
        fitColumns();
        rows.setAll(new QueueRow(List.of(WarmUp.SAMPLE), 0));
    }

    void clearSample() {
        rows.setAll(order.sorted(asAdded));
        names = asAdded.isEmpty() ? List.of() : model.columns();
        fitColumns();
    }

    /// Whether rows are still to be added.
    boolean isBehind() {
        return asAdded.size() < model.rows().size();
    }

    private void refresh() {
        liveRows.forEach(MatrixRow::refresh);
    }

    void sort(QueueOrder.Key key) {
        order = order.clicked(key);
        head.show(names, columns, order);
        arrange();
    }

    /// Puts the rows in order; what was chosen stays chosen.
    private void arrange() {
        var selection = list.getSelectionModel();
        var chosen = Set.copyOf(selection.getSelectedItems());
        selection.clearSelection();
        rows.setAll(order.sorted(asAdded));
        if (!chosen.isEmpty()) {
            var indices = new ArrayList<Integer>();
            for (int i = 0; i < rows.size(); i++) {
                if (chosen.contains(rows.get(i))) {
                    indices.add(i);
                }
            }
            int first = indices.removeFirst();
            selection.selectIndices(
                    first, indices.stream().mapToInt(Integer::intValue).toArray());
        }
    }

    // ---- what rows ask

    MatrixColumns columns() {
        return columns;
    }

    CellView cell(QueueRow row, int variant) {
        return CellView.of(row.progress(), variant, model.finishing(row.progress(), variant));
    }

    Story.Waits waits(QueueRow row) {
        return Story.Waits.of(row.progress(), model);
    }

    /// Whether an encoder of the photo is silent, so that the row changes by the clock.
    boolean isFinishing(QueueRow row) {
        return model.isFinishing(row.number());
    }

    /// The whole row for the ear; of a cell that the keys mean, only that.
    String spoken(QueueRow row) {
        var story = Story.of(row.progress(), waits(row));
        var cells = new ArrayList<String>();
        for (int i = 0; i < names.size(); i++) {
            if (leadVariant < 0 || leadVariant == i) {
                cells.add(Texts.get(
                        "queue.spoken.cell", names.get(i), cell(row, i).detail()));
            }
        }
        return Texts.get("queue.spoken.row", row.name(), story.whole(), String.join(", ", cells));
    }

    boolean isFocusedRow(int index) {
        return list.getFocusModel().getFocusedIndex() == index;
    }

    int leadVariant() {
        return leadVariant;
    }

    /// Which cell of the chosen row the keys mean; -1: the photo as a whole.
    void setLeadVariant(int variant) {
        leadVariant = Math.clamp(variant, -1, names.size() - 1);
        refresh();
    }

    /// @param columnsToTheRight on the screen, which is to the left in the order where the window is mirrored
    void moveLead(int columnsToTheRight) {
        boolean mirrored = getEffectiveNodeOrientation() == NodeOrientation.RIGHT_TO_LEFT;
        setLeadVariant(leadVariant + (mirrored ? -columnsToTheRight : columnsToTheRight));
    }

    // ---- what can be done

    List<QueueRow> chosen() {
        return List.copyOf(list.getSelectionModel().getSelectedItems());
    }

    /// Where nothing is chosen the arrows begin at the first row, which a list by itself would step over.
    ///
    /// @return whether they did
    boolean beginChoosing() {
        boolean begins = chosen().isEmpty() && !rows.isEmpty();
        if (begins) {
            list.getSelectionModel().clearAndSelect(0);
            list.scrollTo(0);
        }
        return begins;
    }

    /// One variant, if the keys mean one of a single row; else all that is chosen.
    void cancelChosen() {
        var chosen = chosen();
        if (chosen.size() == 1 && leadVariant >= 0) {
            cancel(chosen.getFirst(), leadVariant);
        } else if (!chosen.isEmpty()) {
            cancelPhotos(chosen);
        }
    }

    void cancelPhotos(List<QueueRow> chosen) {
        var open = chosen.stream()
                .filter(QueueRow::canBeCancelled)
                .map(QueueRow::number)
                .toList();
        if (!open.isEmpty()) {
            actions.cancelPhotos(open);
        }
    }

    /// @param variant -1 for the photo
    void cancel(QueueRow row, int variant) {
        if (variant < 0) {
            cancelPhotos(List.of(row));
        } else if (cell(row, variant).canBeCancelled()) {
            actions.cancelVariant(row.number(), variant);
        }
    }

    /// The failed and cancelled ones of the chosen photos; every failed one when nothing is chosen.
    void retryChosen() {
        var again = chosen().stream()
                .filter(QueueRow::canBeRetried)
                .map(QueueRow::number)
                .toList();
        if (!again.isEmpty()) {
            actions.retry(again);
        } else if (chosen().isEmpty()) {
            actions.retryFailed();
        }
    }

    void retry(QueueRow row) {
        actions.retry(List.of(row.number()));
    }

    /// @return whether any of the chosen photos waits
    boolean moveChosenToFront() {
        var waiting = chosen().stream()
                .filter(QueueRow::isWaiting)
                .map(QueueRow::number)
                .toList();
        if (!waiting.isEmpty()) {
            actions.moveToFront(waiting);
        }
        return !waiting.isEmpty();
    }

    /// Shows the file of the cell that the keys mean, or the first one of the photo.
    void reveal(QueueRow row) {
        row.writtenFiles().stream().findFirst().ifPresent(actions::reveal);
    }

    /// What was written of the chosen rows, or of this one if it is not among them.
    List<Path> filesToDrag(QueueRow from) {
        var chosen = chosen();
        var rowsMeant = chosen.contains(from) ? chosen : List.of(from);
        return rowsMeant.stream().flatMap(row -> row.writtenFiles().stream()).toList();
    }

    ListView<QueueRow> list() {
        return list;
    }
}
