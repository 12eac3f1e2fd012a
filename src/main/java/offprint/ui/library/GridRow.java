package offprint.ui.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import offprint.ui.DragOut;
import offprint.ui.Texts;
import org.jspecify.annotations.Nullable;

/// One row of the grid; only rows on screen exist.
final class GridRow extends ListCell<Integer> {

    private final PhotoGrid grid;
    private final ThumbnailLoader loader;
    private final HBox box = new HBox();
    private final List<PhotoTile> tiles = new ArrayList<>();

    GridRow(PhotoGrid grid, ThumbnailLoader loader) {
        this.grid = grid;
        this.loader = loader;
        getStyleClass().add("grid-row");
        box.getStyleClass().add("grid-row-box");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        addEventFilter(MouseEvent.MOUSE_PRESSED, ignored -> grid.takeFocus());
    }

    List<PhotoTile> tiles() {
        return tiles;
    }

    /// The names of its photos, for who listens only.
    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT
                ? Texts.list(tiles.stream()
                        .flatMap(tile -> tile.item().stream())
                        .map(PhotoItem::name)
                        .toList())
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    @Override
    protected void updateItem(@Nullable Integer row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            tiles.forEach(tile -> tile.show(Optional.empty(), 0));
            setGraphic(null);
            return;
        }
        fit(grid.columns(), grid.boxPx());
        var shown = grid.photos().shown();
        for (int column = 0; column < tiles.size(); column++) {
            int index = row * grid.columns() + column;
            var item = index < shown.size() ? Optional.of(shown.get(index)) : Optional.<PhotoItem>empty();
            var tile = tiles.get(column);
            if (!tile.item().equals(item) || tile.imagePx() != grid.imagePx()) {
                tile.show(item, grid.imagePx());
            }
            tile.showSelection(grid.selection());
        }
        setGraphic(box);
    }

    private void fit(int columns, int boxPx) {
        while (tiles.size() < columns) {
            var tile = new PhotoTile(loader);
            tile.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
                tile.item().ifPresent(item -> grid.pressed(item, event));
                event.consume();
            });
            tile.addEventHandler(
                    MouseEvent.MOUSE_RELEASED, event -> tile.item().ifPresent(item -> grid.released(item, event)));
            DragOut.install(tile, () -> tile.item().map(grid::filesToDrag).orElse(List.of()));
            tiles.add(tile);
            box.getChildren().add(tile);
        }
        while (tiles.size() > columns) {
            var gone = tiles.removeLast();
            gone.release();
            box.getChildren().remove(gone);
        }
        tiles.forEach(tile -> tile.setBox(boxPx, grid.tilePx()));
    }
}
