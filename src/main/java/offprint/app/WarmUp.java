package offprint.app;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import offprint.cancel.CancellationToken;
import offprint.engine.EngineResult;
import offprint.library.Photo;
import offprint.library.PhotoScanner;
import offprint.library.Thumbnail;
import offprint.library.ThumbnailStore;
import offprint.pool.PoolSnapshot;
import offprint.pool.Priority;

/// Goes the way of the first photos once, with the samples, so that the user's own do not wait for what a process does
/// only once: codecs are bound, loops are compiled. On workers, behind whatever else they have to do.
final class WarmUp {

    /// As many as show every step, read from the cache of an earlier time or made.
    private static final int PHOTOS = 4;

    /// As the grid asks at the usual size of its tiles.
    private static final int BOX_PX = 160;

    private final ThumbnailStore thumbnails;
    private final AtomicInteger left = new AtomicInteger(PHOTOS);

    private WarmUp(ThumbnailStore thumbnails) {
        this.thumbnails = thumbnails;
    }

    /// Whether no worker has anything to do but errands of the window, of which who asks is one.
    static boolean isTime(PoolSnapshot pool) {
        return pool.waiting().values().stream().allMatch(waiting -> waiting == 0)
                && pool.workers().stream()
                        .flatMap(worker -> worker.task().stream())
                        .allMatch(task -> task.label().equals(Background.LABEL));
    }

    /// Returns at once.
    static void start(PhotoScanner scanner, ThumbnailStore thumbnails, Path samples) {
        var warming = new WarmUp(thumbnails);
        scanner.scan(
                List.of(samples),
                new PhotoScanner.ScanListener() {
                    @Override
                    public void found(List<Photo> photos) {
                        photos.forEach(warming::look);
                    }

                    @Override
                    public void ended(PhotoScanner.Ending ending) {}
                },
                CancellationToken.never());
    }

    private void look(Photo photo) {
        if (left.getAndDecrement() > 0) {
            thumbnails.request(photo, BOX_PX, Priority.INTERACTIVE, WarmUp::putAway, CancellationToken.never());
        }
    }

    private static void putAway(EngineResult<Thumbnail> result) {
        if (result instanceof EngineResult.Done<Thumbnail> done) {
            done.value().pixels().close();
        }
    }
}
