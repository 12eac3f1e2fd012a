package offprint.ui.plan;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One line of the plan: its mark, its words, and its fixes; those are beside the words where there is room, else below
/// them. FX thread.
final class PlanRow extends HBox {

    private static final PseudoClass BESIDE = PseudoClass.getPseudoClass("beside");
    private static final double ROOM_FOR_FIXES_PX = 600;

    private final VBox words;
    private final HBox fixes;

    PlanRow(Node mark, VBox words, HBox fixes) {
        this.words = words;
        this.fixes = fixes;
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        fixes.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().addAll(mark, words);
        if (!fixes.getChildren().isEmpty()) {
            widthProperty().addListener((property, before, now) -> place(now.doubleValue() >= ROOM_FOR_FIXES_PX));
            place(true);
        }
    }

    private void place(boolean beside) {
        Pane wanted = beside ? this : words;
        if (!wanted.equals(fixes.getParent())) {
            getChildren().remove(fixes);
            words.getChildren().remove(fixes);
            fixes.setAlignment(beside ? Pos.CENTER_RIGHT : Pos.TOP_RIGHT);
            fixes.pseudoClassStateChanged(BESIDE, beside);
            wanted.getChildren().add(fixes);
        }
    }
}
