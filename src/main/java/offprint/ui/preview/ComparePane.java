package offprint.ui.preview;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import offprint.image.ImageFormat;
import offprint.library.Photo;
import offprint.recipe.Recipe;
import offprint.recipe.Variant;
import offprint.ui.Command;
import offprint.ui.Controls;
import offprint.ui.EngineFacts;
import offprint.ui.FxThread;
import offprint.ui.Texts;
import org.kordamp.ikonli.feather.Feather;

/// A photo before and after the encoder, really encoded: large over the photos, or small at the head of the side.
///
/// FX thread. While it is not active it asks for nothing and holds no pixels.
public final class ComparePane extends VBox {

    private final CompareModel model;
    private final SplitView split = new SplitView();
    private final VariantRow variants;
    private final QualityRow quality;
    private final ToggleButton fit = new ToggleButton(Texts.get("compare.fit"));
    private final ToggleButton hundred = new ToggleButton(Texts.get("compare.hundred"));
    private final ProgressBar busy = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
    private final Label name = Controls.nameLabel("compare-name");
    private final Label bytes = Controls.label("compare-bytes", "figures");
    private final Label what = Controls.label("compare-what", "figures");
    private final Label leaves = Controls.label("compare-leaves");
    private final SlowNotice slow;
    private final HBox below = new HBox();
    private final boolean isSmall;

    /// How it is built.
    public enum Look {
        /// With a header to go back by, and the keys' buttons.
        LARGE,
        SMALL
    }

    /// @param back leaves the large one
    public ComparePane(PreviewPort port, ObservableValue<EngineFacts> engine, FxThread fx, Look look, Runnable back) {
        model = new CompareModel(port, engine, fx);
        variants = new VariantRow(model, look);
        quality = new QualityRow(model);
        slow = new SlowNotice(model, this::update);
        isSmall = look == Look.SMALL;
        getStyleClass().addAll("compare", look == Look.LARGE ? "large" : "small");
        setAccessibleRole(AccessibleRole.PARENT);
        setAccessibleText(Texts.get("compare.spoken"));
        model.setViewer(split::look);
        model.setOnChange(this::changed);
        split.setOnLook(model::lookAgain);
        busy.getStyleClass().add("compare-busy");
        busy.setAccessibleText(Texts.get("compare.busy"));
        busy.setMaxWidth(Double.MAX_VALUE);
        var picture = new StackPane(split, busy);
        StackPane.setAlignment(busy, Pos.BOTTOM_CENTER);
        picture.getStyleClass().add("compare-picture");
        leaves.setWrapText(true);
        leaves.setMinHeight(USE_PREF_SIZE);
        bytes.setWrapText(true);
        bytes.setMinHeight(USE_PREF_SIZE);
        what.setMinHeight(USE_PREF_SIZE);
        var facts = new VBox(bytes, what, leaves);
        facts.getStyleClass().add("compare-facts");
        HBox.setHgrow(facts, Priority.ALWAYS);
        switch (look) {
            case LARGE -> {
                VBox.setVgrow(picture, Priority.ALWAYS);
                split.setOnDoubleClick(split::toggleZoom);
                below.getChildren().addAll(facts, quality);
                below.getStyleClass().add("compare-below");
                below.setMinHeight(USE_PREF_SIZE);
                getChildren().addAll(header(back), picture, below);
            }
            case SMALL -> getChildren().addAll(picture, variants, quality, facts);
        }
        changed();
    }

    private CompareHeader header(Runnable back) {
        var home = Controls.iconButton(Feather.ARROW_LEFT, "compare.back", back);
        var zoom = new HBox(fit, hundred);
        zoom.setMinWidth(USE_PREF_SIZE);
        zoom.setAlignment(Pos.CENTER_RIGHT);
        var tip = Texts.get("compare.zoom.tip", Command.ZOOM.keysText());
        for (var button : new ToggleButton[] {fit, hundred}) {
            button.getStyleClass().addAll("segment", "small");
            Controls.describe(button, tip);
            button.setAccessibleText(button.getText());
        }
        fit.setOnAction(ignored -> zoomTo(Camera.FIT));
        hundred.setOnAction(ignored -> zoomTo(Camera.HUNDRED_PERCENT));
        var sides = Controls.iconButton(
                Feather.COLUMNS, "compare.sides", this::toggleSides, Command.BEFORE_AFTER.keysText());
        return new CompareHeader(home, name, variants, sides, zoom);
    }

