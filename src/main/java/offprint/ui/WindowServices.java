package offprint.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import offprint.image.ImageFormat;
import offprint.pool.PoolSnapshot;
import offprint.recipe.Recipe;
import offprint.settings.Settings;
import offprint.ui.library.ScanPort;
import offprint.ui.library.ThumbnailPort;
import offprint.ui.preview.EstimatePort;
import offprint.ui.preview.PreviewPort;
import offprint.ui.queue.QueuePort;

/// All that the window needs of the rest of the program, as ports.
///
/// @param queue the exports; on the real service: `new ExportQueue(service)`
/// @param scanner walks what was dropped: `photoScanner::scan`
/// @param thumbnails makes thumbnails: `thumbnailStore::request`
/// @param preview shows photos before and after the encoder: `PreviewPort.of(service)`
/// @param estimate reckons what an export would weigh: `EstimatePort.of(estimator)`
/// @param recipes every recipe, built in and the user's own; called off the FX thread, may read files
/// @param settings as loaded at the start
/// @param saveSettings saves them; called off the FX thread
/// @param pool the pool at this moment; called on the FX thread at most ten times a second
/// @param background runs short disk work off the FX thread
/// @param reveal shows a file in the system's file manager; called off the FX thread
/// @param engineText the engine and its version, for the user
/// @param versionText the program's version
/// @param writableFormats what the engines here can write
/// @param defaultDestination where exports go when nothing else was chosen yet
/// @param samples the sample pictures, where there are some
/// @param unfinished work of last time that can go on, if any
public record WindowServices(
        QueuePort queue,
        ScanPort scanner,
        ThumbnailPort thumbnails,
        PreviewPort preview,
        EstimatePort estimate,
        Supplier<List<Recipe>> recipes,
        Settings settings,
        Consumer<Settings> saveSettings,
        Supplier<PoolSnapshot> pool,
        BackgroundRunner background,
        Consumer<Path> reveal,
        String engineText,
        String versionText,
        Set<ImageFormat> writableFormats,
        Path defaultDestination,
        Optional<Path> samples,
        Optional<UnfinishedWork> unfinished) {

    public WindowServices {
        writableFormats = Set.copyOf(writableFormats);
    }

    /// A journal that was not finished last time.
    ///
    /// @param photos still to be done
    /// @param resume goes on; called off the FX thread
    /// @param discard forgets them; called off the FX thread
    public record UnfinishedWork(int photos, Runnable resume, Runnable discard) {}
}
