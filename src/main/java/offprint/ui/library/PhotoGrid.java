package offprint.ui.library;

import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.geometry.NodeOrientation;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import offprint.export.PhotoProgress;
import offprint.library.Photo;
import offprint.ui.FxThread;
import offprint.ui.Texts;
import org.jspecify.annotations.Nullable;

/// The thumbnails. Rows are virtual: with 10 000 photos there are only as many tiles as fit the screen.
public final class PhotoGrid extends StackPane {

    /// No photo shows where the keys are, so the whole does.
    private static final PseudoClass NO_LEAD = PseudoClass.getPseudoClass("no-lead");

    private static final int GAP_PX = 8;
    private static final int NAME_PX = 24;
    private static final int TILE_PADDING_PX = 8;
    private static final int SCROLL_BAR_PX = 16;
    private static final List<Integer> IMAGE_SIZES_PX = List.of(128, 192, 256, 320);

    private final PhotoList photos = new PhotoList();
    private final GridSelection selection = new GridSelection(photos.shown());
    private final ObservableList<Integer> rows = FXCollections.observableArrayList();
    private final ListView<Integer> list = new SpokenList(rows);
    private final NoMatch noMatch = new NoMatch();
    private final ThumbnailLoader loader;
    private final Set<GridRow> liveRows = Collections.newSetFromMap(new WeakHashMap<>());
    private Runnable onChange = () -> {};
    private int columns = 1;
    private int boxPx = 160;
    private double tilePx = 176;

    public PhotoGrid(ThumbnailPort thumbnails, FxThread fx) {
        loader = new ThumbnailLoader(thumbnails, fx);
        getStyleClass().add("photo-grid");
        list.pseudoClassStateChanged(NO_LEAD, true);
        list.getStyleClass().addAll("photo-list", "edge-to-edge");
        list.setAccessibleRole(AccessibleRole.LIST_VIEW);
        list.setAccessibleText(Texts.get("grid.spoken"));
        list.setCellFactory(ignored -> {
            var row = new GridRow(this, loader);
            liveRows.add(row);
            return row;
        });
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        list.widthProperty().addListener((property, before, after) -> layoutRows());
        getChildren().addAll(list, noMatch);
        applyCellSize();
    }

    /// What shows every photo again where none matches the filter.
    public void setOnShowAll(Runnable action) {
        noMatch.setOnShowAll(action);
    }

    /// Called after the list or the selection changed.
    public void setOnChange(Runnable listener) {
        onChange = listener;
    }

    public PhotoList photos() {
        return photos;
    }

    public GridSelection selection() {
        return selection;
    }

    int columns() {
        return columns;
    }

    int boxPx() {
        return boxPx;
    }

    /// Width of a tile: the room there is, shared by the columns.
    double tilePx() {
        return tilePx;
    }

    /// The size thumbnails are asked for: the next of a few steps, so that dragging the slider asks seldom.
    int imagePx() {
        return IMAGE_SIZES_PX.stream().filter(px -> px >= boxPx).findFirst().orElse(IMAGE_SIZES_PX.getLast());
    }

    /// Tiles that exist now, on screen or just beyond it.
    public int liveTiles() {
        return liveRows.stream().mapToInt(row -> row.tiles().size()).sum();
    }

    /// Photos on screen whose tiles show a picture, and those that lack one; none before the first layout.
    public OnScreen onScreen() {
        double height = list.getHeight();
        var tiles = liveRows.stream()
                .filter(row -> !row.isEmpty() && row.isVisible())
                .filter(row -> row.getBoundsInParent().getMaxY() > 0
                        && row.getBoundsInParent().getMinY() < height)
                .flatMap(row -> row.tiles().stream())
                .filter(tile -> tile.item().isPresent())
                .toList();
        int pictures = (int) tiles.stream().filter(PhotoTile::showsPicture).count();
        int sharp = (int) tiles.stream().filter(PhotoTile::showsSharpPicture).count();
        return new OnScreen(pictures, sharp, tiles.size() - pictures);
    }