    /// Compares a photo by a recipe, or shows that there is none.
    public void show(Optional<Photo> photo, Optional<Recipe> recipe) {
        model.show(photo, recipe);
    }

    /// While it is not looked at it asks for nothing and lets go of its pixels.
    public void setActive(boolean looked) {
        model.setActive(looked);
    }

    /// Offers to take a changed quality into the recipe.
    public void setKeeper(QualityKeeper keeper) {
        quality.setKeeper(keeper);
    }

    public void setOnDoubleClick(Runnable open) {
        split.setOnDoubleClick(open);
    }

    /// From fit to 100 %, or back.
    public void toggleZoom() {
        split.toggleZoom();
        update();
    }

    private void zoomTo(double zoom) {
        split.zoomTo(zoom);
        update();
    }

    /// Only the photo, or only what was made of it.
    public void toggleSides() {
        split.toggleSides();
    }

    /// The next variant, or with -1 the one before.
    public void stepVariant(int by) {
        model.stepVariant(by);
    }

    /// Another quality, for looking at.
    public void setQuality(int percent) {
        model.setQuality(percent);
    }

    /// The divider takes the keys.
    public void takeFocus() {
        split.divider().requestFocus();
    }

    private void changed() {
        slow.watch();
        update();
    }

    private void update() {
        var stage = model.stage();
        boolean isMade = stage != CompareModel.Stage.NOTHING && stage != CompareModel.Stage.FAILED;
        Controls.setShown(variants, isMade || model.info().isPresent());
        Controls.setShown(below, isMade);
        variants.update();
        quality.update(isMade && stage != CompareModel.Stage.REFUSED);
        Controls.setText(
                name, model.photo().map(photo -> Texts.fileName(photo.file())).orElse(""));
        Controls.tip(name, model.photo().map(photo -> photo.file().toString()).orElse(""));
        split.show(
                model.before(),
                model.after().map(CompareModel.After::picture),
                slow.text().orElseGet(() -> CompareWords.after(model)),
                hint());
        fit.setSelected(split.isFitted());
        hundred.setSelected(!split.isFitted());
        busy.setVisible(
                switch (stage) {
                    case READING, ENCODING, FINISHING -> slow.isLong();
                    case NOTHING, READY, REFUSED, FAILED -> false;
                });
        updateFacts(isMade);
    }

    private void updateFacts(boolean isMade) {
        show(bytes, bytesText());
        bytes.pseudoClassStateChanged(
                javafx.css.PseudoClass.getPseudoClass("refused"), model.stage() == CompareModel.Stage.REFUSED);
        show(
                what,
                model.size()
                        .filter(ignored -> isMade)
                        .flatMap(size -> model.variant().map(variant -> CompareWords.what(size, format(variant))))
                        .orElse(""));
        show(
                leaves,
                model.info()
                        .filter(ignored -> isMade)
                        .flatMap(info -> model.recipe().map(recipe -> CompareWords.leaves(info, recipe.metadata())))
                        .orElse(""));
    }

    private static void show(Label label, String text) {
        Controls.setText(label, text);
        Controls.setShown(label, !text.isEmpty());
    }

    private static ImageFormat format(Variant variant) {
        return variant.encoding().format();
    }

    private String hint() {
        return switch (model.stage()) {
            case NOTHING -> Texts.get("preview.none");
            case READING -> Texts.get("preview.loading");
            case FAILED -> failedHint();
            case ENCODING, FINISHING, READY, REFUSED -> "";
        };
    }

    /// Beside the small one all of it is told already where the photo can't be read.
    private String failedHint() {
        return isSmall && model.info().isEmpty()
                ? Texts.get("preview.unreadable")
                : model.reason().map(CompareWords::failed).orElse("");
    }

    /// Bytes belong to the picture that is shown: while another is made, they are not.
    private String bytesText() {
        return switch (model.stage()) {
            case NOTHING, FAILED -> "";
            case READING -> waiting();
            case REFUSED -> model.reason().map(CompareWords::failed).orElse("");
            case ENCODING, FINISHING, READY ->
                model.after()
                        .filter(made -> model.encoding().equals(Optional.of(made.encoding())))
                        .flatMap(made -> model.photo().map(photo -> CompareWords.bytes(photo.bytes(), made)))
                        .orElseGet(this::waiting);
        };
    }

    private String waiting() {
        return model.photo()
                .map(photo -> Texts.get("compare.waiting", Texts.bytes(photo.bytes())))
                .orElse("");
    }

    /// Whether it holds a picture now.
    public boolean showsPicture() {
        return model.before().isPresent() || model.after().isPresent();
    }
}
