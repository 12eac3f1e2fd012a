package offprint.ui.preview;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import offprint.engine.View;
import offprint.image.PixelSize;
import offprint.ui.Controls;
import offprint.ui.Texts;
import offprint.ui.preview.CompareModel.Picture;

/// One picture, one divider: left of it the photo, right of it what the encoder made. Both pan and zoom together.
///
/// The divider follows the mouse, and the arrow keys while it has the focus.
final class SplitView extends Region {

    private static final double MIDDLE = 0.5;
    private static final double KEY_STEP = 0.02;
    private static final double GRIP_PX = 16;

    private static final PseudoClass NOTHING = PseudoClass.getPseudoClass("nothing");

    private final ImageView beforeView = new ImageView();
    private final ImageView afterView = new ImageView();
    private final Rectangle afterClip = new Rectangle();
    private final Rectangle paneClip = new Rectangle();
    private final Region divider = new Region();
    private final Label beforeLabel = Controls.label("split-label");
    private final Label afterLabel = Controls.label("split-label");
    private final Label hint = Controls.label("split-hint");
    private Optional<Camera> camera = Optional.empty();
    private Optional<Picture> before = Optional.empty();
    private Optional<Picture> after = Optional.empty();
    private Runnable onLook = () -> {};
    private Runnable onDoubleClick = () -> {};
    private double fraction = MIDDLE;
    private Point2D grabbed = Point2D.ZERO;

