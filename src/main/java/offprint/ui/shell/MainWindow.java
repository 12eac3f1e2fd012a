package offprint.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import offprint.library.Photo;
import offprint.recipe.Recipe;
import offprint.settings.Settings;
import offprint.ui.Command;
import offprint.ui.Controls;
import offprint.ui.EngineFacts;
import offprint.ui.FxThread;
import offprint.ui.PulseMonitor;
import offprint.ui.PulseSampler;
import offprint.ui.Texts;
import offprint.ui.WindowServices;
import offprint.ui.library.DropTarget;
import offprint.ui.library.EmptyState;
import offprint.ui.library.PhotoGrid;
import offprint.ui.library.PhotoItem;
import offprint.ui.preview.PreviewPane;
import offprint.ui.queue.QueueBar;
import offprint.ui.queue.QueuePanel;
import offprint.ui.queue.QueueViewModel;
import offprint.ui.recipe.RecipeSidebar;

/// The whole window: puts the panes together and carries wishes from one to the other. FX thread.
public final class MainWindow {

    private static final double WIDTH_PX = 1280;
    private static final double HEIGHT_PX = 800;
    private static final double NARROWEST_PX = 720;
    private static final double LOWEST_PX = 480;
    private static final double ROOM_FOR_PREVIEW_PX = 1040;

    private final WindowServices services;
    private final Stage stage;
    private final PulseMonitor monitor = new PulseMonitor();
    private final FxThread fx = new FxThread(monitor);
    private final PulseSampler sampler = new PulseSampler(monitor, this::sample);
    private final QueueViewModel model;
    private final Queue queue;
    private final PhotoGrid grid;
    private final PreviewPane preview;
    private final RecipeSidebar sidebar;
    private final QueuePanel queuePanel;
    private final QueueBar queueBar;
    private final NoticeBar notice = new NoticeBar();
    private final Toolbar toolbar;
    private final BorderPane content = new BorderPane();
    private final Prompt prompt = new Prompt(content);
    private final StackPane root = new StackPane();
    private final StackPane center = new StackPane();
    private final EmptyState empty;
    private final Scene scene = new Scene(root, WIDTH_PX, HEIGHT_PX);
    private final Theme theme;
    private final FileChoice files;
    private final Scans scans;
    private final ExportFlow flow;
    private final Closing closing;
    private final ReadOnlyObjectWrapper<EngineFacts> engine = new ReadOnlyObjectWrapper<>(EngineFacts.UNKNOWN);
    private boolean previewWanted = true;

    /// A batch of last time goes on, and its rows have not appeared yet.
    private boolean awaitsResumedRows;

    /// @param closed called once the window is gone
    public MainWindow(Stage stage, WindowServices services, Runnable closed) {
        Theme.prepare(services.settings().theme());
        super();
        this.stage = stage;
        this.services = services;
        model = new QueueViewModel(services.queue(), services.pool());
        queue = new Queue(services, model, fx, sampler::wake, this::toggleQueue);
        grid = new PhotoGrid(services.thumbnails(), fx);
        preview = new PreviewPane(services.preview(), engine, fx);
        var settings = services.settings();
        sidebar = new RecipeSidebar(
                settings.destination().orElse(services.defaultDestination()),
                this::chooseDestination,
                this::export,
                this::dropOnRecipe);
        queuePanel = new QueuePanel(model, queue, engine);
        queueBar = new QueueBar(model, queue);
        toolbar = new Toolbar(new ToolbarLinks(this), settings.thumbnailPx());
        files = new FileChoice(stage, () -> notice.show(Texts.get("choose.none"), List.of()));
        scans = new Scans(services.scanner(), fx, this::found, this::scansChanged);
        flow = new ExportFlow(services.queue(), services.background(), fx, prompt, sidebar::showSummary, sampler::wake);
        empty = new EmptyState(
                this::addFiles, this::addFolder, services.samples().map(samples ->
                        (Runnable) () -> drop(List.of(samples))));
        theme = new Theme(scene, settings.theme());
        closing = new Closing(stage, model, queue, prompt, () -> {
            scans.close();
            sampler.stop();
            closed.run();
        });
        build();
        loadRecipes(settings);
    }

