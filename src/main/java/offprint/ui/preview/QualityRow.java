package offprint.ui.preview;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import offprint.ui.Controls;
import offprint.ui.Texts;

/// The quality, live, and what becomes of a changed one. Only for formats that have a quality.
final class QualityRow extends VBox {

    private final CompareModel model;
    private final Slider slider = new Slider(1, 100, 80);
    private final Label value = Controls.label("quality-value", "figures");
    private final Button keep;
    private final Button reset;
    private final FlowPane buttons;
    private Optional<QualityKeeper> keeper = Optional.empty();
    private boolean updating;

    QualityRow(CompareModel model) {
        this.model = model;
        getStyleClass().add("quality-row");
        var title = Controls.label("fact-name");
        title.setText(Texts.get("compare.quality"));
        title.setMinWidth(USE_PREF_SIZE);
        slider.setBlockIncrement(1);
        Controls.describe(slider, Texts.get("compare.quality.tip"));
        HBox.setHgrow(slider, Priority.ALWAYS);
        slider.valueProperty().addListener((property, before, after) -> moved());
        value.setMinWidth(USE_PREF_SIZE);
        var line = new HBox(title, slider, value);
        line.getStyleClass().add("quality-line");
        line.setAlignment(Pos.CENTER_LEFT);
        keep = Controls.textButton("compare.keep", this::keep);
        reset = Controls.textButton("compare.reset", model::resetQuality);
        keep.getStyleClass().add("small");
        reset.getStyleClass().add("small");
        Controls.tip(keep, Texts.get("compare.keep.tip"));
        buttons = new FlowPane(keep, reset);
        buttons.getStyleClass().add("quality-buttons");
        getChildren().addAll(line, buttons);
    }

    void setKeeper(QualityKeeper now) {
        keeper = Optional.of(now);
        update(isVisible());
    }

    private void moved() {
        if (!updating) {
            model.setQuality((int) Math.round(slider.getValue()));
        }
    }

    private void keep() {
        var recipe = model.recipe();
        var encoding = model.encoding();
        if (recipe.isPresent() && encoding.isPresent()) {
            keeper.ifPresent(one -> one.keep(recipe.get(), model.variantIndex(), encoding.get()));
        }
    }

    /// Shows what the model says.
    ///
    /// @param offered whether there is a picture that would follow it
    void update(boolean offered) {
        var quality = model.quality();
        Controls.setShown(this, offered && quality.isPresent());
        updating = true;
        // a hand that holds the slider is not moved
        if (!slider.isValueChanging() && quality.isPresent()) {
            slider.setValue(quality.getAsInt());
        }
        updating = false;
        Controls.setText(value, quality.isPresent() ? Texts.count(quality.getAsInt()) : "");
        Controls.setShown(keep, keeper.isPresent());
        Controls.setShown(buttons, model.isQualityChanged());
    }
}
