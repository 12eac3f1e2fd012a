package offprint.ui.library;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import offprint.engine.EngineResult;
import offprint.image.ImageFormat;
import offprint.image.SourceInfo;
import offprint.library.Photo;
import offprint.ui.Controls;
import offprint.ui.Texts;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// One place of the grid: a thumbnail, uncropped, its name, its badge. Used again for another photo when it scrolls.
final class PhotoTile extends VBox {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass LEAD = PseudoClass.getPseudoClass("lead");
    private static final PseudoClass POINTED = PseudoClass.getPseudoClass("pointed");
    private static final PseudoClass UNREADABLE = PseudoClass.getPseudoClass("unreadable");
    private static final double BADGE_PX = 20;
    private static final double SIGN_GAP_PX = 4;

    private final ThumbnailLoader loader;
    private final Region ground = new Region();
    private final ImageView view = new ImageView();
    private final FontIcon placeholder = Controls.icon(Feather.IMAGE);
    private final FontIcon sign = Controls.icon(Feather.CIRCLE);
    private final StackPane badge = new StackPane(sign);
    private final ProgressBar bar = new ProgressBar(0);
    private final Label raw = Controls.label("tile-raw");
    private final StackPane frame = new StackPane(placeholder, view);
    private final Label name = Controls.nameLabel("tile-name");
    private final Tooltip tooltip = new Tooltip();
    private Optional<PhotoItem> item = Optional.empty();
    private Optional<ThumbnailLoader.Request> request = Optional.empty();
    private Badge.Kind shownKind = Badge.Kind.NONE;
    private int boxPx;
    private int imagePx;

    PhotoTile(ThumbnailLoader loader) {
        this.loader = loader;
        getStyleClass().add("tile");
        setAlignment(Pos.TOP_CENTER);
        name.setAlignment(Pos.CENTER);
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        frame.getStyleClass().add("tile-frame");
        badge.getStyleClass().add("badge");
        badge.setMaxSize(BADGE_PX, BADGE_PX);
        StackPane.setAlignment(badge, Pos.BOTTOM_RIGHT);
        StackPane.setAlignment(raw, Pos.BOTTOM_LEFT);
        raw.setText(ImageFormat.RAW.label());
        raw.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setAlignment(bar, Pos.BOTTOM_CENTER);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(Texts.get("lane.progress"));
        placeholder.getStyleClass().add("placeholder");
        view.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        view.setPreserveRatio(true);
        view.setSmooth(true);
        Tooltip.install(this, tooltip);
        // Tiles scroll under the pointer: by a rule of hovered tiles all that is in one would be styled anew each time.
        ground.getStyleClass().add("tile-ground");
        ground.setManaged(false);
        ground.setMouseTransparent(true);
        hoverProperty().addListener((property, before, now) -> ground.pseudoClassStateChanged(POINTED, now));
        getChildren().addAll(ground, frame, name);
    }

    @Override
    protected void layoutChildren() {
        ground.resizeRelocate(0, 0, getWidth(), getHeight());
        super.layoutChildren();
    }

    /// A sign is in the scene only while it is seen: what is there is styled and laid out whenever the grid scrolls.
    private void setShown(Node sign, boolean shown) {
        var children = frame.getChildren();
        if (shown != children.contains(sign)) {
            if (shown) {
                children.add(sign);
            } else {
                children.remove(sign);
            }
        }
    }

    void setBox(int boxPx, double tilePx) {
        this.boxPx = boxPx;
        frame.setMinSize(boxPx, boxPx);
        frame.setPrefSize(boxPx, boxPx);
        frame.setMaxSize(boxPx, boxPx);
        name.setMaxWidth(boxPx);
        setPrefWidth(tilePx);
        placeSigns(boxPx, boxPx);
    }

    Optional<PhotoItem> item() {
        return item;
    }

    int imagePx() {
        return imagePx;
    }

    boolean showsPicture() {
        return view.getImage() != null;
    }