    private void build() {
        grid.setThumbnailPx(services.settings().thumbnailPx());
        grid.setOnChange(this::gridChanged);
        sidebar.onRecipeChosen(this::recipeChosen);
        toolbar.showTheme(theme.choice());
        var veilText = Controls.label("drop-text");
        veilText.setText(Texts.get("drop.here"));
        var veil = new StackPane(veilText);
        veil.getStyleClass().add("drop-veil");
        veil.setMouseTransparent(true);
        center.getChildren().addAll(grid, empty, veil);
        center.getStyleClass().add("center");
        content.setTop(toolbar);
        content.setLeft(sidebar);
        content.setCenter(center);
        content.setRight(preview);
        content.setBottom(new VBox(notice, queuePanel, queueBar));
        Controls.setShown(queuePanel, false);
        QueueResizer.install(queueBar, queuePanel, scene);
        root.setNodeOrientation(Mirror.ofTheLanguage());
        root.getStyleClass().add("window-root");
        root.getChildren().addAll(content, prompt);
        StackPane.setAlignment(content, Pos.TOP_LEFT);
        DropTarget.install(root, this::drop);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        scene.widthProperty().addListener((property, before, after) -> fitPreview());
        fitPreview();
        gridChanged();
        stage.setTitle(Texts.get("window.title"));
        stage.setMinWidth(NARROWEST_PX);
        stage.setMinHeight(LOWEST_PX);
        stage.setScene(scene);
        stage.setOnCloseRequest(event -> {
            event.consume();
            closing.ask();
        });
        services.unfinished().ifPresent(this::offerUnfinished);
    }

    /// Shows the window, with what was given on the command line.
    public void show(List<Path> dropped) {
        stage.show();
        new PaintedWatch(this::learnEngine).start();
        grid.takeFocus();
        drop(dropped);
        sampler.wake();
    }

    private void learnEngine() {
        services.background().run(() -> {
            var facts = services.engine().get();
            fx.post(() -> {
                engine.set(facts);
                preview.show(selectedPhoto(), sidebar.recipe());
            });
        });
    }

    private void loadRecipes(Settings settings) {
        services.background().run(() -> {
            var loaded = services.recipes().get();
            fx.post(() -> {
                sidebar.setRecipes(loaded, settings.recipeName());
                gridChanged();
            });
        });
    }

    private void offerUnfinished(WindowServices.UnfinishedWork work) {
        notice.show(
                Texts.get("unfinished.text", work.photos()),
                List.of(
                        new NoticeBar.Offer("unfinished.resume", () -> {
                            awaitsResumedRows = true;
                            sampler.wake();
                            services.background().run(work.resume());
                        }),
                        new NoticeBar.Offer(
                                "unfinished.discard",
                                () -> services.background().run(work.discard()))));
    }

    private boolean sample(long nowNanos) {
        var changed = model.pull(nowNanos);
        grid.progress(changed);
        queuePanel.update(changed);
        closing.check();
        awaitsResumedRows &= !model.isBusy();
        boolean atWork = model.isBusy() || scans.isRunning() || awaitsResumedRows;
        queueBar.update(atWork ? Optional.of(monitor.recent(nowNanos)) : Optional.empty());
        return atWork;
    }

    // ---- photos -------------------------------------------------------------------------------------------------

    /// Adds files and folders, as a drop does.
    public void drop(List<Path> dropped) {
        scans.start(dropped, ignored -> {});
    }

    private void dropOnRecipe(Recipe recipe, List<Path> dropped) {
        scans.start(dropped, photos -> flow.export(photos, recipe, sidebar.destination()));
    }

    private void found(List<Photo> photos) {
        grid.add(photos);
    }

    private void scansChanged() {
        showCounts();
        sampler.wake();
        if (!scans.isRunning() && scans.skipped() > 0) {
            notice.show(Texts.get("scan.skipped", scans.skipped()), List.of());
        }
    }

    private void gridChanged() {
        Controls.setShown(empty, grid.photos().isEmpty());
        showCounts();
        sidebar.showCount(toExport().size(), grid.photos().size());
        preview.show(selectedPhoto(), sidebar.recipe());
    }

    private void showCounts() {
        toolbar.showCounts(grid.photos().size(), grid.photos().bytes(), scans.isRunning());
    }

    private Optional<Photo> selectedPhoto() {
        return grid.selection().lead().filter(grid.selection()::contains).map(PhotoItem::photo);
    }

    /// Several selected photos are meant; one alone is only looked at.
    private List<PhotoItem> toExport() {
        var selected = grid.selection().selected();
        return selected.size() > 1 ? List.copyOf(selected) : grid.photos().shown();
    }

