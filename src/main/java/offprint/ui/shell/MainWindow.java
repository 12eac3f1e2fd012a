package offprint.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import offprint.export.Conduct;
import offprint.export.PastBatch;
import offprint.library.Photo;
import offprint.recipe.Recipe;
import offprint.settings.Settings;
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
import offprint.ui.queue.QueueBar;
import offprint.ui.queue.QueuePanel;
import offprint.ui.queue.QueueViewModel;
import offprint.ui.recipe.RecipeRoom;
import offprint.ui.recipe.RecipeSaver;
import offprint.ui.recipe.RecipeSidebar;

/// The whole window: puts the panes together and carries wishes from one to the other. FX thread.
public final class MainWindow {

    private static final double WIDTH_PX = 1280;
    private static final double HEIGHT_PX = 800;
    private static final double NARROWEST_PX = 720;
    private static final double LOWEST_PX = 480;

    private final WindowServices services;
    private final Stage stage;
    private final PulseMonitor monitor = new PulseMonitor();
    private final FxThread fx = new FxThread(monitor);
    private final PulseSampler sampler = new PulseSampler(monitor, this::sample);
    private final QueueViewModel model;
    private final Queue queue;
    private final PhotoGrid grid;
    private final Comparing comparing;
    private final RecipeSidebar sidebar;
    private final QueuePanel queuePanel;
    private final QueueBar queueBar;
    private final NoticeBar notice = new NoticeBar();
    private final Toolbar toolbar;
    private final BorderPane content = new BorderPane();
    private final Prompt prompt = new Prompt(content);
    private final StackPane root = new StackPane();
    private final StackPane center = new StackPane();
    private final StackPane photos = new StackPane();
    private final Middle middle;
    private final EmptyState empty;
    private final Scene scene = new Scene(root, WIDTH_PX, HEIGHT_PX);
    private final Theme theme;
    private final FileChoice files;
    private final Scans scans;
    private final ExportFlow flow;
    private final RecipeRoom recipes;
    private final Closing closing;
    private final ReadOnlyObjectWrapper<EngineFacts> engine = new ReadOnlyObjectWrapper<>(EngineFacts.UNKNOWN);
    private final Unfinished unfinished;
    private Settings saved;

    /// @param closed called once the window is gone
    public MainWindow(Stage stage, WindowServices services, Runnable closed) {
        Theme.prepare(services.settings().theme());
        super();
        this.stage = stage;
        this.services = services;
        model = new QueueViewModel(services.queue(), services.pool());
        queue = new Queue(services, model, fx, sampler::wake, this::toggleQueue, this::saveSettings, this::exportAgain);
        grid = new PhotoGrid(services.thumbnails(), fx);
        var settings = services.settings();
        saved = settings;
        sidebar =
                new RecipeSidebar(settings.destination().orElse(services.defaultDestination()), new SidebarLinks(this));
        queuePanel = new QueuePanel(model, queue, engine);
        queueBar = new QueueBar(model, queue);
        toolbar = new Toolbar(new ToolbarLinks(this), settings.thumbnailPx());
        files = new FileChoice(stage, () -> notice.show(Texts.get("choose.none"), List.of()));
        scans = new Scans(services.scanner(), fx, this::found, this::scansChanged);
        middle = new Middle(center, photos, grid::takeFocus);
        comparing = new Comparing(services, fx, grid, middle, engine, sidebar::showEstimate);
        flow = new ExportFlow(
                services.queue(),
                services.background(),
                fx,
                middle,
                sidebar::showSummary,
                this::chooseDestination,
                sampler::wake);
        recipes = new RecipeRoom(
                services.recipes(),
                new RecipeSaver(services.recipes(), services.background()),
                fx,
                sidebar,
                engine,
                new RecipeLinks(middle, notice, files, services));
        empty = new EmptyState(
                this::addFiles, this::addFolder, services.samples().map(samples ->
                        (Runnable) () -> drop(List.of(samples))));
        theme = new Theme(scene, settings.theme());
        unfinished = new Unfinished(notice, services.background(), fx, sampler::wake);
        closing = new Closing(stage, model, queue, prompt, () -> {
            scans.close();
            sampler.stop();
            closed.run();
        });
        build();
        comparing.setKeeper(recipes::keep);
        recipes.load(settings.recipeName());
    }

