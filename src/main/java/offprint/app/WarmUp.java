package offprint.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import offprint.cancel.CancellationToken;
import offprint.cancel.CancelledException;
import offprint.engine.EngineResult;
import offprint.engine.Engines;
import offprint.engine.Limits;
import offprint.image.ExifBlock;
import offprint.image.ImageFormat;
import offprint.image.PixelSize;
import offprint.image.Pixels;
import offprint.library.Photo;
import offprint.library.PhotoScanner;
import offprint.library.Thumbnail;
import offprint.library.ThumbnailCache;
import offprint.library.ThumbnailStore;
import offprint.pool.Priority;
import offprint.pool.WorkerPool;
import offprint.recipe.Encoding;

/// Does with a few tiny pictures what the first drop will do, while the window stands idle: so that Java has loaded and
/// compiled that code before somebody waits for it. Whatever goes wrong costs nothing but the head start.
///
/// Any thread but the FX thread may start it; the work is the pool's, behind what is on screen, and takes a moment.
final class WarmUp {

    private static final System.Logger LOG = System.getLogger(WarmUp.class.getName());
    private static final int PHOTOS = 24;
    private static final PixelSize SIZE = new PixelSize(192, 128);
    private static final int BOX_PX = 192;

    private final Engines engines;
    private final PhotoScanner scanner;
    private final ThumbnailStore thumbnails;
    private final Path folder;
    private final AtomicInteger open = new AtomicInteger(1);

    private WarmUp(Engines engines, PhotoScanner scanner, WorkerPool pool, Path folder) {
        this.engines = engines;
        this.scanner = scanner;
        this.folder = folder;
        var cache = new ThumbnailCache(folder.resolve("kept"), ThumbnailCache.STANDARD_CAPACITY_BYTES);
        this.thumbnails = new ThumbnailStore(engines, pool, Limits.STANDARD, Optional.of(cache));
    }

    /// Starts it and returns soon; its files are gone when it is over.
    static void start(Composition session) {
        try {
            var folder = Files.createTempDirectory("offprint-warm-up-");
            new WarmUp(session.engines(), session.scanner(), session.pool(), folder).begin();
        } catch (IOException | CancelledException failure) {
            LOG.log(System.Logger.Level.DEBUG, "no head start", failure);
        }
    }

    private void begin() throws IOException, CancelledException {
        var photos = Files.createDirectory(folder.resolve("photos"));
        var jpeg = picture(photos.resolve("1.jpg"));
        for (int i = 0; i < PHOTOS; i++) {
            // Not all the same, or one would stand for all.
            var exif = new ExifBlock().description("picture " + i).thumbnail(jpeg);
            Files.write(photos.resolve(i + ".jpg"), exif.insertInto(jpeg));
        }
        scanner.scan(List.of(photos), new Asking(), CancellationToken.never());
    }

    private byte[] picture(Path file) throws IOException, CancelledException {
        try (var pixels = Pixels.allocate(SIZE)) {
            pixels.segment().fill((byte) 0xFF);
            var encoding = new Encoding.Jpeg(90, false, Encoding.Chroma.SUBSAMPLED_420, false);
            var engine = engines.forReading(ImageFormat.JPEG);
            if (engine.encode(pixels, encoding, file, CancellationToken.never()) instanceof EngineResult.Failed<Long>) {
                throw new IOException("the engine writes no JPEG");
            }
        }
        return Files.readAllBytes(file);
    }

    /// Asks twice for what is found: the second time it is kept.
    private final class Asking implements PhotoScanner.ScanListener {

        @Override
        public void found(List<Photo> photos) {
            photos.forEach(photo -> ask(photo, Priority.INTERACTIVE));
        }

        @Override
        public void ended(PhotoScanner.Ending ending) {
            oneEnded();
        }
    }

    private void ask(Photo photo, Priority priority) {
        open.incrementAndGet();
        thumbnails.request(
                photo, BOX_PX, priority, result -> heard(photo, priority, result), CancellationToken.never());
    }

    private void heard(Photo photo, Priority priority, EngineResult<Thumbnail> result) {
        if (result instanceof EngineResult.Done<Thumbnail> done) {
            done.value().pixels().close();
            if (done.value().sharpness() == Thumbnail.Sharpness.EMBEDDED) {
                return;
            }
            if (priority == Priority.INTERACTIVE) {
                ask(photo, Priority.NEAR);
            }
        }
        oneEnded();
    }

    /// The last one puts the files away.
    private void oneEnded() {
        if (open.decrementAndGet() == 0) {
            try {
                NaiveRender.deleteAll(folder);
            } catch (IOException | java.io.UncheckedIOException failure) {
                LOG.log(System.Logger.Level.DEBUG, "the files of the head start stay", failure);
            }
        }
    }
}
