package offprint.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import offprint.export.Conduct;
import offprint.export.PastBatch;
import offprint.library.Photo;
import offprint.recipe.Recipe;
import offprint.ui.Controls;
import offprint.ui.EngineFacts;
import offprint.ui.FxThread;
import offprint.ui.PulseMonitor;
import offprint.ui.PulseSampler;
import offprint.ui.Texts;
import offprint.ui.WindowServices;
import offprint.ui.library.EmptyState;
import offprint.ui.library.PhotoGrid;
import offprint.ui.library.PhotoItem;
import offprint.ui.library.SortMenu;
import offprint.ui.queue.QueueBar;
import offprint.ui.queue.QueuePanel;
import offprint.ui.queue.QueueViewModel;
import offprint.ui.recipe.RecipeRoom;
import offprint.ui.recipe.RecipeSaver;
import offprint.ui.recipe.RecipeSidebar;

/// The whole window: puts the panes together and carries wishes from one to the other. FX thread.
public final class MainWindow {

    private final WindowServices services;
    private final Stage stage;
    private final PulseMonitor monitor = new PulseMonitor();
    private final FxThread fx = new FxThread(monitor);
    private final PulseSampler sampler =
            new PulseSampler(monitor, this::sample, () -> queuePanel().update());
    private final QueueViewModel model;
    private final Queue queue;
    private final PhotoGrid grid;
    private final Comparing comparing;
    private final RecipeSidebar sidebar;
    private final QueuePanel queuePanel;
    private final QueueBar queueBar;
    private final NoticeBar notice = new NoticeBar();
    private final Toolbar toolbar;
    private final Panes panes = new Panes();
    private final Scene scene = panes.scene();
    private final Prompt prompt = new Prompt(panes.content());
    private final Middle middle;
    private final EmptyState empty;
    private final Theme theme;
    private final FileChoice files;
    private final Scans scans;
    private final ExportFlow flow;
    private final RecipeRoom recipes;
    private final Closing closing;
    private final ReadOnlyObjectWrapper<EngineFacts> engine = new ReadOnlyObjectWrapper<>(EngineFacts.UNKNOWN);
    private final Unfinished unfinished;
    private final Remembered remembered;
    private final Attention attention;

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
        sidebar =
                new RecipeSidebar(settings.destination().orElse(services.defaultDestination()), new SidebarLinks(this));
        queuePanel = new QueuePanel(model, queue, engine);
        queueBar = new QueueBar(model, queue);
        var sort = new SortMenu(grid, settings.library(), this::saveSettings);
        toolbar = new Toolbar(new ToolbarLinks(this), settings.thumbnailPx(), sort);
        files = new FileChoice(
                stage,
                () -> notice.show(Texts.get("choose.none"), List.of()),
                settings.window().chooserFolder());
        scans = new Scans(services.scanner(), fx, grid::add, this::scansChanged);
        middle = new Middle(panes.center(), panes.photos(), grid::takeFocus);
        comparing = new Comparing(services, fx, grid, middle, engine, sidebar::showEstimate, this::saveSettings);
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
        remembered = new Remembered(services, this, new Placement(stage, settings.window()));
        attention = new Attention(stage, services);
        closing = new Closing(stage, attention, model, queue, prompt, () -> {
            remembered.save();
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
        toolbar.notifications().setSelected(attention.notifies());
        panes.photos().getChildren().addAll(grid, empty);
        panes.fill(toolbar, sidebar, comparing.side(), List.of(notice, queuePanel, queueBar), prompt);
        panes.onDrop(this::drop);
        Controls.setShown(queuePanel, false);
        QueueResizer.install(
                queueBar, queuePanel, scene, services.settings().window().queueHeightPx(), this::saveSettings);
        var keyboard = new Keyboard(this, scene);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, keyboard::onKey);
        SystemMenu.ofThisSystem(keyboard::run).ifPresent(panes::add);
        scene.widthProperty().addListener((property, before, after) -> comparing.fit(after.doubleValue()));
        comparing.fit(scene.getWidth());
        gridChanged();
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
        queuePanel.warmUp(panes.root());
        services.desktop().onArrival(paths -> fx.post(() -> arrived(paths)));
        files.lookForLastFolder(services.background(), fx);
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
        attention.look(model);
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

    /// A second start has handed these over, and the window with them is wanted now.
    private void arrived(List<Path> files) {
        closing.stay();
        attention.comeForward();
        drop(files);
    }

    void dropOnRecipe(Recipe recipe, List<Path> dropped) {
        scans.start(recipes.takeAmong(dropped), photos -> flow.export(photos, recipe, sidebar.destination()));
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
        drop(files.folder().stream().toList());
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
        files.destination().ifPresent(folder -> {
            sidebar.setDestination(folder);
            flow.changeDestination(folder);
            saveSettings();
        });
    }

    void saveSettings() {
        remembered.save();
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

    Attention attention() {
        return attention;
    }

    Theme theme() {
        return theme;
    }

    FileChoice files() {
        return files;
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
