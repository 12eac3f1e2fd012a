package offprint.ui.plan;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import offprint.recipe.OnConflict;
import offprint.ui.Command;
import offprint.ui.Controls;
import offprint.ui.Texts;
import offprint.ui.plan.PlanLine.Fix;
import org.kordamp.ikonli.feather.Feather;

/// The screen of the plan: a line for each thing to know, its fixes beside it, and the button that starts. Shows a
/// report; decides nothing. FX thread.
public final class PlanScreen extends BorderPane {

    private final PlanActions actions;
    private final VBox lines = new VBox();
    private final Button start = new Button();
    private final Label title = Controls.label("prompt-title");
    private boolean needsDecision;

    public PlanScreen(PlanActions actions) {
        this.actions = actions;
        getStyleClass().add("plan-screen");
        title.setText(Texts.get("plan.title"));
        start.getStyleClass().addAll("accent", "export-button");
        start.setOnAction(ignored -> actions.start());
        lines.getStyleClass().add("plan-lines");
        var content = new VBox(title, lines, buttons());
        content.getStyleClass().add("plan-content");
        var scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().addAll("edge-to-edge", "editor-scroll");
        scroll.setAccessibleText(Texts.get("plan.title"));
        setCenter(scroll);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !event.isShortcutDown()) {
                actions.close();
                event.consume();
            }
        });
    }

    private HBox buttons() {
        var back = Controls.textButton("plan.back", actions::close);
        Controls.describe(back, Texts.get("plan.back.tip"));
        back.getStyleClass().add("plan-back");
        var bar = new HBox(back, Controls.spacer(), start);
        bar.getStyleClass().add("plan-actions");
        return bar;
    }

    /// Shows a plan, and lets it be started.
    public void show(PlanReport report) {
        int focused = focusedFix();
        needsDecision = report.needsDecision();
        var nodes = new ArrayList<Node>();
        PlanWords.lines(report).forEach(line -> nodes.add(node(line, report.policy())));
        lines.getChildren().setAll(nodes);
        lines.setDisable(false);
        int replaced = report.collisions().replaced();
        var text = report.files() == 0
                ? Texts.get("export.none")
                : replaced > 0
                        ? Texts.get("plan.start.replacing", report.photos(), replaced)
                        : Texts.get("export.all", Texts.count(report.photos()));
        start.setText(text);
        start.setDisable(report.files() == 0);
        start.getStyleClass().removeAll("accent", "danger");
        start.getStyleClass().add(replaced > 0 ? "danger" : "accent");
        Controls.describe(start, Texts.get("export.tip", text, Command.EXPORT.keysText()));
        focusFix(focused);
    }

    /// A new plan is being made; the one that is shown can't be started any more.
    public void showPlanning() {
        lines.setDisable(true);
        start.setDisable(true);
        start.setText(Texts.get("plan.planning"));
    }

    /// Puts the focus on what is to be decided, or on the start where nothing is.
    public void takeFocus() {
        applyCss(); // so that the lines are in the scene already
        layout();
        if (needsDecision) {
            fixes().stream().findFirst().ifPresent(Node::requestFocus);
        } else {
            start.requestFocus();
        }
    }

    public Button startButton() {
        return start;
    }

    private Node node(PlanLine line, OnConflict policy) {
        var mark = Controls.icon(
                switch (line.mark()) {
                    case GOOD -> Feather.CHECK;
                    case NOTE -> Feather.ALERT_TRIANGLE;
                    case WRONG -> Feather.X_CIRCLE;
                });
        mark.getStyleClass().add("plan-mark");
        var words = new VBox(wrapped("plan-text", line.text()));
        if (!line.detail().isEmpty()) {
            words.getChildren().add(wrapped("plan-detail", line.detail()));
        }
        var fixes = new HBox();
        fixes.getStyleClass().add(line.fixes().contains(Fix.KEEP_BOTH) ? "segments" : "plan-actions");
        line.fixes().forEach(fix -> fixes.getChildren().add(button(fix, policy, line)));
        var row = new PlanRow(mark, words, fixes);
        row.getStyleClass().addAll("plan-line", "plan-" + line.mark().name().toLowerCase(java.util.Locale.ROOT));
        return row;
    }

    private static Label wrapped(String style, String text) {
        var label = Controls.label(style);
        label.setText(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private ButtonBase button(Fix fix, OnConflict policy, PlanLine line) {
        ButtonBase button = switch (fix) {
            case KEEP_BOTH -> choice("plan.fix.keep", OnConflict.RENAME, policy);
            case REPLACE -> choice("plan.fix.replace", OnConflict.OVERWRITE, policy);
            case SKIP -> choice("plan.fix.skip", OnConflict.SKIP, policy);
            case LEAVE_OUT -> Controls.textButton("plan.fix.leaveOut", () -> actions.leaveOut(line.code()));
            case TAKE_IN -> Controls.textButton("plan.fix.takeIn", actions::takeIn);
            case OTHER_FOLDER -> Controls.textButton("plan.fix.folder", actions::chooseDestination);
        };
        button.getStyleClass().add("plan-fix");
        Controls.describe(button, Texts.get("plan.fix.spoken", button.getText(), line.text()));
        return button;
    }

    private ToggleButton choice(String key, OnConflict policy, OnConflict now) {
        var button = new ToggleButton(Texts.get(key));
        button.setSelected(policy == now);
        button.setOnAction(ignored -> {
            button.setSelected(policy == now);
            actions.choose(policy);
        });
        return button;
    }

    private List<Node> fixes() {
        return lines.lookupAll(".plan-fix").stream().toList();
    }

    /// The place of the focus among the fixes, so that it stays where it was when the lines are made anew; -1:
    /// elsewhere.
    private int focusedFix() {
        var all = fixes();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).isFocused()) {
                return i;
            }
        }
        return -1;
    }

    private void focusFix(int place) {
        var all = fixes();
        if (place >= 0 && place < all.size()) {
            all.get(place).requestFocus();
        } else if (place >= 0) {
            start.requestFocus();
        }
    }
}
