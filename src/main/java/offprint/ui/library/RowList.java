package offprint.ui.library;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import offprint.ui.Texts;
import org.jspecify.annotations.Nullable;

/// The grid's rows: only those on screen exist. FX thread.
final class RowList extends ListView<Integer> {

    /// No photo shows where the keys are, so the whole does.
    private static final PseudoClass NO_LEAD = PseudoClass.getPseudoClass("no-lead");

    private final ObservableList<Integer> rows;
    private final GridSelection selection;
    private final Set<GridRow> live = Collections.newSetFromMap(new WeakHashMap<>());
    private GridRows plan = GridRows.plain(0, 1);
    private double linePx;

    /// @param maker of a row for the screen
    RowList(GridSelection selection, Supplier<GridRow> maker) {
        this(FXCollections.observableArrayList(), selection, maker);
    }

    private RowList(ObservableList<Integer> rows, GridSelection selection, Supplier<GridRow> maker) {
        super(rows);
        this.rows = rows;
        this.selection = selection;
        getStyleClass().addAll("photo-list", "edge-to-edge");
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setAccessibleText(Texts.get("grid.spoken"));
        pseudoClassStateChanged(NO_LEAD, true);
        setCellFactory(ignored -> {
            var row = maker.get();
            live.add(row);
            return row;
        });
    }

    GridRows plan() {
        return plan;
    }

    /// How high a line of photos is.
    double linePx() {
        return linePx;
    }

    /// Draws everything again by another plan. Rows of one height are scrolled by arithmetic; with headers among them
    /// the toolkit measures those that it meets, and guesses the rest.
    void show(GridRows now, double lineHeightPx) {
        boolean otherHeights = now.hasHeaders() && (lineHeightPx != linePx || now.count() == rows.size());
        plan = now;
        linePx = lineHeightPx;
        setFixedCellSize(now.hasHeaders() ? USE_COMPUTED_SIZE : linePx);
        if (rows.size() > now.count()) {
            rows.remove(now.count(), rows.size());
        } else if (rows.size() < now.count()) {
            rows.addAll(IntStream.range(rows.size(), now.count()).boxed().toList());
        }
        redraw();
        if (otherHeights) {
            forgetHeights();
        }
    }

    /// The toolkit forgets the heights that it has measured only where the number of rows changes.
    private void forgetHeights() {
        if (lookup(".virtual-flow") instanceof VirtualFlow<?> flow && flow.getCellCount() > 1) {
            int count = flow.getCellCount();
            flow.setCellCount(count - 1);
            flow.setCellCount(count);
        }
    }

    void redraw() {
        live.forEach(row -> row.updateItem(row.getItem(), row.isEmpty()));
    }

    void redrawSelection() {
        live.forEach(row -> row.tiles().forEach(tile -> tile.showSelection(selection)));
        pseudoClassStateChanged(NO_LEAD, selection.lead().isEmpty());
        notifyAccessibleAttributeChanged(AccessibleAttribute.FOCUS_ITEM);
    }

    void redrawBadge(PhotoItem item) {
        liveTiles().filter(tile -> shows(tile, item)).forEach(tile -> tile.showBadge(item));
    }

    private static boolean shows(PhotoTile tile, PhotoItem item) {
        return tile.item().filter(item::equals).isPresent();
    }

    /// Tiles that exist now, on screen or just beyond it.
    Stream<PhotoTile> liveTiles() {
        return live.stream().flatMap(row -> row.tiles().stream());
    }

    /// Tiles with a photo that can be seen.
    List<PhotoTile> tilesOnScreen() {
        return live.stream()
                .filter(row -> !row.isEmpty() && row.isVisible())
                .filter(row -> row.getBoundsInParent().getMaxY() > 0
                        && row.getBoundsInParent().getMinY() < getHeight())
                .flatMap(row -> row.tiles().stream())
                .filter(tile -> tile.item().isPresent())
                .toList();
    }

    /// Scrolls to a photo, only as far as needed.
    void reveal(int photo) {
        int row = plan.rowOf(photo);
        boolean whole = live.stream()
                .filter(one -> !one.isEmpty() && one.getIndex() == row)
                .map(Node::getBoundsInParent)
                .anyMatch(bounds -> bounds.getMinY() >= 0 && bounds.getMaxY() <= getHeight());
        if (!whole) {
            scrollTo(plan.rowToShow(photo));
        }
    }

    /// Rows are ours alone: who listens hears of the photo that has the focus.
    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.FOCUS_ITEM
                ? focusedTile().orElse(null)
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    private Optional<Node> focusedTile() {
        return selection
                .lead()
                .flatMap(lead -> live.stream()
                        .filter(row -> !row.isEmpty())
                        .flatMap(row -> row.tiles().stream())
                        .filter(tile -> shows(tile, lead))
                        .map(Node.class::cast)
                        .findFirst());
    }
}
