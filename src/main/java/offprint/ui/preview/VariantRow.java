package offprint.ui.preview;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import offprint.ui.Command;
import offprint.ui.Controls;
import offprint.ui.Texts;
import org.kordamp.ikonli.feather.Feather;

/// The variants of the recipe: all of them in a row where there is room, else one with an arrow on each side.
final class VariantRow extends HBox {

    private static final double MOST_WIDTH_PX = 176;

    private final CompareModel model;
    private final Button back;
    private final Button next;
    private final Label name = Controls.nameLabel("variant-name");
    private final FlowPane segments = new FlowPane();
    private final boolean wide;
    private Runnable onResize = () -> {};

    VariantRow(CompareModel model, ComparePane.Look look) {
        this.model = model;
        this.wide = look == ComparePane.Look.LARGE;
        getStyleClass().add("variant-row");
        setAlignment(Pos.CENTER_LEFT);
        back = Controls.iconButton(
                Feather.CHEVRON_LEFT,
                "compare.variant.back",
                () -> model.stepVariant(-1),
                Command.VARIANT_BACK.keysText());
        next = Controls.iconButton(
                Feather.CHEVRON_RIGHT,
                "compare.variant.next",
                () -> model.stepVariant(1),
                Command.VARIANT_NEXT.keysText());
        segments.getStyleClass().add("variant-segments");
        segments.setAlignment(Pos.CENTER_LEFT);
        name.setAlignment(Pos.CENTER);
        name.setMaxWidth(Double.MAX_VALUE);
        var middle = wide ? segments : name;
        HBox.setHgrow(middle, Priority.ALWAYS);
        getChildren().addAll(back, middle, next);
        if (wide) {
            getChildren().setAll(back, next, segments);
        }
    }

    /// Told when other variants, or other names of them, want another width.
    void setOnResize(Runnable listener) {
        onResize = listener;
    }

    /// The width with which no variant goes to a second line.
    double onOneLinePx() {
        double all = segments.getChildren().stream()
                .mapToDouble(child -> Math.ceil(child.prefWidth(-1)))
                .sum();
        segments.setPrefWrapLength(all);
        return all + back.prefWidth(-1) + next.prefWidth(-1) + 2 * getSpacing();
    }

    /// Shows what the model says.
    void update() {
        boolean many = model.variants().size() > 1;
        back.setDisable(!many);
        next.setDisable(!many);
        if (wide) {
            updateSegments();
            return;
        }
        var text = model.variant()
                .map(variant -> Texts.get(
                        "compare.variant",
                        variant.name(),
                        variant.encoding().format().label(),
                        model.variantIndex() + 1,
                        model.variants().size()))
                .orElse("");
        Controls.setText(name, text);
        Controls.tip(name, text);
    }

    private void updateSegments() {
        var variants = model.variants();
        if (segments.getChildren().size() != variants.size()) {
            segments.getChildren().clear();
            for (int index = 0; index < variants.size(); index++) {
                segments.getChildren().add(segment(index));
            }
        }
        for (int index = 0; index < variants.size(); index++) {
            if (segments.getChildren().get(index) instanceof ToggleButton button) {
                var variant = variants.get(index);
                var format = variant.encoding().format().label();
                var spoken = Texts.get("lane.variant", variant.name(), format);
                button.setText(variant.name());
                button.setSelected(index == model.variantIndex());
                button.setAccessibleText(spoken);
                Controls.tip(button, model.isWritable(variant) ? spoken : Texts.get("preview.notWritable", format));
            }
        }
        onResize.run();
    }

    private ToggleButton segment(int index) {
        var button = new ToggleButton();
        button.getStyleClass().addAll("segment", "small");
        button.setMaxWidth(MOST_WIDTH_PX);
        button.setTextOverrun(javafx.scene.control.OverrunStyle.CENTER_ELLIPSIS);
        button.setOnAction(ignored -> {
            model.chooseVariant(index);
            update();
        });
        return button;
    }
}