    /// @param pictures tiles with a thumbnail
    /// @param sharp those of them for which nothing better follows
    /// @param placeholders tiles without
    public record OnScreen(int pictures, int sharp, int placeholders) {}

    /// Pictures that came so far and are kept for when they are scrolled to.
    public int loadedThumbnails() {
        return loader.loaded();
    }

    public void setThumbnailPx(int px) {
        boxPx = px;
        loader.stopLoadingAhead();
        applyCellSize();
        columns = 0;
        layoutRows();
    }

    private void applyCellSize() {
        list.setFixedCellSize(boxPx + NAME_PX + 2.0 * TILE_PADDING_PX + GAP_PX);
    }

    /// Adds photos behind the others; only the last row and new ones are drawn.
    public void add(List<Photo> found) {
        int before = photos.shown().size();
        if (photos.add(found) == 0) {
            return;
        }
        if (!rows.isEmpty() && before % columns != 0) {
            redraw(before / columns);
        }
        fitRowCount();
        noMatch.update(photos);
        loader.loadAhead(found, imagePx());
        onChange.run();
    }

    public void filter(String text) {
        photos.filter(text);
        noMatch.show(text, photos);
        fitRowCount();
        redrawAll();
        onChange.run();
    }

    /// Takes the selected photos out of the list; their files stay.
    public void removeSelected() {
        var gone = new HashSet<>(selection.selected());
        if (gone.isEmpty()) {
            return;
        }
        selection.forget(gone);
        photos.remove(gone);
        noMatch.update(photos);
        fitRowCount();
        redrawAll();
        onChange.run();
    }

    /// Takes over what an export says; only tiles on screen are drawn again.
    public void progress(List<PhotoProgress> changed) {
        for (var progress : changed) {
            photos.progress(progress).ifPresent(this::redrawBadge);
        }
    }

    private void redrawBadge(PhotoItem item) {
        for (var row : liveRows) {
            for (var tile : row.tiles()) {
                if (tile.item().filter(item::equals).isPresent()) {
                    tile.showBadge(item);
                }
            }
        }
    }

    private void layoutRows() {
        double room = list.getWidth() - SCROLL_BAR_PX - GAP_PX;
        int smallest = boxPx + 2 * TILE_PADDING_PX + GAP_PX;
        int fitting = Math.max(1, (int) (room / smallest));
        double wanted = Math.max(smallest, Math.floor(room / fitting)) - GAP_PX;
        boolean wider = wanted != tilePx;
        tilePx = wanted;
        if (fitting != columns) {
            columns = fitting;
            fitRowCount();
            redrawAll();
        } else if (wider) {
            redrawAll();
        }
    }

    private void fitRowCount() {
        int wanted = (photos.shown().size() + columns - 1) / columns;
        if (rows.size() > wanted) {
            rows.remove(wanted, rows.size());
        } else if (rows.size() < wanted) {
            rows.addAll(IntStream.range(rows.size(), wanted).boxed().toList());
        }
    }

    private void redrawAll() {
        liveRows.forEach(row -> row.updateItem(row.getItem(), row.isEmpty()));
    }

    private void redraw(int rowIndex) {
        liveRows.stream()
                .filter(row -> !row.isEmpty() && row.getIndex() == rowIndex)
                .forEach(row -> row.updateItem(row.getItem(), false));
    }

    private void redrawSelection() {
        liveRows.forEach(row -> row.tiles().forEach(tile -> tile.showSelection(selection)));
        list.pseudoClassStateChanged(NO_LEAD, selection.lead().isEmpty());
        list.notifyAccessibleAttributeChanged(AccessibleAttribute.FOCUS_ITEM);
        onChange.run();
    }

    /// One of several selected photos may be the beginning of a drag of them all: what is selected then changes only
    /// when the button is let go.
    void pressed(PhotoItem item, MouseEvent event) {
        if (!isOneOfSeveral(item, event)) {
            clicked(item, event);
        }
    }

