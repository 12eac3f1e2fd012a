package offprint.ui;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import offprint.pool.PoolSnapshot;
import offprint.settings.Settings;
import offprint.ui.library.ScanPort;
import offprint.ui.library.ThumbnailPort;
import offprint.ui.preview.EstimatePort;
import offprint.ui.preview.PreviewPort;
import offprint.ui.queue.QueuePort;
import offprint.ui.recipe.RecipePort;

/// All that the window needs of the rest of the program, as ports.
///
/// @param queue the exports; on the real service: `new ExportQueue(service)`
/// @param scanner walks what was dropped: `photoScanner::scan`
/// @param thumbnails makes thumbnails: `thumbnailStore::request`
/// @param preview shows photos before and after the encoder: `PreviewPort.of(service)`
/// @param estimate reckons what an export would weigh: `EstimatePort.of(estimator)`
/// @param recipes the built-in ones and the user's own: `new StoredRecipes(store)`
/// @param settings as loaded at the start
/// @param saveSettings saves them; called off the FX thread
/// @param pool the pool at this moment; called on the FX thread at most ten times a second
/// @param background runs short disk work off the FX thread
/// @param reveal shows a file in the system's file manager; called off the FX thread
/// @param desktop second starts of the program, and notifications
/// @param engine what works here; called off the FX thread, may load libraries
/// @param versionText the program's version
/// @param defaultDestination where exports go when nothing else was chosen yet
/// @param samples the sample pictures, where there are some
/// @param unfinished work of last time that can go on, if any
public record WindowServices(
        QueuePort queue,
        ScanPort scanner,
        ThumbnailPort thumbnails,
        PreviewPort preview,
        EstimatePort estimate,
        RecipePort recipes,
        Settings settings,
        Consumer<Settings> saveSettings,
        Supplier<PoolSnapshot> pool,
        BackgroundRunner background,
        Consumer<Path> reveal,
        DesktopPort desktop,
        Supplier<EngineFacts> engine,
        String versionText,
        Path defaultDestination,
        Optional<Path> samples,
        Optional<UnfinishedWork> unfinished) {

    /// A journal that was not finished last time.
    ///
    /// @param photos still to be done
    /// @param resume goes on, and tells why if it can't; called off the FX thread, and tells on any
    /// @param discard forgets them; called off the FX thread
    public record UnfinishedWork(int photos, Consumer<Consumer<String>> resume, Runnable discard) {}
}
