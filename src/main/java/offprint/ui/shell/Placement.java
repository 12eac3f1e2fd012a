package offprint.ui.shell;

import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Duration;
import offprint.image.PixelSize;
import offprint.settings.WindowPlace;
import offprint.settings.WindowPlace.Frame;

/// Puts the window where it was left, and follows where it is put. FX thread.
final class Placement {

    private static final double NARROWEST_PX = 720;
    private static final double LOWEST_PX = 480;

    /// What must be on a screen of the strip that one drags a window by.
    private static final double GRIP_WIDTH_PX = 96;

    private static final double GRIP_HEIGHT_PX = 32;

    /// A window that is being maximised has the size of its screen for a moment before it says so.
    private static final Duration AT_REST = Duration.millis(250);

    private final Stage stage;
    private final PauseTransition rest = new PauseTransition(AT_REST);
    private Optional<Frame> frame;

    /// Before the window is shown.
    Placement(Stage stage, WindowPlace left) {
        this.stage = stage;
        stage.setMinWidth(NARROWEST_PX);
        stage.setMinHeight(LOWEST_PX);
        frame = left.frame().map(old -> onScreen(old, screens()));
        frame.ifPresent(this::put);
        stage.setMaximized(left.maximised());
        rest.setOnFinished(ignored -> take());
        for (var edge : List.of(stage.xProperty(), stage.yProperty(), stage.widthProperty(), stage.heightProperty())) {
            edge.addListener((property, before, now) -> rest.playFromStart());
        }
    }

    private static List<Rectangle2D> screens() {
        return Screen.getScreens().stream().map(Screen::getVisualBounds).toList();
    }

    /// Where a window goes whose screen may be gone by now: where it was if it can be dragged from there, else into the
    /// middle of the first screen; never larger than its screen.
    ///
    /// @param screens without what the system keeps for itself, the first one first; one at least
    static Frame onScreen(Frame old, List<Rectangle2D> screens) {
        var grip = new Rectangle2D(old.leftPx(), old.topPx(), old.size().widthPx(), GRIP_HEIGHT_PX);
        var home = screens.stream().filter(screen -> canBeGrasped(grip, screen)).findFirst();
        var screen = home.orElse(screens.getFirst());
        var size = new PixelSize((int) Math.min(old.size().widthPx(), screen.getWidth()), (int)
                Math.min(old.size().heightPx(), screen.getHeight()));
        return home.isPresent()
                ? new Frame(old.leftPx(), old.topPx(), size)
                : new Frame(
                        (int) (screen.getMinX() + (screen.getWidth() - size.widthPx()) / 2),
                        (int) (screen.getMinY() + (screen.getHeight() - size.heightPx()) / 2),
                        size);
    }

    /// Its upper edge is on the screen, and of its width enough to take it by.
    private static boolean canBeGrasped(Rectangle2D grip, Rectangle2D screen) {
        double width = Math.min(grip.getMaxX(), screen.getMaxX()) - Math.max(grip.getMinX(), screen.getMinX());
        return width >= GRIP_WIDTH_PX && grip.getMinY() >= screen.getMinY() && grip.getMaxY() <= screen.getMaxY();
    }

    private void put(Frame place) {
        stage.setX(place.leftPx());
        stage.setY(place.topPx());
        stage.setWidth(place.size().widthPx());
        stage.setHeight(place.size().heightPx());
    }

    private void take() {
        boolean known = !Double.isNaN(stage.getX()) && stage.getWidth() >= 1 && stage.getHeight() >= 1;
        if (known && !stage.isMaximized() && !stage.isIconified() && !stage.isFullScreen()) {
            var size = new PixelSize((int) Math.rint(stage.getWidth()), (int) Math.rint(stage.getHeight()));
            frame = Optional.of(new Frame((int) Math.rint(stage.getX()), (int) Math.rint(stage.getY()), size));
        }
    }

    /// Where it is, or was before it was maximised; empty before it has been shown for the first time.
    Optional<Frame> frame() {
        if (rest.getStatus() == PauseTransition.Status.RUNNING) {
            rest.stop();
            take();
        }
        return frame;
    }

    boolean isMaximised() {
        return stage.isMaximized();
    }
}
