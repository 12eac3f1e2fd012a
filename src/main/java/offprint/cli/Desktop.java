package offprint.cli;

import java.nio.file.Path;
import java.util.List;
import offprint.bench.ThumbnailFigures;
import offprint.bench.WindowFigures;

/// The window as the command line sees it: a port, so that nothing here knows JavaFX.
public interface Desktop {

    /// Whether a window can be opened here and now; cheap, and loads nothing of the window.
    Availability availability();

    /// Hands these files to the window that is open already, if one is, and has it come to the front. When none is, the
    /// next call of [#open] opens the one that later starts hand theirs to.
    ///
    /// @param files absolute paths
    /// @return whether that window has them now
    boolean handOver(List<Path> files);

    /// Opens the window with these files and folders loaded, and returns when it is closed.
    ///
    /// @return how the program ends
    ExitCode open(List<Path> files);

    /// Exports the photos while the window scrolls and updates, and measures the window. Works without a display.
    WindowFigures measure(WindowFigures.Mode mode, List<Path> photos, Workshop.SessionOptions options);

    /// Drops a folder on the window and measures how soon its thumbnails are there. Works without a display.
    ///
    /// @param folder of photos, all readable
    /// @param photos that are in it
    /// @param cache where thumbnails are kept, instead of the user's own folder
    ThumbnailFigures measureThumbnails(Path folder, int photos, Path cache, Workshop.SessionOptions options);

    /// Runs a measurement of the window in a fresh process, since a toolkit starts only once in each, and waits for it.
    ///
    /// @param words of this program's command line
    /// @return its exit code
    int measureApart(List<String> words);

    /// Whether there is a display, or why not.
    sealed interface Availability {

        record Available() implements Availability {}

        /// @param reason one sentence for the user
        record Missing(String reason) implements Availability {}
    }
}
