package offprint.ui.queue;

import java.util.List;
import javafx.geometry.NodeOrientation;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import offprint.ui.Texts;

/// Depth of the queue over the last two minutes, as a line with no axes.
final class Sparkline extends Region {

    private static final double WIDTH_PX = 72;
    private static final double HEIGHT_PX = 16;

    private final Path line = new Path();
    private List<Integer> shown = List.of();

    Sparkline() {
        getStyleClass().add("sparkline");
        line.getStyleClass().add("sparkline-line");
        line.setManaged(false);
        setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        getChildren().add(line);
        setMinSize(WIDTH_PX, HEIGHT_PX);
        setPrefSize(WIDTH_PX, HEIGHT_PX);
        setMaxSize(WIDTH_PX, HEIGHT_PX);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(Texts.get("queue.chart"));
    }

    void show(List<Integer> samples) {
        if (samples.equals(shown)) {
            return;
        }
        shown = samples;
        line.getElements().clear();
        int highest =
                Math.max(1, samples.stream().mapToInt(Integer::intValue).max().orElse(1));
        double step = WIDTH_PX / Math.max(1, samples.size() - 1);
        for (int i = 0; i < samples.size(); i++) {
            double y = HEIGHT_PX - 1 - (HEIGHT_PX - 2) * samples.get(i) / highest;
            line.getElements().add(i == 0 ? new MoveTo(0, y) : new LineTo(i * step, y));
        }
    }
}
