package offprint.ui.queue;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import offprint.export.PhotoProgress;
import offprint.ui.Controls;
import offprint.ui.EngineFacts;
import offprint.ui.Texts;

/// The expanded queue: a lane a worker, and the matrix of photos and variants.
public final class QueuePanel extends VBox {

    private static final double ROW_PX = 40;
    private static final double LANE_PX = 32;
    private static final double SCROLL_BAR_PX = 16;
    private static final double LANE_GAP_PX = 8;
    private static final int LANES_SEEN = 4;

    private final QueueViewModel model;
    private final QueueActions actions;
    private final ObservableList<QueueRow> rows = FXCollections.observableArrayList();
    private final TableView<QueueRow> table = new TableView<>(rows);
    private final VBox lanes = new VBox();
    private final ScrollPane laneScroll = new ScrollPane(lanes);
    private final List<LaneView> laneViews = new ArrayList<>();
    private final Label machine = Controls.label("queue-machine", "figures");
    private final Button retryFailed;
    private List<String> columnNames = List.of();

    public QueuePanel(QueueViewModel model, QueueActions actions, ObservableValue<EngineFacts> facts) {
        this.model = model;
        this.actions = actions;
        getStyleClass().add("queue-panel");
        setAccessibleRole(AccessibleRole.PARENT);
        setAccessibleText(Texts.get("queue.title"));
        retryFailed = Controls.textButton("queue.retryFailed", actions::retryFailed);
        Controls.describe(retryFailed, Texts.get("queue.retryFailed.tip"));
        retryFailed.getStyleClass().addAll("small", "flat");
        Controls.setShown(retryFailed, false);
        var title = Controls.label("section-title");
        title.setText(Texts.get("queue.title"));
        var engine = Controls.label("queue-machine");
        engine.textProperty().bind(facts.map(EngineFacts::text));
        engine.setMinWidth(0);
        machine.setMinWidth(0);
        var header = new HBox(title, Controls.spacer(), engine, machine, retryFailed);
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("queue-header");
        buildTable();
        lanes.getStyleClass().add("lanes");
        laneScroll.setFitToWidth(true);
        laneScroll.setFocusTraversable(false);
        laneScroll.getStyleClass().addAll("lane-scroll", "edge-to-edge");
        getChildren().addAll(header, laneScroll, table);
        VBox.setVgrow(table, Priority.ALWAYS);
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    }

    private void buildTable() {
        table.setFixedCellSize(ROW_PX);
        table.getStyleClass().addAll("queue-table", "edge-to-edge");
        table.setAccessibleText(Texts.get("queue.table"));
        table.widthProperty().addListener((property, before, now) -> choosePolicy());
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        var empty = Controls.label("quiet");
        empty.setText(Texts.get("queue.empty"));
        table.setPlaceholder(empty);
        rebuildColumns(List.of());
    }

    private void rebuildColumns(List<String> names) {
        columnNames = names;
        var columns = new ArrayList<TableColumn<QueueRow, ?>>();
        var photo = column(Texts.get("queue.column.photo"), 160);
        photo.getStyleClass().add("photo-column");
        photo.setMaxWidth(280);
        photo.setCellFactory(ignored -> new NameCell());
        columns.add(photo);
        for (int i = 0; i < names.size(); i++) {
            int variant = i;
            var column = column(names.get(i), 144);
            column.setMaxWidth(176);
            column.setCellFactory(ignored -> new VariantCell(variant, actions));
            columns.add(column);
        }
        var detail = column(Texts.get("queue.column.detail"), 168);
        detail.setCellFactory(ignored -> new DetailCell());
        columns.add(detail);
        var buttons = column("", 104);
        buttons.setMinWidth(104);
        buttons.setMaxWidth(104);
        buttons.setCellFactory(ignored -> new ActionsCell(actions));
        columns.add(buttons);
        table.getColumns().setAll(columns);
        choosePolicy();
    }

    /// Fills the width when the columns fit, and scrolls when they don't: nothing is squeezed beyond reading.
    private void choosePolicy() {
        double needed = table.getColumns().stream()
                .mapToDouble(TableColumn::getMinWidth)
                .sum();
        table.setColumnResizePolicy(
                table.getWidth() > needed + SCROLL_BAR_PX
                        ? TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN
                        : TableView.UNCONSTRAINED_RESIZE_POLICY);
    }

    private static TableColumn<QueueRow, PhotoProgress> column(String title, double widthPx) {
        var column = new TableColumn<QueueRow, PhotoProgress>(title);
        column.setPrefWidth(widthPx);
        column.setMinWidth(widthPx);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> row.getValue().progressProperty());
        return column;
    }

    /// Shows the newest state; only the rows that changed are touched.
    public void update(List<PhotoProgress> changed) {
        var added = new ArrayList<QueueRow>();
        for (var progress : changed) {
            if (progress.row() < rows.size()) {
                rows.get(progress.row()).set(progress);
            } else {
                added.add(new QueueRow(progress));
            }
        }
        if (!added.isEmpty()) {
            rows.addAll(added);
            var names = model.columns();
            if (!names.equals(columnNames)) {
                rebuildColumns(names);
            }
        }
        showLanes();
        Controls.setText(machine, model.machineText());
        Controls.setShown(retryFailed, model.totals().failed() > 0);
    }

    private void showLanes() {
        var shown = model.lanes();
        laneScroll.setMinHeight(Math.min(LANES_SEEN, shown.size()) * LANE_PX + LANE_GAP_PX);
        while (laneViews.size() < shown.size()) {
            laneViews.add(new LaneView(actions::cancelPhoto));
            lanes.getChildren().setAll(laneViews);
        }
        while (laneViews.size() > shown.size()) {
            laneViews.removeLast();
            lanes.getChildren().setAll(laneViews);
        }
        for (int i = 0; i < shown.size(); i++) {
            laneViews.get(i).show(shown.get(i));
        }
    }

    private void onKey(KeyEvent event) {
        boolean onButton = event.getTarget() instanceof Button;
        if (event.getCode() == KeyCode.SPACE && !onButton) {
            actions.togglePause();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && !event.isShortcutDown()) {
            cancelSelected();
            event.consume();
        } else if (event.getCode() == KeyCode.R && !event.isShortcutDown()) {
            retrySelected();
            event.consume();
        }
    }

    /// Asks every selected photo to stop.
    public void cancelSelected() {
        for (var row : List.copyOf(table.getSelectionModel().getSelectedItems())) {
            if (!row.progress().state().isFinal()) {
                actions.cancelPhoto(row.progress().row());
            }
        }
    }

    /// Runs the failed and cancelled ones of the selected photos again, or every failed one when none is selected.
    public void retrySelected() {
        var chosen = table.getSelectionModel().getSelectedItems().stream()
                .map(QueueRow::progress)
                .filter(progress -> progress.state().isFinal() && progress.state() != PhotoProgress.State.DONE)
                .map(PhotoProgress::row)
                .toList();
        if (chosen.isEmpty()) {
            actions.retryFailed();
        } else {
            actions.retry(chosen);
        }
    }

    /// The matrix, for tests and for the benchmark's scrolling.
    public TableView<?> table() {
        return table;
    }
}
