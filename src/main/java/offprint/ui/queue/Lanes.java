package offprint.ui.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/// A lane for each worker.
final class Lanes extends ScrollPane {

    private static final double LANE_PX = 32;
    private static final double GAP_PX = 8;
    private static final int SEEN = 4;

    private final VBox box = new VBox();
    private final List<LaneView> views = new ArrayList<>();
    private final IntConsumer cancelPhoto;

    Lanes(IntConsumer cancelPhoto) {
        this.cancelPhoto = cancelPhoto;
        box.getStyleClass().add("lanes");
        setContent(box);
        setFitToWidth(true);
        setFocusTraversable(false);
        getStyleClass().addAll("lane-scroll", "edge-to-edge");
    }

    void show(List<Lane> lanes) {
        setMinHeight(Math.min(SEEN, lanes.size()) * LANE_PX + (lanes.isEmpty() ? 0 : GAP_PX));
        boolean others = views.size() != lanes.size();
        while (views.size() < lanes.size()) {
            views.add(new LaneView(cancelPhoto));
        }
        while (views.size() > lanes.size()) {
            views.removeLast();
        }
        if (others) {
            box.getChildren().setAll(views);
        }
        for (int i = 0; i < lanes.size(); i++) {
            views.get(i).show(lanes.get(i));
        }
    }
}
