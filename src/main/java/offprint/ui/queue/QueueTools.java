package offprint.ui.queue;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import offprint.export.Conduct.Manners;
import offprint.ui.Controls;
import offprint.ui.Texts;
import org.kordamp.ikonli.feather.Feather;

/// The tools above the matrix. Each has a key, which its tooltip names.
final class QueueTools extends HBox {

    private final QueueViewModel model;
    private final Button pause;
    private final Button finish;
    private final Button cancel;
    private final Button toFront;
    private final Button retryFailed;
    private final ToggleButton polite = new ToggleButton(Texts.get("queue.tool.polite"));

    QueueTools(QueueViewModel model, QueueActions actions, Matrix matrix) {
        this.model = model;
        getStyleClass().add("queue-tools");
        setAlignment(Pos.CENTER_LEFT);
        pause = Controls.iconButton(Feather.PAUSE, "queue.pause", actions::togglePause);
        finish = Controls.iconButton(Feather.STOP_CIRCLE, "queue.tool.finish.tip", actions::cancelWaiting);
        toFront = Controls.iconButton(Feather.CHEVRONS_UP, "queue.tool.toFront.tip", matrix::moveChosenToFront);
        cancel = Controls.iconButton(Feather.X, "queue.tool.cancel.tip", matrix::cancelChosen);
        retryFailed = Controls.iconButton(Feather.ROTATE_CW, "queue.retryFailed.tip", actions::retryFailed);
        polite.setOnAction(ignored -> actions.conduct(polite.isSelected() ? Manners.POLITE : Manners.FULL));
        polite.getStyleClass().addAll("small", "polite");
        Controls.describe(polite, Texts.get("queue.tool.polite.tip"));
        polite.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(pause, finish, toFront, cancel, retryFailed, polite);
        update();
    }

    void update() {
        boolean busy = model.isBusy();
        pause.setDisable(!busy);
        finish.setDisable(model.totals().waiting() == 0);
        toFront.setDisable(model.totals().waiting() == 0);
        cancel.setDisable(!busy);
        Controls.setShown(retryFailed, model.totals().failed() > 0);
        var text = Texts.get(model.isPaused() ? "queue.resume" : "queue.pause");
        if (!text.equals(pause.getAccessibleText())) {
            Controls.describe(pause, text);
            Controls.setIcon(pause, model.isPaused() ? Feather.PLAY : Feather.PAUSE);
        }
    }

    /// As the settings say at the start.
    void choose(Manners manners) {
        polite.setSelected(manners == Manners.POLITE);
    }

    void togglePolite() {
        polite.fire();
    }

    Manners manners() {
        return polite.isSelected() ? Manners.POLITE : Manners.FULL;
    }
}
