package offprint.ui.shell;

import java.util.Optional;
import offprint.export.Conduct;
import offprint.recipe.Recipe;
import offprint.settings.Settings;
import offprint.settings.WindowPlace;
import offprint.ui.WindowServices;

/// What the window remembers until its next start: choices, and how it was left. FX thread; workers save it.
final class Remembered {

    private final WindowServices services;
    private final MainWindow window;
    private final Placement placement;
    private volatile Settings newest;

    Remembered(WindowServices services, MainWindow window, Placement placement) {
        this.services = services;
        this.window = window;
        this.placement = placement;
        newest = services.settings();
    }

    /// Has a worker save what has changed since the last time, if anything has.
    void save() {
        var before = newest;
        var now = new Settings(
                window.theme().choice(),
                before.language(),
                window.sidebar().recipe().map(Recipe::name),
                Optional.of(window.sidebar().destination()),
                window.toolbar().thumbnailPx(),
                before.workers(),
                before.memoryBudgetBytes(),
                before.maxMegapixels(),
                before.recoverDamaged(),
                window.queuePanel().manners() == Conduct.Manners.POLITE,
                window.attention().notifies(),
                window.grid().order().toRemember(),
                new WindowPlace(
                        placement.frame(),
                        placement.isMaximised(),
                        window.comparing().isSideWanted(),
                        window.queuePanel().chosenHeightPx(),
                        window.files().lastFolder()));
        if (!now.equals(before)) {
            newest = now;
            services.background().run(this::write);
        }
    }

    /// On a worker. One at a time and always the newest, so that of two the later one stays.
    private synchronized void write() {
        services.saveSettings().accept(newest);
    }
}