    boolean showsSharpPicture() {
        return showsPicture()
                && item.filter(shown -> loader.isSharp(shown.photo(), imagePx)).isPresent();
    }

    /// Shows another photo, or none; what was under way for the one before is cancelled.
    void show(Optional<PhotoItem> now, int imagePx) {
        release();
        item = now;
        this.imagePx = imagePx;
        setVisible(now.isPresent());
        placeSigns(boxPx, boxPx);
        now.ifPresent(photo -> {
            name.setText(photo.name());
            pseudoClassStateChanged(UNREADABLE, photo.photo().info() instanceof EngineResult.Failed<?>);
            setShown(raw, isRaw(photo.photo()));
            placeholder.setVisible(true);
            showBadge(photo);
            request = Optional.of(loader.request(photo.photo(), imagePx, this::showImage));
        });
    }

    /// Cancels what is under way, and shows nothing.
    void release() {
        view.setImage(null);
        request.ifPresent(ThumbnailLoader.Request::close);
        request = Optional.empty();
    }

    private void showImage(Image image) {
        double room = boxPx;
        double scale = Math.min(1, Math.min(room / image.getWidth(), room / image.getHeight()));
        double width = Math.max(1, Math.rint(image.getWidth() * scale));
        double height = Math.max(1, Math.rint(image.getHeight() * scale));
        view.setFitWidth(width);
        view.setFitHeight(height);
        view.setImage(image);
        placeholder.setVisible(false);
        placeSigns(width, height);
    }

    /// What is shown is the camera's own JPEG: said on the photo.
    private static boolean isRaw(Photo photo) {
        return photo.info() instanceof EngineResult.Done<SourceInfo> done
                && done.value().format() == ImageFormat.RAW;
    }

    /// The badge into the lower corner of the picture, the bar along its lower edge.
    private void placeSigns(double width, double height) {
        double aside = Math.max(0, Math.floor((boxPx - width) / 2));
        double below = Math.max(0, Math.floor((boxPx - height) / 2));
        StackPane.setMargin(badge, new Insets(0, aside + SIGN_GAP_PX, below + SIGN_GAP_PX, 0));
        StackPane.setMargin(raw, new Insets(0, 0, below + SIGN_GAP_PX, aside + SIGN_GAP_PX));
        StackPane.setMargin(bar, new Insets(0, aside, below, aside));
    }

    void showSelection(GridSelection selection) {
        item.ifPresent(photo -> {
            pseudoClassStateChanged(SELECTED, selection.contains(photo));
            pseudoClassStateChanged(LEAD, selection.lead().filter(photo::equals).isPresent());
        });
    }

    /// Draws the badge again.
    void showBadge(PhotoItem photo) {
        var state = photo.badge();
        if (shownKind != state.kind()) {
            badge.getStyleClass().remove(shownKind.styleClass());
            badge.getStyleClass().add(state.kind().styleClass());
            shownKind = state.kind();
            sign.setIconCode(sign(state.kind()));
        }
        setShown(badge, state.kind() != Badge.Kind.NONE && state.kind() != Badge.Kind.WORKING);
        setShown(bar, state.fraction() >= 0);
        bar.setProgress(Math.max(0, state.fraction()));
        var path = photo.photo().file().toString();
        var text = state.detail().isEmpty() ? path : Texts.get("tile.tip", path, state.detail());
        tooltip.setText(text);
        setAccessibleText(
                state.detail().isEmpty() ? photo.name() : Texts.get("tile.spoken", photo.name(), state.detail()));
    }

    private static Feather sign(Badge.Kind kind) {
        return switch (kind) {
            case NONE, WAITING, WORKING -> Feather.CIRCLE;
            case MEMORY -> Feather.CLOCK;
            case CANCELLING -> Feather.SLASH;
            case DONE -> Feather.CHECK;
            case FAILED -> Feather.ALERT_CIRCLE;
            case CANCELLED -> Feather.MINUS;
        };
    }
}