    void addFiles() {
        drop(files.photos());
    }

    void addFolder() {
        drop(files.folder("choose.folder").stream().toList());
    }

    // ---- exporting ----------------------------------------------------------------------------------------------

    /// Exports what the button says.
    public void export() {
        sidebar.recipe()
                .ifPresent(recipe ->
                        flow.export(toExport().stream().map(PhotoItem::photo).toList(), recipe, sidebar.destination()));
    }

    private void recipeChosen() {
        preview.show(selectedPhoto(), sidebar.recipe());
        sidebar.showSummary("");
        saveSettings();
    }

    private void chooseDestination() {
        files.folder("choose.destination").ifPresent(folder -> {
            sidebar.setDestination(folder);
            saveSettings();
        });
    }

    void saveSettings() {
        var before = services.settings();
        var now = new Settings(
                theme.choice(),
                before.language(),
                sidebar.recipe().map(Recipe::name),
                Optional.of(sidebar.destination()),
                toolbar.thumbnailPx(),
                before.workers(),
                before.memoryBudgetBytes(),
                before.maxMegapixels(),
                before.recoverDamaged());
        services.background().run(() -> services.saveSettings().accept(now));
    }

    // ---- panes --------------------------------------------------------------------------------------------------

    private void fitPreview() {
        Controls.setShown(preview, previewWanted && scene.getWidth() >= ROOM_FOR_PREVIEW_PX);
    }

    void togglePreview() {
        boolean shown = preview.isVisible();
        previewWanted = !shown;
        Controls.setShown(preview, !shown);
    }

    /// Opens or closes the queue.
    public void toggleQueue() {
        boolean shown = !queuePanel.isVisible();
        Controls.setShown(queuePanel, shown);
        queueBar.setExpanded(shown);
        if (!shown) {
            grid.takeFocus();
        }
        sampler.wake();
    }

    void nextTheme() {
        theme.choose(
                switch (theme.choice()) {
                    case SYSTEM -> Settings.Theme.LIGHT;
                    case LIGHT -> Settings.Theme.DARK;
                    case DARK -> Settings.Theme.SYSTEM;
                });
        toolbar.showTheme(theme.choice());
        saveSettings();
    }

    void showShortcuts() {
        prompt.show(Texts.get("shortcuts.title"), AboutContent.shortcuts(), AboutContent.closeOnly());
    }

    void showAbout() {
        prompt.show(Texts.get("window.title"), AboutContent.about(services, engine.get()), AboutContent.closeOnly());
    }

    private void onKey(KeyEvent event) {
        boolean typing = scene.getFocusOwner() instanceof TextInputControl;
        for (var command : Command.values()) {
            if (command.keys().match(event) && !prompt.isOpen() && !(typing && command.isPlainLetter())) {
                run(command);
                event.consume();
                return;
            }
        }
    }

    private void run(Command command) {
        switch (command) {
            case ADD -> addFiles();
            case ADD_FOLDER -> addFolder();
            case FILTER -> toolbar.focusFilter();
            case EXPORT -> export();
            case DESTINATION -> chooseDestination();
            case CANCEL_ALL -> cancelAll();
            case RETRY -> queuePanel.retrySelected();
            case QUEUE -> toggleQueue();
            case PREVIEW -> togglePreview();
            case THEME -> nextTheme();
            case SHORTCUTS -> showShortcuts();
            case CLOSE -> closing.ask();
        }
    }

    // ---- for the benchmark and tests ------------------------------------------------------------------------------

    public PhotoGrid grid() {
        return grid;
    }

    public QueueViewModel queueModel() {
        return model;
    }

    public boolean isScanning() {
        return scans.isRunning();
    }

    public boolean hasRecipe() {
        return sidebar.recipe().isPresent();
    }

    /// As its button does.
    public void cancelAll() {
        queue.cancelAll();
    }

    /// Closes at once, whatever is under way.
    public void closeNow() {
        closing.now();
    }

    RecipeSidebar sidebar() {
        return sidebar;
    }

    QueuePanel queuePanel() {
        return queuePanel;
    }

    Toolbar toolbar() {
        return toolbar;
    }

    Prompt prompt() {
        return prompt;
    }

    NoticeBar notice() {
        return notice;
    }

    PreviewPane previewPane() {
        return preview;
    }

    PulseSampler sampler() {
        return sampler;
    }
}
