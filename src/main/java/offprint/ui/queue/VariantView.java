package offprint.ui.queue;

import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import offprint.ui.Controls;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A cell of the matrix: sign, words, and a bar while it moves. Few and plain nodes, since there are many cells.
final class VariantView extends Region {

    private static final PseudoClass LEAD = PseudoClass.getPseudoClass("lead");
    private static final double EDGE_PX = 8;
    private static final double SIGN_PX = 16;
    private static final double GAP_PX = 8;
    private static final double BAR_PX = 4;

    private final FontIcon sign = Controls.icon(Feather.CIRCLE);
    private final Label text = Controls.label("cell-text", "figures");
    private final Region track = new Region();
    private final Region bar = new Region();
    private CellView shown = CellView.NOTHING;

    VariantView() {
        getStyleClass().add("variant-cell");
        setAccessibleRole(AccessibleRole.TABLE_CELL);
        track.getStyleClass().add("bar-track");
        bar.getStyleClass().add("bar-done");
        text.setMinWidth(0);
        getChildren().addAll(sign, text, track, bar);
        track.setVisible(false);
        bar.setVisible(false);
        sign.setVisible(false);
    }

    CellView shown() {
        return shown;
    }

    void show(CellView view) {
        if (view.equals(shown)) {
            return;
        }
        if (view.kind() != shown.kind()) {
            pseudoClassStateChanged(looks(shown.kind()), false);
            pseudoClassStateChanged(looks(view.kind()), true);
            sign.setIconCode(sign(view.kind()));
            sign.setVisible(view.kind() != CellView.Kind.ABSENT);
        }
        Controls.setText(text, view.text());
        boolean moves = view.fraction() >= 0;
        track.setVisible(moves);
        bar.setVisible(moves);
        shown = view;
        setAccessibleText(view.detail());
        requestLayout();
    }

    /// Whether the keys mean this cell alone.
    void setLead(boolean lead) {
        pseudoClassStateChanged(LEAD, lead);
    }

    @Override
    protected void layoutChildren() {
        double middle = getHeight() / 2;
        double left = EDGE_PX + SIGN_PX + GAP_PX;
        double room = Math.max(0, getWidth() - left - EDGE_PX);
        layoutInArea(sign, EDGE_PX, 0, SIGN_PX, getHeight(), 0, javafx.geometry.HPos.CENTER, VPos.CENTER);
        double height = snapSizeY(text.prefHeight(-1));
        boolean moves = track.isVisible();
        double top = snapPositionY(middle - (moves ? height + BAR_PX : height) / 2);
        text.resizeRelocate(left, top, room, height);
        track.resizeRelocate(left, top + height + 1, room, BAR_PX);
        bar.resizeRelocate(left, top + height + 1, snapSizeX(room * Math.max(0, shown.fraction())), BAR_PX);
    }

    private static PseudoClass looks(CellView.Kind kind) {
        return PseudoClass.getPseudoClass(kind.name().toLowerCase(Locale.ROOT));
    }

    static Feather sign(CellView.Kind kind) {
        return switch (kind) {
            case ABSENT, WAITING -> Feather.CIRCLE;
            case MEMORY -> Feather.CLOCK;
            case ACTIVE -> Feather.LOADER;
            case CANCELLING -> Feather.SLASH;
            case DONE -> Feather.CHECK;
            case SKIPPED -> Feather.CORNER_DOWN_RIGHT;
            case FAILED -> Feather.ALERT_CIRCLE;
            case CANCELLED -> Feather.MINUS;
        };
    }
}
