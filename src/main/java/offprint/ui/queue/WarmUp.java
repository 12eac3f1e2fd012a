package offprint.ui.queue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.beans.InvalidationListener;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import offprint.engine.EngineFailure;
import offprint.engine.EngineResult;
import offprint.export.PhotoProgress;
import offprint.export.PlannedPhoto;
import offprint.library.Photo;

/// Borrows a part of the queue, lays it out beyond the window's edge for a few pulses, and gives it back; at once when
/// the queue is opened meanwhile. FX thread.
final class WarmUp extends AnimationTimer {

    /// Of no photo; it waits.
    static final PhotoProgress SAMPLE = new PhotoProgress(
            0,
            new PlannedPhoto(
                    new Photo(
                            Path.of("0"),
                            Path.of("0"),
                            0,
                            Instant.EPOCH,
                            EngineResult.failed(new EngineFailure.EmptySource())),
                    List.of(),
                    Optional.empty()),
            PhotoProgress.State.WAITING,
            0,
            List.of(),
            Optional.empty(),
            Duration.ZERO,
            Optional.empty());

    private static final int BEGINS_AT_PULSE = 30;
    private static final int ENDS_AT_PULSE = 34;
    private static final double WIDTH_PX = 960;
    private static final double HEIGHT_PX = 320;

    private final Pane host;
    private final QueuePanel panel;
    private final Region part;
    private final Runnable fill;
    private final InvalidationListener opened = ignored -> finish();
    private int pulses;

    /// @param part of the panel
    /// @param fill puts samples into it
    WarmUp(Pane host, QueuePanel panel, Region part, Runnable fill) {
        this.host = host;
        this.panel = panel;
        this.part = part;
        this.fill = fill;
    }

    @Override
    public void handle(long nowNanos) {
        pulses++;
        if (panel.isVisible() && pulses <= BEGINS_AT_PULSE) {
            stop();
        } else if (pulses == BEGINS_AT_PULSE) {
            begin();
        } else if (pulses == ENDS_AT_PULSE) {
            finish();
        }
    }

    private void begin() {
        panel.visibleProperty().addListener(opened);
        panel.getChildren().remove(part);
        part.setManaged(false);
        part.setMouseTransparent(true);
        host.getChildren().add(part);
        part.resizeRelocate(0, -2 * HEIGHT_PX, WIDTH_PX, HEIGHT_PX);
        fill.run();
    }

    private void finish() {
        stop();
        panel.visibleProperty().removeListener(opened);
        host.getChildren().remove(part);
        part.setManaged(true);
        part.setMouseTransparent(false);
        panel.endWarmUp();
    }
}
