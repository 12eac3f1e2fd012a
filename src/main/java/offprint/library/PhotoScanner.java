package offprint.library;

import java.nio.file.Path;
import java.util.List;
import offprint.cancel.CancellationToken;
import offprint.engine.Engines;
import offprint.pool.WorkerPool;

/// Walks what was dropped and streams photos out as it finds them.
public final class PhotoScanner {

    public PhotoScanner(Engines engines, WorkerPool pool) {
        throw new UnsupportedOperationException("" + engines + pool);
    }

    /// Starts a walk and returns at once; the listener is called on workers, a batch of photos at a time.
    public void scan(List<Path> dropped, ScanListener listener, CancellationToken cancellation) {
        throw new UnsupportedOperationException("" + dropped + listener + cancellation);
    }

    /// Hears of a walk, on a worker's thread, never from two threads at once.
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
