package offprint.ui.queue;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import offprint.export.PastBatch;
import offprint.ui.Controls;
import offprint.ui.Texts;

/// Batches of the past, the newest first. Read by a worker each time it is shown.
final class HistoryPane extends VBox {

    private static final double ROW_PX = 48;

    private final QueueActions actions;
    private final ObservableList<PastBatch> batches = FXCollections.observableArrayList();
    private final ListView<PastBatch> list = new ListView<>(batches);

    HistoryPane(QueueActions actions) {
        this.actions = actions;
        getStyleClass().add("history");
        list.setFixedCellSize(ROW_PX);
        list.getStyleClass().addAll("history-list", "edge-to-edge");
        list.setAccessibleRole(AccessibleRole.LIST_VIEW);
        list.setAccessibleText(Texts.get("queue.history.spoken"));
        list.setCellFactory(ignored -> new HistoryRow(this::reveal, actions::runAgain));
        var empty = Controls.label("quiet");
        empty.setText(Texts.get("queue.history.empty"));
        list.setPlaceholder(empty);
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().add(list);
    }

    ListView<PastBatch> list() {
        return list;
    }

    void load() {
        actions.history(this::show);
    }

    private void show(List<PastBatch> newestFirst) {
        if (!newestFirst.equals(batches)) {
            int chosen = list.getSelectionModel().getSelectedIndex();
            batches.setAll(newestFirst);
            list.getSelectionModel().select(Math.min(chosen, newestFirst.size() - 1));
        }
    }

    /// Where nothing was written, the folder that it would have gone to.
    private void reveal(PastBatch batch) {
        actions.reveal(batch.firstFile().orElse(batch.destination()));
    }

    /// @return whether the key means something here
    boolean onKey(KeyEvent event) {
        var chosen = list.getSelectionModel().getSelectedItem();
        if (event.getTarget() instanceof ButtonBase) {
            return false;
        }
        if (chosen == null) {
            return beginChoosing(event.getCode());
        }
        return switch (event.getCode()) {
            case ENTER -> {
                reveal(chosen);
                yield true;
            }
            case R -> {
                actions.runAgain(chosen);
                yield true;
            }
            default -> false;
        };
    }

    /// Where nothing is chosen the arrows begin at the newest, which a list by itself would step over.
    private boolean beginChoosing(KeyCode key) {
        boolean begins = (key == KeyCode.UP || key == KeyCode.DOWN) && !batches.isEmpty();
        if (begins) {
            list.getSelectionModel().select(0);
        }
        return begins;
    }
}
