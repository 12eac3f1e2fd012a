package offprint.ui.library;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import offprint.export.PhotoProgress;
import offprint.library.Photo;
import offprint.ui.FxThread;

/// The thumbnails. Rows are virtual: with 10 000 photos there are only as many tiles as fit the screen.
public final class PhotoGrid extends StackPane {

    private static final int GAP_PX = 8;
    private static final int NAME_PX = 24;
    private static final int TILE_PADDING_PX = 8;
    private static final int SCROLL_BAR_PX = 16;
    private static final List<Integer> IMAGE_SIZES_PX = List.of(128, 160, 192, 256, 320);

    private final PhotoList photos = new PhotoList();
    private final GridSelection selection = new GridSelection(photos.shown());
    private final RowList list;
    private final NoMatch noMatch = new NoMatch();
    private final ThumbnailLoader loader;
    private final ReadOnlyObjectWrapper<PhotoOrder> order = new ReadOnlyObjectWrapper<>(photos.order());
    private Runnable onChange = () -> {};
    private boolean outOfDate;
    private int columns = 1;
    private int boxPx = 160;
    private double tilePx = 176;

    public PhotoGrid(ThumbnailPort thumbnails, FxThread fx) {
        loader = new ThumbnailLoader(thumbnails, fx);
        getStyleClass().add("photo-grid");
        list = new RowList(selection, () -> new GridRow(this, loader));
        list.addEventFilter(KeyEvent.KEY_PRESSED, new GridKeys(this)::onKey);
        list.widthProperty().addListener((property, before, after) -> layoutRows());
        getChildren().addAll(list, noMatch);
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

    /// Which row shows what, with all photos that came.
    GridRows plan() {
        keepUp();
        return list.plan();
    }

    /// Which row shows what, as it was drawn last.
    GridRows drawnPlan() {
        return list.plan();
    }

    int linesOnScreen() {
        return Math.max(1, (int) (list.getHeight() / linePx()));
    }

    double linePx() {
        return boxPx + NAME_PX + 2.0 * TILE_PADDING_PX + GAP_PX;
    }

    int boxPx() {
        return boxPx;
    }

    /// Width of a full line of photos.
    double lineWidthPx() {
        return columns * (tilePx + GAP_PX) - GAP_PX;
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
        return (int) list.liveTiles().count();
    }

    /// Photos on screen whose tiles show a picture, and those that lack one; none before the first layout.
    public OnScreen onScreen() {
        var tiles = list.tilesOnScreen();
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
        columns = 0;
        layoutRows();
    }

    /// Adds photos in their places. They are drawn with the next layout, however many handfuls come until then.
    public void add(List<Photo> found) {
        if (photos.add(found) == 0) {
            return;
        }
        outOfDate = true;
        requestLayout();
        noMatch.update(photos);
        loader.loadAhead(found, imagePx());
        onChange.run();
    }

    public void filter(String text) {
        photos.filter(text);
        noMatch.show(text, photos);
        draw();
        onChange.run();
    }

    /// Sorts by something else, or by the same again: only then does a photo whose state has changed change its place.
    public void sort(PhotoList.Sort key) {
        sort(order().with(key));
    }

    /// Sorts anew, and stays with the photo that has the focus.
    public void sort(PhotoOrder by) {
        photos.order(by);
        selection.takeOrder();
        draw();
        selection.leadPlace().ifPresentOrElse(list::reveal, () -> list.scrollTo(0));
        order.set(by);
        onChange.run();
    }

    public PhotoOrder order() {
        return order.get();
    }

    public ReadOnlyObjectProperty<PhotoOrder> orderProperty() {
        return order.getReadOnlyProperty();
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
        draw();
        onChange.run();
    }

    /// Takes over what an export says; only tiles on screen are drawn again.
    public void progress(List<PhotoProgress> changed) {
        for (var progress : changed) {
            photos.progress(progress).ifPresent(list::redrawBadge);
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
            draw();
        } else if (wider) {
            list.redraw();
        }
    }

    @Override
    protected void layoutChildren() {
        keepUp();
        super.layoutChildren();
    }

    private void keepUp() {
        if (outOfDate) {
            draw();
        }
    }

    private void draw() {
        outOfDate = false;
        list.show(
                photos.order().isByFolder()
                        ? GridRows.grouped(photos.groups(), columns)
                        : GridRows.plain(photos.shown().size(), columns),
                linePx());
    }

    private void redrawSelection() {
        list.redrawSelection();
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

    /// A click on the header of photos.
    void pressed(GridRows.Row group, MouseEvent event) {
        takeFocus();
        var its = photosOf(group);
        if (event.isShiftDown()) {
            selection.extendToGroup(its);
        } else if (event.isShortcutDown()) {
            selection.alsoGroup(its);
        } else {
            selection.group(its, its.getFirst());
        }
        redrawSelection();
    }

    private List<PhotoItem> photosOf(GridRows.Row row) {
        return photos.shown().subList(row.from(), row.to());
    }

    public void takeFocus() {
        list.requestFocus();
    }

    public void scrollTo(int photo) {
        list.scrollTo(plan().rowToShow(photo));
    }

    /// Selects one photo by its place.
    public void select(int photo) {
        selection.only(photos.shown().get(photo));
        reveal(photo);
        redrawSelection();
    }

    private void reveal(int photo) {
        keepUp();
        list.reveal(photo);
    }

    public void selectAll() {
        selection.all();
        redrawSelection();
    }

    /// Selects the photos of the folder in which the keyboard stands; all where folders are not apart.
    void selectGroup() {
        selection.leadPlace().ifPresent(place -> {
            var group = plan().groupOfPhoto(place);
            selection.group(photosOf(group), photos.shown().get(place));
        });
        redrawSelection();
    }

    void move(int by, GridSelection.Move how) {
        selection.move(by, how).ifPresent(item -> reveal(photos.shown().indexOf(item)));
        redrawSelection();
    }
}
