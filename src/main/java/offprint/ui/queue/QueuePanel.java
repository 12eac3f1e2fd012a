package offprint.ui.queue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import offprint.export.Conduct.Manners;
import offprint.ui.Controls;
import offprint.ui.EngineFacts;
import offprint.ui.Texts;

/// The expanded queue. *Now*: a lane a worker, and the matrix of photos and variants; *History*: batches of the past.
/// While it is hidden nothing in it is touched.
public final class QueuePanel extends VBox {

    private static final double ROOM_FOR_CHART_PX = 900;
    private static final double CHART_WIDTH_PX = 200;
    private static final double CHART_HEIGHT_PX = 40;

    private final QueueViewModel model;
    private final QueueActions actions;
    private final Matrix matrix;
    private final QueueTools tools;
    private final Lanes lanes;
    private final Sparkline chart = new Sparkline(CHART_WIDTH_PX, CHART_HEIGHT_PX);
    private final Label chartText = Controls.label("chart-text", "figures");
    private final VBox chartBox = new VBox(chart, chartText);
    private final HBox work;
    private final VBox now;
    private final HistoryPane history;
    private final ToggleButton nowTab = tab("queue.tab.now", "queue.tab.now.tip");
    private final ToggleButton historyTab = tab("queue.tab.history", "queue.tab.history.tip");
    private final ObservableValue<EngineFacts> engine;
    private final Label machine = Controls.label("queue-machine", "figures");
    private boolean wasBusy;
    private Optional<Integer> chosenHeightPx = Optional.empty();
    private Optional<Node> focusedBefore = Optional.empty();

    public QueuePanel(QueueViewModel model, QueueActions actions, ObservableValue<EngineFacts> facts) {
        engine = facts;
        this.model = model;
        this.actions = actions;
        getStyleClass().add("queue-panel");
        setAccessibleRole(AccessibleRole.PARENT);
        setAccessibleText(Texts.get("queue.title"));
        matrix = new Matrix(model, actions);
        tools = new QueueTools(model, actions, matrix);
        lanes = new Lanes(actions::cancelPhoto);
        history = new HistoryPane(actions);
        chartBox.getStyleClass().add("chart-box");
        work = new HBox(lanes, chartBox);
        HBox.setHgrow(lanes, Priority.ALWAYS);
        now = new VBox(work, matrix);
        VBox.setVgrow(matrix, Priority.ALWAYS);
        VBox.setVgrow(now, Priority.ALWAYS);
        VBox.setVgrow(history, Priority.ALWAYS);
        getChildren().addAll(header(facts), now, history);
        var tabs = new ToggleGroup();
        tabs.getToggles().addAll(nowTab, historyTab);
        nowTab.setOnAction(ignored -> showTab(nowTab));
        historyTab.setOnAction(ignored -> showTab(historyTab));
        showTab(nowTab);
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        visibleProperty().addListener((property, before, shown) -> toggled(shown));
        widthProperty().addListener((property, before, width) -> fitChart());
    }

    /// Whoever opens the queue has its keys at once, and is back where they were once it is closed.
    private void toggled(boolean shown) {
        update();
        if (shown) {
            focusedBefore = focusOwner();
            takeFocus();
        } else if (focusOwner().filter(this::holds).isPresent()) {
            focusedBefore.ifPresent(Node::requestFocus);
        }
    }

    private Optional<Node> focusOwner() {
        return Optional.ofNullable(getScene()).flatMap(scene -> Optional.ofNullable(scene.getFocusOwner()));
    }

