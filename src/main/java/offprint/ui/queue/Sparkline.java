package offprint.ui.queue;

import java.util.List;
import java.util.function.ToIntFunction;
import javafx.geometry.NodeOrientation;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import offprint.ui.Texts;
import offprint.ui.queue.QueueViewModel.Depth;

/// Depth of the queue over the last two minutes, as lines with no axes: all that wait, and in amber those of them that
/// wait for memory.
final class Sparkline extends Region {

    private final double widthPx;
    private final double heightPx;
    private final Path waiting = line("sparkline-line");
    private final Path forMemory = line("sparkline-memory");
    private List<Depth> shown = List.of();

    Sparkline(double widthPx, double heightPx) {
        this.widthPx = widthPx;
        this.heightPx = heightPx;
        getStyleClass().add("sparkline");
        setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        getChildren().addAll(waiting, forMemory);
        setMinSize(widthPx, heightPx);
        setPrefSize(widthPx, heightPx);
        setMaxSize(widthPx, heightPx);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(Texts.get("queue.chart"));
    }

    private static Path line(String styleClass) {
        var line = new Path();
        line.getStyleClass().add(styleClass);
        line.setManaged(false);
        return line;
    }

    void show(List<Depth> samples) {
        if (samples.equals(shown)) {
            return;
        }
        shown = samples;
        int highest =
                Math.max(1, samples.stream().mapToInt(Depth::waiting).max().orElse(1));
        draw(waiting, samples, Depth::waiting, highest);
        forMemory.setVisible(samples.stream().anyMatch(sample -> sample.forMemory() > 0));
        draw(forMemory, samples, Depth::forMemory, highest);
    }

    private void draw(Path line, List<Depth> samples, ToIntFunction<Depth> value, int highest) {
        line.getElements().clear();
        double step = widthPx / Math.max(1, samples.size() - 1);
        for (int i = 0; i < samples.size(); i++) {
            double y = heightPx - 1 - (heightPx - 2) * value.applyAsInt(samples.get(i)) / highest;
            line.getElements().add(i == 0 ? new MoveTo(0, y) : new LineTo(i * step, y));
        }
    }
}
