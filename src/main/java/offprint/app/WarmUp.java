package offprint.app;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import offprint.cancel.CancellationToken;
import offprint.engine.EngineResult;
import offprint.library.Photo;
import offprint.library.PhotoScanner;
import offprint.library.Thumbnail;
import offprint.library.ThumbnailStore;
import offprint.pool.PoolSnapshot;
import offprint.pool.Priority;

/// Goes the way of the first photos with the samples, so that the user's own do not wait for what a process does only
/// once: codecs are bound, loops are compiled. On workers, behind whatever else they have to do.
final class WarmUp {

    /// Until the run time has compiled what a folder of photos needs; all but the first read their thumbnails from the
    /// disk.
    static final int ROUNDS = 8;

    /// As the grid asks at the usual size of its tiles.
    private static final int BOX_PX = 160;

    private final PhotoScanner scanner;
    private final ThumbnailStore thumbnails;
    private final Path samples;
    private final Supplier<PoolSnapshot> pool;
    private final AtomicInteger rounds = new AtomicInteger(ROUNDS);

    /// Of this round: the walk and every thumbnail that is still to come.
    private final AtomicInteger pending = new AtomicInteger();

    private WarmUp(PhotoScanner scanner, ThumbnailStore thumbnails, Path samples, Supplier<PoolSnapshot> pool) {
        this.scanner = scanner;
        this.thumbnails = thumbnails;
        this.samples = samples;
        this.pool = pool;
    }

    /// Whether no worker has anything to do but errands of the window, of which who asks is one.
    static boolean isTime(PoolSnapshot pool) {
        return pool.waitingTotal() == 0
                && pool.workers().stream()
                        .flatMap(worker -> worker.task().stream())
                        .allMatch(task -> task.label().equals(Background.LABEL));
    }

    /// Returns at once.
    ///
    /// @param pool at this moment: when tasks wait, no other round is begun
    static void start(PhotoScanner scanner, ThumbnailStore thumbnails, Path samples, Supplier<PoolSnapshot> pool) {
        new WarmUp(scanner, thumbnails, samples, pool).round();
    }

    private void round() {
        pending.set(1);
        scanner.scan(
                List.of(samples),
                new PhotoScanner.ScanListener() {
                    @Override
                    public void found(List<Photo> photos) {
                        photos.forEach(WarmUp.this::look);
                    }

                    @Override
                    public void ended(PhotoScanner.Ending ending) {
                        oneLess();
                    }
                },
                CancellationToken.never());
    }

    private void oneLess() {
        if (pending.decrementAndGet() == 0
                && rounds.decrementAndGet() > 0
                && pool.get().waitingTotal() == 0) {
            round();
        }
    }

    private void look(Photo photo) {
        pending.incrementAndGet();
        thumbnails.request(photo, BOX_PX, Priority.INTERACTIVE, this::putAway, CancellationToken.never());
    }

    private void putAway(EngineResult<Thumbnail> result) {
        switch (result) {
            case EngineResult.Done<Thumbnail> done -> {
                done.value().pixels().close();
                if (done.value().sharpness() == Thumbnail.Sharpness.SHARP) {
                    oneLess();
                }
            }
            case EngineResult.Failed<Thumbnail> failed -> oneLess();
        }
    }
}