    private boolean holds(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.equals(this)) {
                return true;
            }
        }
        return false;
    }

    private void takeFocus() {
        (history.isVisible() ? history.list() : matrix.list()).requestFocus();
    }

    private HBox header(ObservableValue<EngineFacts> facts) {
        machine.setMinWidth(0);
        facts.addListener((property, before, known) -> tipMachine());
        var tabBox = new HBox(nowTab, historyTab);
        tabBox.getStyleClass().add("tabs");
        var header = new HBox(tabBox, tools, Controls.spacer(), machine);
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("queue-header");
        return header;
    }

    private static ToggleButton tab(String textKey, String tipKey) {
        var tab = new ToggleButton(Texts.get(textKey));
        Controls.describe(tab, Texts.get(tipKey));
        tab.getStyleClass().addAll("small", "flat", "tab-button");
        tab.setMinWidth(USE_PREF_SIZE);
        return tab;
    }

    /// All of the line, which a narrow window cuts, and the engine.
    private void tipMachine() {
        var known = engine.getValue().text();
        Controls.tip(machine, known.isEmpty() ? machine.getText() : machine.getText() + "\n" + known);
    }

    private void showTab(ToggleButton tab) {
        tab.setSelected(true);
        boolean past = tab.equals(historyTab);
        Controls.setShown(now, !past);
        Controls.setShown(history, past);
        Controls.setShown(tools, !past);
        if (past) {
            history.load();
        }
    }

    private void fitChart() {
        Controls.setShown(chartBox, getWidth() >= ROOM_FOR_CHART_PX && model.isBusy());
    }

    /// Lays the queue out once, out of sight, soon after the window has been painted: the first time costs a few
    /// pulses,
    /// which nobody should meet at the first export.
    ///
    /// @param host a pane of the window
    public void warmUp(Pane host) {
        new WarmUp(host, this, now, () -> {
                    matrix.showSample();
                    lanes.show(List.of(new Lane(1, Optional.empty())));
                })
                .start();
    }

    /// Takes back what a warm-up has borrowed.
    void endWarmUp() {
        matrix.clearSample();
        lanes.show(List.of());
        if (!getChildren().contains(now)) {
            getChildren().add(1, now);
        }
    }

    /// Shows the newest state, if it is shown at all.
    ///
    /// @return whether another call is to show more of it
    public boolean update() {
        if (wasBusy && !model.isBusy() && history.isVisible()) {
            history.load();
        }
        wasBusy = model.isBusy();
        if (isVisible()) {
            show();
        }
        return isToBeFilled();
    }

    private void show() {
        matrix.update();
        lanes.show(model.isBusy() ? model.lanes() : List.of());
        tools.update();
        fitChart();
        chart.show(model.depthHistory());
        Controls.setText(
                chartText,
                model.memoryText().isEmpty() ? model.waitingText() : model.waitingText() + " · " + model.memoryText());
        var polite = model.politeText();
        boolean roomForBoth = getWidth() >= ROOM_FOR_CHART_PX;
        Controls.setText(
                machine,
                polite.isEmpty() ? model.machineText() : roomForBoth ? polite + " · " + model.machineText() : polite);
        tipMachine();
    }

    /// Whether changes are still to be taken over and shown.
    public boolean isBehind() {
        return model.isBehind() || isToBeFilled();
    }

    /// Whether rows that were taken over are still to be shown.
    private boolean isToBeFilled() {
        return isVisible() && matrix.isBehind();
    }

    private void onKey(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        boolean known = event.getCode() == KeyCode.H
                ? done(this::turn)
                : history.isVisible() ? history.onKey(event) : onKeyOfNow(event);
        if (known) {
            event.consume();
        }
    }

    private boolean onKeyOfNow(KeyEvent event) {
        boolean onButton = event.getTarget() instanceof ButtonBase;
        return switch (event.getCode()) {
            case SPACE -> !onButton && done(actions::togglePause);
            case ENTER ->
                !onButton && done(() -> matrix.chosen().stream().findFirst().ifPresent(matrix::reveal));
            case ESCAPE, DELETE -> done(matrix::cancelChosen);
            case R -> done(matrix::retryChosen);
            case F -> done(actions::cancelWaiting);
            case L -> done(tools::togglePolite);
            case UP, DOWN -> !onButton && matrix.beginChoosing();
            case HOME -> matrix.moveChosenToFront();
            case LEFT -> !onButton && done(() -> matrix.moveLead(-1));
            case RIGHT -> !onButton && done(() -> matrix.moveLead(1));
            default -> false;
        };
    }

    /// From what is under way to the past, or back, with the keys.
    private void turn() {
        showTab(history.isVisible() ? nowTab : historyTab);
        takeFocus();
    }

    private static boolean done(Runnable action) {
        action.run();
        return true;
    }

    /// Asks every selected photo, or the one variant that the keys mean, to stop.
    public void cancelSelected() {
        matrix.cancelChosen();
    }

    /// Runs the failed and cancelled ones of the selected photos again, or every failed one when none is selected.
    public void retrySelected() {
        matrix.retryChosen();
    }

    /// As the settings say at the start.
    public void choose(Manners manners) {
        tools.choose(manners);
    }

    /// As the user chose last.
    public Manners manners() {
        return tools.manners();
    }

    /// The user's own height, where there is room for it.
    public void chooseHeight(int heightPx) {
        chosenHeightPx = Optional.of(heightPx);
        setPrefHeight(heightPx);
    }

    /// Empty while it has the height that it had at first.
    public Optional<Integer> chosenHeightPx() {
        return chosenHeightPx;
    }

    /// Shows what is under way.
    public void showNow() {
        showTab(nowTab);
    }

    /// Shows the past.
    public void showHistory() {
        showTab(historyTab);
    }

    /// The rows, for tests and for the benchmark's scrolling.
    public ListView<?> table() {
        return matrix.list();
    }

    /// Sorts the rows as a click on the head of that column does, for the benchmark.
    public void sort(String by) {
        matrix.sort(QueueOrder.Key.valueOf(by));
    }

    /// What a drag of that row would give to another program, for tests.
    public List<Path> filesToDrag(int index) {
        return matrix.filesToDrag(matrix.list().getItems().get(index));
    }
}