    void released(PhotoItem item, MouseEvent event) {
        if (event.isStillSincePress() && isOneOfSeveral(item, event)) {
            clicked(item, event);
        }
    }

    private boolean isOneOfSeveral(PhotoItem item, MouseEvent event) {
        return !event.isShiftDown()
                && !event.isShortcutDown()
                && selection.selected().size() > 1
                && selection.contains(item);
    }

    /// What was written of the selected photos, or of this one if it is not among them.
    public List<Path> filesToDrag(PhotoItem from) {
        var meant = selection.contains(from) ? selection.selected() : List.of(from);
        return meant.stream().flatMap(item -> item.exported().stream()).toList();
    }

    private void clicked(PhotoItem item, MouseEvent event) {
        takeFocus();
        if (event.isShiftDown()) {
            selection.extendTo(item);
        } else if (event.isShortcutDown()) {
            selection.toggle(item);
        } else {
            selection.only(item);
        }
        redrawSelection();
    }

    public void takeFocus() {
        list.requestFocus();
    }

    public void scrollTo(int photo) {
        list.scrollTo(photo / columns);
    }

    /// Selects one photo by its place.
    public void select(int photo) {
        selection.only(photos.shown().get(photo));
        reveal(photo);
        redrawSelection();
    }

    public void selectAll() {
        selection.all();
        redrawSelection();
    }

    private void onKey(KeyEvent event) {
        int page = columns * Math.max(1, (int) (list.getHeight() / list.getFixedCellSize()));
        int end = photos.shown().size();
        boolean known = true;
        switch (event.getCode()) {
            case LEFT -> move(-toTheRight(), event);
            case RIGHT -> move(toTheRight(), event);
            case UP -> move(-columns, event);
            case DOWN -> move(columns, event);
            case PAGE_UP -> move(-page, event);
            case PAGE_DOWN -> move(page, event);
            case HOME -> move(-end, event);
            case END -> move(end, event);
            case DELETE, BACK_SPACE -> removeSelected();
            default -> known = event.getCode() == KeyCode.A && event.isShortcutDown() && selectedAll();
        }
        if (known) {
            event.consume();
        }
    }

    /// How many places on the photo to the right of one is.
    private int toTheRight() {
        return getEffectiveNodeOrientation() == NodeOrientation.RIGHT_TO_LEFT ? -1 : 1;
    }

    private boolean selectedAll() {
        selectAll();
        return true;
    }

    private void move(int by, KeyEvent event) {
        var how = event.isShiftDown() ? GridSelection.Move.EXTEND : GridSelection.Move.SELECT;
        selection.move(by, how).ifPresent(item -> reveal(photos.shown().indexOf(item)));
        redrawSelection();
    }

    /// Scrolls only as far as needed.
    private void reveal(int photo) {
        int row = photo / columns;
        var whole = liveRows.stream()
                .filter(live -> !live.isEmpty() && live.getIndex() == row)
                .map(live -> live.getBoundsInParent())
                .anyMatch(bounds -> bounds.getMinY() >= 0 && bounds.getMaxY() <= list.getHeight());
        if (!whole) {
            list.scrollTo(row);
        }
    }

    /// Rows are ours alone: who listens hears of the photo that has the focus.
    private final class SpokenList extends ListView<Integer> {

        SpokenList(ObservableList<Integer> items) {
            super(items);
        }

        @Override
        public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
            return attribute == AccessibleAttribute.FOCUS_ITEM
                    ? focusedTile().orElse(null)
                    : super.queryAccessibleAttribute(attribute, parameters);
        }

        private Optional<Node> focusedTile() {
            return selection
                    .lead()
                    .flatMap(lead -> liveRows.stream()
                            .filter(row -> !row.isEmpty())
                            .flatMap(row -> row.tiles().stream())
                            .filter(tile -> tile.item().filter(lead::equals).isPresent())
                            .map(Node.class::cast)
                            .findFirst());
        }
    }
}
