package offprint.ui.queue;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import offprint.ui.Command;
import offprint.ui.Texts;

/// The menu of the matrix's rows: all that the keys can do, with the keys. Made when it is first asked for.
final class MatrixMenu {

    private final Matrix matrix;
    private final ContextMenu menu = new ContextMenu();
    private final MenuItem cancelVariant;
    private final MenuItem cancelPhotos;
    private final MenuItem toFront;
    private final MenuItem retry;
    private final MenuItem reveal;

    private MatrixMenu(Matrix matrix, QueueActions actions) {
        this.matrix = matrix;
        cancelVariant = item("queue.menu.cancelVariant", "key.esc", matrix::cancelChosen);
        cancelPhotos = item("queue.menu.cancelPhotos", "key.esc", () -> matrix.cancelPhotos(matrix.chosen()));
        toFront = item("queue.tool.toFront", "key.home", matrix::moveChosenToFront);
        retry = item("queue.menu.retry", "key.r", matrix::retryChosen);
        reveal = item(
                "row.reveal",
                "key.enter",
                () -> matrix.chosen().stream().findFirst().ifPresent(matrix::reveal));
        menu.getItems()
                .addAll(
                        cancelVariant,
                        cancelPhotos,
                        toFront,
                        retry,
                        reveal,
                        new SeparatorMenuItem(),
                        item("queue.tool.finish", "key.f", actions::cancelWaiting),
                        plain("command.cancel_all", Command.CANCEL_ALL.keysText(), actions::cancelAll));
    }

    static void install(ListView<QueueRow> list, Matrix matrix, QueueActions actions) {
        var made = new MatrixMenu[1];
        list.setOnContextMenuRequested(event -> {
            if (matrix.chosen().isEmpty()) {
                return;
            }
            if (made[0] == null) {
                made[0] = new MatrixMenu(matrix, actions);
            }
            made[0].prepare();
            made[0].menu.show(list, event.getScreenX(), event.getScreenY());
            event.consume();
        });
    }

    private void prepare() {
        var chosen = matrix.chosen();
        var first = chosen.getFirst();
        boolean oneCell = chosen.size() == 1 && matrix.leadVariant() >= 0;
        cancelVariant.setVisible(
                oneCell && matrix.cell(first, matrix.leadVariant()).canBeCancelled());
        cancelPhotos.setVisible(chosen.stream().anyMatch(QueueRow::canBeCancelled));
        cancelPhotos.setText(Texts.get("queue.menu.cancelPhotos", chosen.size()));
        toFront.setVisible(chosen.stream().anyMatch(QueueRow::isWaiting));
        retry.setVisible(chosen.stream().anyMatch(QueueRow::canBeRetried));
        reveal.setVisible(chosen.stream().anyMatch(row -> !row.writtenFiles().isEmpty()));
    }

    private static MenuItem item(String textKey, String keyTextKey, Runnable action) {
        return plain(textKey, Texts.get(keyTextKey), action);
    }

    private static MenuItem plain(String textKey, String keys, Runnable action) {
        var item = new MenuItem(Texts.get("menu.withKeys", Texts.get(textKey, 1), keys));
        item.setOnAction(ignored -> action.run());
        return item;
    }
}