    private void build() {
        queuePanel.choose(services.settings().polite() ? Conduct.Manners.POLITE : Conduct.Manners.FULL);
        grid.setThumbnailPx(services.settings().thumbnailPx());
        grid.setOnChange(this::gridChanged);
        grid.setOnShowAll(toolbar::leaveFilter);
        sidebar.onRecipeChosen(this::recipeChosen);
        toolbar.showTheme(theme.choice());
        var veilText = Controls.label("drop-text");
        veilText.setText(Texts.get("drop.here"));
        var veil = new StackPane(veilText);
        veil.getStyleClass().add("drop-veil");
        veil.setMouseTransparent(true);
        photos.getChildren().addAll(grid, empty);
        center.getChildren().addAll(photos, veil);
        center.getStyleClass().add("center");
        content.setTop(toolbar);
        content.setLeft(sidebar);
        content.setCenter(center);
        content.setRight(comparing.side());
        content.setBottom(new VBox(notice, queuePanel, queueBar));
        Controls.setShown(queuePanel, false);
        QueueResizer.install(queueBar, queuePanel, scene);
        root.setNodeOrientation(Mirror.ofTheLanguage());
        root.getStyleClass().add("window-root");
        root.getChildren().addAll(content, prompt);
        StackPane.setAlignment(content, Pos.TOP_LEFT);
        DropTarget.install(root, this::drop);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, new Keyboard(this, scene)::onKey);
        scene.widthProperty().addListener((property, before, after) -> comparing.fit(after.doubleValue()));
        comparing.fit(scene.getWidth());
        gridChanged();
        stage.setTitle(Texts.get("window.title"));
        stage.setMinWidth(NARROWEST_PX);
        stage.setMinHeight(LOWEST_PX);
        stage.setScene(scene);
        stage.setOnCloseRequest(event -> {
            event.consume();
            closing.ask();
        });
        services.unfinished().ifPresent(unfinished::offer);
    }

    /// Shows the window, with what was given on the command line.
    public void show(List<Path> dropped) {
        stage.show();
        new PaintedWatch(this::afterFirstPicture).start();
        grid.takeFocus();
        drop(dropped);
        sampler.wake();
    }

    /// What the first picture need not wait for.
    private void afterFirstPicture() {
        queuePanel.warmUp(root);
        services.background().run(() -> {
            var facts = services.engine().get();
            fx.post(() -> {
                engine.set(facts);
                look();
            });
        });
    }

    private boolean sample(long nowNanos) {
        grid.progress(model.pull(nowNanos));
        queuePanel.update();
        closing.check();
        boolean atWork =
                model.isBusy() || queuePanel.isBehind() || scans.isRunning() || unfinished.awaitsRows(model.isBusy());
        queueBar.update(atWork ? Optional.of(monitor.recent(nowNanos)) : Optional.empty());
        return atWork;
    }

    // ---- photos -------------------------------------------------------------------------------------------------

    /// Adds files and folders, as a drop does.
    public void drop(List<Path> dropped) {
        scans.start(recipes.takeAmong(dropped), ignored -> {});
    }

    void dropOnRecipe(Recipe recipe, List<Path> dropped) {
        scans.start(recipes.takeAmong(dropped), photos -> flow.export(photos, recipe, sidebar.destination()));
    }

    private void found(List<Photo> photos) {
        grid.add(photos);
    }

    private void scansChanged() {
        showCounts();
        look();
        sampler.wake();
        if (!scans.isRunning() && scans.skipped() > 0) {
            notice.show(Texts.get("scan.skipped", scans.skipped()), List.of());
        }
    }

    private void gridChanged() {
        Controls.setShown(empty, grid.photos().isEmpty());
        showCounts();
        sidebar.showCount(toExport().size(), grid.photos().size());
        look();
        recipes.showPhoto(selectedPhoto()
                .or(() -> grid.photos().shown().stream().findFirst().map(PhotoItem::photo)));
    }

    private void look() {
        comparing.show(selectedPhoto(), sidebar.recipe(), scans.isRunning() ? List.of() : toExport());
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
        comparing.stopEstimating();
        recipes.current().ifPresent(recipe -> flow.export(photosToExport(), recipe, sidebar.destination()));
    }

    void showPlan() {
        recipes.current().ifPresent(recipe -> flow.review(photosToExport(), recipe, sidebar.destination()));
    }

    private List<Photo> photosToExport() {
        return toExport().stream().map(PhotoItem::photo).toList();
    }

    private void exportAgain(PastBatch batch, List<Photo> photos) {
        queuePanel.showNow();
        if (photos.isEmpty()) {
            notice.show(Texts.get("queue.history.forgotten"), List.of());
        }
        flow.export(photos, batch.recipe(), batch.destination());
    }

    private void recipeChosen() {
        look();
        sidebar.showSummary("");
        recipes.chosen();
        saveSettings();
    }

    void chooseDestination() {
        files.folder("choose.destination").ifPresent(folder -> {
            sidebar.setDestination(folder);
            flow.changeDestination(folder);
            saveSettings();
        });
    }

    void saveSettings() {
        var before = saved;
        var now = new Settings(
                theme.choice(),
                before.language(),
                sidebar.recipe().map(Recipe::name),
                Optional.of(sidebar.destination()),
                toolbar.thumbnailPx(),
                before.workers(),
                before.memoryBudgetBytes(),
                before.maxMegapixels(),
                before.recoverDamaged(),
                queuePanel.manners() == Conduct.Manners.POLITE);
        if (!now.equals(saved)) {
            saved = now;
            services.background().run(() -> services.saveSettings().accept(now));
        }
    }

    // ---- panes --------------------------------------------------------------------------------------------------

    void togglePreview() {
        comparing.toggleSide();
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
        theme.chooseNext();
        toolbar.showTheme(theme.choice());
        saveSettings();
    }

    void showShortcuts() {
        prompt.show(Texts.get("shortcuts.title"), AboutContent.shortcuts(), AboutContent.closeOnly());
    }

    void showAbout() {
        prompt.show(Texts.get("window.title"), AboutContent.about(services, engine.get()), AboutContent.closeOnly());
    }

    void close() {
        closing.ask();
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

    RecipeRoom recipes() {
        return recipes;
    }

    ExportFlow flow() {
        return flow;
    }

    RecipeSidebar sidebar() {
        return sidebar;
    }

    /// The expanded queue, shown or not.
    public QueuePanel queuePanel() {
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

    Comparing comparing() {
        return comparing;
    }

    PulseSampler sampler() {
        return sampler;
    }
}