    SplitView() {
        getStyleClass().add("split-view");
        // a picture is never mirrored, and its halves go with it
        setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        divider.getStyleClass().add("split-divider");
        divide();
        divider.setAccessibleRole(AccessibleRole.SLIDER);
        divider.setAccessibleText(Texts.get("compare.divider"));
        afterView.setClip(afterClip);
        setClip(paneClip);
        hint.setWrapText(true);
        beforeLabel.setText(Texts.get("compare.before"));
        beforeLabel.setMouseTransparent(true);
        afterLabel.setMouseTransparent(true);
        hint.setMouseTransparent(true);
        getChildren().addAll(beforeView, afterView, divider, beforeLabel, afterLabel, hint);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        divider.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dividerDragged);
        divider.addEventHandler(KeyEvent.KEY_PRESSED, this::dividerKey);
    }

    /// Called when another part or size of the picture is seen.
    void setOnLook(Runnable listener) {
        onLook = listener;
    }

    void setOnDoubleClick(Runnable listener) {
        onDoubleClick = listener;
    }

    /// What to ask for of a picture of this size; the look at it stays as far as it can.
    ///
    /// @param asked what was asked for of it before
    /// @return empty while there is no room for it
    Optional<View> look(PixelSize whole, Optional<View> asked) {
        boolean same = camera.filter(now -> now.whole().equals(whole)).isPresent();
        var now = camera.map(old -> old.at(whole))
                .orElseGet(() -> Camera.fitted(whole, getWidth(), getHeight(), outputScale()));
        camera = Optional.of(now);
        requestLayout();
        if (getWidth() < 1 || getHeight() < 1) {
            return Optional.empty();
        }
        return asked.filter(known -> same && now.isServedBy(known)).or(() -> Optional.of(now.view()));
    }

    boolean isFitted() {
        return camera.map(Camera::isFitted).orElse(true);
    }

    /// From fit to 100 %, or back.
    void toggleZoom() {
        zoomTo(isFitted() ? Camera.HUNDRED_PERCENT : Camera.FIT);
    }

    void zoomTo(double zoom) {
        move(camera.map(now -> now.zoomed(zoom, getWidth() / 2, getHeight() / 2)));
    }

    /// Only the photo, or only what was made of it.
    void toggleSides() {
        setFraction(fraction < 1 ? 1 : 0);
    }

    /// Where the divider stands: 0 leaves only the encoded picture, 1 only the photo.
    double fraction() {
        return fraction;
    }

    void setFraction(double now) {
        fraction = Math.clamp(now, 0, 1);
        divider.setAccessibleHelp(Texts.percent(fraction));
        requestLayout();
    }

    /// Pictures of before and after; the labels say what they are.
    void show(Optional<Picture> photo, Optional<Picture> made, String afterText, String hintText) {
        set(beforeView, before, photo);
        set(afterView, after, made);
        before = photo;
        after = made;
        Controls.setText(afterLabel, afterText);
        Controls.setText(hint, hintText);
        divide();
        requestLayout();
    }

    /// There is nothing to divide before there is a picture.
    private void divide() {
        divider.pseudoClassStateChanged(NOTHING, before.isEmpty());
        divider.setFocusTraversable(before.isPresent());
    }

    private static void set(ImageView view, Optional<Picture> old, Optional<Picture> now) {
        if (!old.equals(now)) {
            Image image = now.map(picture -> picture.image().hold().image()).orElse(null);
            view.setImage(image);
            old.ifPresent(picture -> picture.image().letGo());
        }
    }

    Node divider() {
        return divider;
    }

    // ---- hands --------------------------------------------------------------------------------------------------

    private void pressed(MouseEvent event) {
        grabbed = new Point2D(event.getX(), event.getY());
    }

    private void dragged(MouseEvent event) {
        var at = new Point2D(event.getX(), event.getY());
        var by = at.subtract(grabbed);
        grabbed = at;
        move(camera.filter(now -> !now.isFitted()).map(now -> now.panned(by.getX(), by.getY())));
    }

    private void clicked(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && event.isStillSincePress()) {
            onDoubleClick.run();
        }
    }

    private void scrolled(ScrollEvent event) {
        int steps = (int) Math.signum(event.getDeltaY());
        if (steps != 0 && !event.isInertia()) {
            move(camera.map(now -> now.stepped(steps, event.getX(), event.getY())));
            event.consume();
        }
    }

    private void move(Optional<Camera> now) {
        if (now.isPresent() && !now.equals(camera)) {
            camera = now;
            requestLayout();
            onLook.run();
        }
    }

    private void dividerDragged(MouseEvent event) {
        var at = divider.localToParent(event.getX(), event.getY());
        var place = camera.map(Camera::place).orElse(new Camera.Place(0, 0, getWidth(), getHeight()));
        double left = Math.max(0, place.x());
        double width = Math.max(1, Math.min(getWidth(), place.x() + place.width()) - left);
        setFraction((at.getX() - left) / width);
        event.consume();
    }

    private void dividerKey(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> setFraction(fraction - KEY_STEP);
            case RIGHT -> setFraction(fraction + KEY_STEP);
            case HOME -> setFraction(0);
            case END -> setFraction(1);
            default -> {
                return;
            }
        }
        event.consume();
    }

    // ---- layout -------------------------------------------------------------------------------------------------

    private double outputScale() {
        var scene = getScene();
        return scene == null || scene.getWindow() == null
                ? 1
                : scene.getWindow().getRenderScaleX();
    }

    /// As large as its place, whatever the size of the picture.
    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        paneClip.setWidth(width);
        paneClip.setHeight(height);
        var fits = camera.map(now -> now.in(width, height, outputScale()));
        boolean resized = !fits.equals(camera);
        camera = fits;
        var shown = camera.map(Camera::place).orElse(new Camera.Place(0, 0, width, height));
        double left = Math.max(0, shown.x());
        double right = Math.min(width, shown.x() + shown.width());
        double split = Math.rint(left + fraction * (right - left));
        before.ifPresent(picture -> place(beforeView, picture));
        after.ifPresent(picture -> place(afterView, picture));
        afterClip.setX(split - afterView.getLayoutX());
        afterClip.setY(-afterView.getLayoutY());
        afterClip.setWidth(Math.max(0, width - split));
        afterClip.setHeight(height);
        divider.resizeRelocate(split - GRIP_PX / 2, Math.max(0, shown.y()), GRIP_PX, Math.min(height, shown.height()));
        layoutLabels(left, right, split, Math.max(0, shown.y()));
        hint.setVisible(!hint.getText().isEmpty());
        layoutInArea(
                hint,
                16,
                0,
                Math.max(0, width - 32),
                height,
                0,
                javafx.geometry.HPos.CENTER,
                javafx.geometry.VPos.CENTER);
        if (resized) {
            onLook.run();
        }
    }

    /// In the picture's upper corners, as far as there is room beside the divider.
    private void layoutLabels(double left, double right, double split, double top) {
        beforeLabel.autosize();
        afterLabel.autosize();
        beforeLabel.relocate(left + 8, top + 8);
        double room = Math.max(0, right - split - 16);
        afterLabel.resize(Math.min(afterLabel.getWidth(), room), afterLabel.getHeight());
        afterLabel.relocate(right - 8 - afterLabel.getWidth(), top + 8);
        beforeLabel.setVisible(before.isPresent() && split - left > beforeLabel.getWidth() + 16);
        afterLabel.setVisible(
                before.isPresent() && room > 40 && !afterLabel.getText().isEmpty());
    }

    private void place(ImageView view, Picture picture) {
        var now = camera.map(one -> one.place(picture.view())).orElse(new Camera.Place(0, 0, 0, 0));
        view.relocate(Math.rint(now.x()), Math.rint(now.y()));
        view.setFitWidth(Math.max(1, now.width()));
        view.setFitHeight(Math.max(1, now.height()));
        view.setSmooth(camera.map(one -> one.zoom() <= Camera.HUNDRED_PERCENT).orElse(true));
    }
}
