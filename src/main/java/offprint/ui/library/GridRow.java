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

/// One row of the grid: photos, or the header over those of a folder; only rows on screen exist.
final class GridRow extends ListCell<Integer> {

    private final PhotoGrid grid;
    private final ThumbnailLoader loader;
    private final HBox box = new HBox();
    private final FolderHead head;
    private final List<PhotoTile> tiles = new ArrayList<>();

    GridRow(PhotoGrid grid, ThumbnailLoader loader) {
        this.grid = grid;
        this.loader = loader;
        head = new FolderHead(grid::pressed);
        // Not a cell for the style sheets: their rules of hovered, odd or selected cells style every node of a row
        // anew whenever rows move under the pointer.
        getStyleClass().setAll("grid-row");
        box.getStyleClass().add("grid-row-box");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        addEventFilter(MouseEvent.MOUSE_PRESSED, ignored -> grid.takeFocus());
    }

    List<PhotoTile> tiles() {
        return tiles;
    }

    /// The names of its photos or of its folder, for who listens only.
    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT ? spoken() : super.queryAccessibleAttribute(attribute, parameters);
    }

    private String spoken() {
        return getGraphic() == head
                ? head.spoken()
                : Texts.list(tiles.stream()
                        .flatMap(tile -> tile.item().stream())
                        .map(PhotoItem::name)
                        .toList());
    }

    @Override
    protected void updateItem(@Nullable Integer index, boolean empty) {
        super.updateItem(index, empty);
        if (empty || index == null || index >= grid.drawnPlan().count()) {
            releaseTiles();
            setGraphic(null);
        } else if (!isOnlyMeasured()) {
            show(grid.drawnPlan().row(index));
        }
    }

    private void show(GridRows.Row row) {
        var shown = grid.photos().shown();
        switch (row) {
            case GridRows.Row.Header header -> {
                releaseTiles();
                head.show(header, shown.get(header.from()).folder());
                head.setPrefWidth(grid.lineWidthPx());
                setGraphic(head);
            }
            case GridRows.Row.Line line -> {
                show(shown.subList(line.from(), line.to()));
                setGraphic(box);
            }
        }
    }

    private void show(List<PhotoItem> photos) {
        fit(grid.drawnPlan().columns(), grid.boxPx());
        for (int column = 0; column < tiles.size(); column++) {
            var item = column < photos.size() ? Optional.of(photos.get(column)) : Optional.<PhotoItem>empty();
            var tile = tiles.get(column);
            if (!tile.item().equals(item) || tile.imagePx() != grid.imagePx()) {
                tile.show(item, grid.imagePx());
            }
            tile.showSelection(grid.selection());
        }
    }

    private void releaseTiles() {
        tiles.stream().filter(tile -> tile.item().isPresent()).forEach(tile -> tile.show(Optional.empty(), 0));
    }

    /// The toolkit keeps one row out of sight to ask how high others would be: that one needs no pictures.
    private boolean isOnlyMeasured() {
        return grid.drawnPlan().hasHeaders()
                && getParent() != null
                && !getParent().isVisible();
    }

    @Override
    protected double computePrefHeight(double width) {
        var plan = grid.drawnPlan();
        var index = getItem();
        boolean isHeader = index != null && index < plan.count() && plan.row(index) instanceof GridRows.Row.Header;
        return isHeader ? FolderHead.HEIGHT_PX : grid.linePx();
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
