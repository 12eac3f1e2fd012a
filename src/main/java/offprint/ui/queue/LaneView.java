package offprint.ui.queue;

import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import offprint.ui.Controls;
import offprint.ui.Texts;
import org.kordamp.ikonli.feather.Feather;

/// One worker: photo, variant, stage, progress and its cancel button.
final class LaneView extends HBox {

    private static final PseudoClass IDLE = PseudoClass.getPseudoClass("idle");
    private static final PseudoClass CANCELLING = PseudoClass.getPseudoClass("cancelling");

    private final Label worker = Controls.label("lane-worker", "figures");
    private final Label photo = Controls.nameLabel("lane-photo");
    private final Label variant = Controls.label("lane-variant");
    private final Label stage = Controls.label("lane-stage");
    private final ProgressBar bar = new ProgressBar(0);
    private final Label percent = Controls.label("lane-percent", "figures");
    private final Button cancel;
    private int row = -1;

    LaneView(IntConsumer cancelPhoto) {
        getStyleClass().add("lane");
        setAlignment(Pos.CENTER_LEFT);
        cancel = Controls.iconButton(Feather.X, "lane.cancel", () -> cancelPhoto.accept(row));
        HBox.setHgrow(photo, Priority.ALWAYS);
        photo.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(Texts.get("lane.progress"));
        var progress = new HBox(stage, bar, percent);
        progress.getStyleClass().add("lane-progress");
        getChildren().addAll(worker, photo, variant, progress, cancel);
    }

    void show(Lane lane) {
        Controls.setText(worker, Texts.get("lane.worker", lane.worker()));
        lane.job().ifPresentOrElse(this::showJob, this::showIdle);
    }

    private void showJob(Lane.Job job) {
        row = job.row();
        Controls.setText(photo, job.photo());
        Controls.setText(variant, job.variant());
        Controls.setText(stage, job.stage());
        Controls.tip(stage, job.stage());
        boolean known = job.fraction() >= 0 && !job.isCancelling();
        Controls.setShown(bar, known);
        bar.setProgress(known ? job.fraction() : 0);
        Controls.setText(percent, known ? Texts.percent(job.fraction()) : "");
        cancel.setVisible(!job.isCancelling());
        cancel.setAccessibleText(Texts.get("lane.cancel.named", job.photo()));
        pseudoClassStateChanged(IDLE, false);
        pseudoClassStateChanged(CANCELLING, job.isCancelling());
    }

    private void showIdle() {
        row = -1;
        Controls.setText(photo, Texts.get("lane.idle"));
        Controls.setText(variant, "");
        Controls.setText(stage, "");
        Controls.setText(percent, "");
        Controls.setShown(bar, false);
        cancel.setVisible(false);
        pseudoClassStateChanged(IDLE, true);
        pseudoClassStateChanged(CANCELLING, false);
    }
}
