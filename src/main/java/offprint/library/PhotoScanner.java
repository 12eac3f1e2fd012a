package offprint.library;

import java.nio.file.Path;
import java.util.List;
import offprint.cancel.CancellationToken;
import offprint.engine.Engines;
import offprint.pool.WorkerPool;

/// Walks what was dropped and streams photos out as it finds them. All its work is tasks of the pool: those for the
/// first
/// screen of interactive priority, the rest behind the thumbnails on that screen; a file is opened for its header only,
/// and nothing but ordinary files is opened at all.
///
/// In folders it takes what has a picture's extension and leaves hidden files, AppleDouble twins, partial files and
/// other programs' thumbnails alone; a file that was dropped itself is always taken, whatever it is called. Links to
/// folders are followed, but no folder is entered twice.
public final class PhotoScanner {

    private final HeaderProbe probe;
    private final TaskFeed feed;

    /// @param pool lives at least as long as this
    public PhotoScanner(Engines engines, WorkerPool pool) {
        this.probe = new HeaderProbe(engines);
        this.feed = new TaskFeed(pool);
    }

    /// Starts a walk and returns at once; the listener is called on workers, a batch of photos at a time. When the
    /// pool is closed, the end may be told on the thread that closed it, or on this one.
    ///
    /// @param dropped files and folders
    /// @param cancellation ends the walk soon; what was found by then stays found
    public void scan(List<Path> dropped, ScanListener listener, CancellationToken cancellation) {
        new Scan(probe, feed, dropped, listener, cancellation).start();
    }

    /// Hears of a walk, on a worker's thread, never from two threads at once. What it throws is logged and does no
    /// harm.
    public interface ScanListener {

        /// Photos found, each once however often it was dropped in this scan, in the order of their names within a
        /// folder.
        void found(List<Photo> photos);

        /// A file or folder that could not be read at all.
        default void skipped(Path path, String reason) {}

        /// The walk has ended; nothing more is told.
        void ended(Ending ending);
    }

    /// How a walk ended.
    public enum Ending {
        COMPLETE,
        CANCELLED
    }
}
