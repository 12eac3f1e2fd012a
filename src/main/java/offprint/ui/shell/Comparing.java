package offprint.ui.shell;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import offprint.library.Photo;
import offprint.recipe.Recipe;
import offprint.ui.Command;
import offprint.ui.Controls;
import offprint.ui.EngineFacts;
import offprint.ui.FxThread;
import offprint.ui.WindowServices;
import offprint.ui.library.PhotoGrid;
import offprint.ui.library.PhotoItem;
import offprint.ui.preview.ComparePane;
import offprint.ui.preview.Estimating;
import offprint.ui.preview.PreviewPane;
import offprint.ui.preview.QualityKeeper;

/// The two places of the preview: large over the photos, or small at the head of the side. Only one of them is looked
/// at, so only one asks and holds pixels.
final class Comparing {

    private static final double ROOM_FOR_SIDE_PX = 1040;
    private static final String TILE = "tile";

    private final PhotoGrid grid;
    private final Middle middle;
    private final PreviewPane side;
    private final ComparePane large;
    private final Estimating estimating;
    private final Runnable sideToggled;
    private boolean sideWanted;

    /// @param middle where the large one is shown in place of the photos
    /// @param engine what the engines here can write
    /// @param estimate shows what an export would weigh; an empty sentence goes away
    /// @param sideToggled told when the user shows or hides the side
    Comparing(
            WindowServices services,
            FxThread fx,
            PhotoGrid grid,
            Middle middle,
            ObservableValue<EngineFacts> engine,
            Consumer<String> estimate,
            Runnable sideToggled) {
        this.grid = grid;
        this.middle = middle;
        this.sideToggled = sideToggled;
        sideWanted = services.settings().window().sideShown();
        estimating = new Estimating(services.estimate(), fx, estimate);
        side = new PreviewPane(services.preview(), engine, fx);
        large = new ComparePane(services.preview(), engine, fx, ComparePane.Look.LARGE, this::close);
        large.setActive(false);
        large.parentProperty().addListener(ignored -> place());
        side.compare().setOnDoubleClick(this::open);
        grid.addEventFilter(KeyEvent.KEY_PRESSED, this::gridKey);
        grid.addEventFilter(MouseEvent.MOUSE_CLICKED, event -> gridClicked(event, fx));
        large.addEventHandler(KeyEvent.KEY_PRESSED, this::largeKey);
    }

    PreviewPane side() {
        return side;
    }

    ComparePane large() {
        return large;
    }

    boolean isOpen() {
        return large.getParent() != null;
    }

    /// Takes a quality that was found by looking into the recipe.
    void setKeeper(QualityKeeper keeper) {
        side.compare().setKeeper(keeper);
        large.setKeeper(keeper);
    }

    /// @param photo that is looked at
    /// @param exported photos that would be exported now; empty while they are not known
    void show(Optional<Photo> photo, Optional<Recipe> recipe, List<PhotoItem> exported) {
        if (photo.isEmpty()) {
            close();
        }
        side.show(photo, recipe);
        large.show(photo, recipe);
        estimating.show(exported.stream().map(PhotoItem::photo).toList(), recipe);
    }

    /// An export begins: its figures take over.
    void stopEstimating() {
        estimating.stop();
    }

    private void gridKey(KeyEvent event) {
        boolean plain = !event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown();
        if (event.getCode() == KeyCode.ENTER && plain && hasPhoto()) {
            open();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && plain && isOpen()) {
            close();
            event.consume();
        }
    }

    /// The grid takes the focus for the same click, after this.
    private void gridClicked(MouseEvent event, FxThread fx) {
        boolean twice = event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2;
        if (twice && hasPhoto() && event.getTarget() instanceof Node node && isInTile(node)) {
            open();
            fx.post(large::takeFocus);
        }
    }

    private static boolean isInTile(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.getStyleClass().contains(TILE)) {
                return true;
            }
        }
        return false;
    }

    private boolean hasPhoto() {
        return grid.selection().lead().filter(grid.selection()::contains).isPresent();
    }

    private void largeKey(KeyEvent event) {
        if (event.isShortcutDown()) {
            return;
        }
        switch (event.getCode()) {
            case ESCAPE -> close();
            case PAGE_UP -> stepPhoto(-1);
            case PAGE_DOWN -> stepPhoto(1);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void stepPhoto(int by) {
        var photos = grid.photos().shown();
        int at = grid.selection().lead().map(photos::indexOf).orElse(-1) + by;
        if (at >= 0 && at < photos.size()) {
            grid.select(at);
        }
    }

    /// Large, over the photos.
    void open() {
        if (!isOpen()) {
            middle.show(large);
            large.takeFocus();
        }
    }

    /// Back to the photos.
    void close() {
        if (isOpen()) {
            middle.showPhotos();
        }
    }

    /// The side goes where the window is too narrow for it.
    void fit(double windowWidth) {
        Controls.setShown(side, sideWanted && windowWidth >= ROOM_FOR_SIDE_PX);
        place();
    }

    void toggleSide() {
        sideWanted = !side.isVisible();
        Controls.setShown(side, sideWanted);
        place();
        sideToggled.run();
    }

    /// Whether the side is shown where there is room for it.
    boolean isSideWanted() {
        return sideWanted;
    }

    private void place() {
        boolean open = isOpen();
        Controls.setShown(side.compare(), !open);
        if (open) {
            side.compare().setActive(false);
            large.setActive(true);
        } else {
            large.setActive(false);
            side.compare().setActive(side.isVisible());
        }
    }

    private ComparePane looked() {
        return isOpen() ? large : side.compare();
    }

    /// Does what a key of the preview says, to the one that is looked at.
    void run(Command command) {
        switch (command) {
            case ZOOM -> looked().toggleZoom();
            case BEFORE_AFTER -> looked().toggleSides();
            case VARIANT_BACK -> looked().stepVariant(-1);
            case VARIANT_NEXT -> looked().stepVariant(1);
            default -> throw new IllegalArgumentException("no key of the preview: " + command);
        }
    }
}
