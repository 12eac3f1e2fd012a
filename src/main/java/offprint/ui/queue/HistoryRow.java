package offprint.ui.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import offprint.export.PastBatch;
import offprint.ui.Controls;
import offprint.ui.Texts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// A past batch: recipe and moment, what came of it, where it went, and its two buttons.
final class HistoryRow extends ListCell<PastBatch> {

    private final Label recipe = Controls.nameLabel("history-recipe");
    private final Label moment = Controls.label("history-small", "figures");
    private final Label result = Controls.label("figures");
    private final Label bytes = Controls.label("history-small", "figures");
    private final Label trouble = Controls.label("history-small", "figures");
    private final Label folder = Controls.nameLabel("history-folder");
    private final HBox box = new HBox();

    HistoryRow(Consumer<PastBatch> reveal, Consumer<PastBatch> runAgain) {
        getStyleClass().add("history-row");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        var what = new VBox(recipe, moment);
        what.getStyleClass().add("history-what");
        var second = new HBox(bytes, trouble);
        second.getStyleClass().add("history-second");
        bytes.setMinWidth(USE_PREF_SIZE);
        var outcome = new VBox(result, second);
        outcome.getStyleClass().add("history-outcome");
        for (var lines : new VBox[] {what, outcome}) {
            lines.setAlignment(Pos.CENTER_LEFT);
        }
        HBox.setHgrow(folder, Priority.ALWAYS);
        folder.setMaxWidth(Double.MAX_VALUE);
        box.getStyleClass().add("history-box");
        box.setAlignment(Pos.CENTER_LEFT);
        box.getChildren()
                .addAll(
                        what,
                        outcome,
                        folder,
                        button(Feather.FOLDER, "queue.history.reveal", reveal),
                        button(Feather.ROTATE_CW, "queue.history.again", runAgain));
    }

    private Button button(Feather icon, String textKey, Consumer<PastBatch> action) {
        return Controls.iconButton(icon, textKey, () -> {
            var batch = getItem();
            if (batch != null) {
                action.accept(batch);
            }
        });
    }

    @Override
    protected void updateItem(@Nullable PastBatch batch, boolean empty) {
        super.updateItem(batch, empty);
        if (empty || batch == null) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        recipe.setText(batch.recipe().name());
        moment.setText(Texts.moment(batch.startedAt()));
        result.setText(Texts.get("queue.history.result", batch.photos(), batch.written()));
        bytes.setText(batch.written() == 0 ? "" : Texts.bytes(batch.bytes()));
        Controls.setShown(bytes, batch.written() > 0);
        var troubles = troubles(batch);
        trouble.setText(troubles);
        trouble.getStyleClass().removeAll("red", "quiet");
        trouble.getStyleClass().add(batch.failed() > 0 ? "red" : "quiet");
        Controls.setShown(trouble, !troubles.isEmpty());
        folder.setText(Texts.lastFolders(batch.destination()));
        Controls.tip(result, result.getText());
        Controls.tip(folder, batch.destination().toString());
        setAccessibleText(Texts.get(
                "queue.history.row",
                batch.recipe().name(),
                moment.getText(),
                bytes.getText().isEmpty() ? result.getText() : Texts.list(List.of(result.getText(), bytes.getText())),
                troubles,
                batch.destination()));
        setGraphic(box);
    }

    private static String troubles(PastBatch batch) {
        var parts = new ArrayList<String>();
        part(parts, "queue.failed", batch.failed());
        part(parts, "queue.cancelled", batch.cancelled());
        part(parts, "queue.history.skipped", batch.skipped());
        return String.join(" · ", parts);
    }

    private static void part(List<String> parts, String textKey, int files) {
        if (files > 0) {
            parts.add(Texts.get(textKey, Texts.count(files)));
        }
    }
}
