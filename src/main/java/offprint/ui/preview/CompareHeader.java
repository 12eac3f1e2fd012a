package offprint.ui.preview;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import offprint.ui.Controls;

/// The head of the large comparison, in one line where there is room for it: back, the photo's name, its variants, and
/// how it is looked at. Else the variants have a line of their own.
final class CompareHeader extends VBox {

    private final HBox first;
    private final VariantRow variants;
    private final Label name;
    private final Region space = Controls.spacer();

    CompareHeader(Region home, Label name, VariantRow variants, Region sides, Region zoom) {
        this.variants = variants;
        this.name = name;
        getStyleClass().add("compare-header");
        setAlignment(Pos.CENTER_LEFT);
        setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(space, Priority.ALWAYS);
        first = new HBox(home, name, space, sides, zoom);
        first.getStyleClass().add("compare-header-line");
        first.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(first);
        variants.setOnResize(this::requestLayout);
    }

    @Override
    protected void layoutChildren() {
        fit();
        super.layoutChildren();
    }

    /// The variants go where all of them stand in one line.
    private void fit() {
        double room = getWidth() - snappedLeftInset() - snappedRightInset();
        boolean together = wantedPx() <= room;
        var wanted = together ? first : this;
        if (room <= 0 || wanted.getChildrenUnmodifiable().contains(variants)) {
            return;
        }
        first.getChildren().remove(variants);
        getChildren().remove(variants);
        if (together) {
            first.getChildren().add(first.getChildren().indexOf(name) + 1, variants);
        } else {
            getChildren().add(variants);
        }
    }

    private double wantedPx() {
        var others = first.getChildren().stream()
                .filter(child -> !child.equals(variants) && !child.equals(space))
                .toList();
        return variants.onOneLinePx()
                + others.stream().mapToDouble(child -> child.prefWidth(-1)).sum()
                + (others.size() + 1) * first.getSpacing();
    }
}
