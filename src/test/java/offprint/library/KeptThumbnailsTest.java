package offprint.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import offprint.cancel.CancellationToken;
import offprint.engine.EngineResult;
import offprint.engine.Engines;
import offprint.engine.Limits;
import offprint.engine.ThumbnailRequest;
import offprint.fixtures.FakeEngine;
import offprint.fixtures.TestPools;
import offprint.image.PixelSize;
import offprint.pool.Priority;
import offprint.pool.TaskSpec;
import offprint.pool.WorkerPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The store with its cache, over several runs of the program.
@Timeout(60)
class KeptThumbnailsTest {

    @TempDir
    private Path temp;

    private final FakeEngine engine = new FakeEngine();
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private Path photo = Path.of("");
    private WorkerPool pool = TestPools.of(1, 100);
    private ThumbnailStore store = store();

    private ThumbnailStore store() {
        return new ThumbnailStore(new Engines(List.of(engine)), pool, Limits.STANDARD, Optional.of(cache()));
    }

    private ThumbnailCache cache() {
        return new ThumbnailCache(Optional.ofNullable(temp).orElse(Path.of("")).resolve("cache"), 1_000_000);
    }

    @BeforeEach
    void start() throws IOException {
        photo = Files.writeString(temp.resolve("photo.jpg"), "a photo");
        store = store();
    }

    @AfterEach
    void close() {
        pool.close();
        assertThat(engine.openPixels()).isZero();
    }

    private void restart() {
        pool.close();
        pool = TestPools.of(1, 100);
        store = store();
    }

    private String ask(Path file, Priority priority) throws InterruptedException {
        var it = new Photo(file, temp, 7, Instant.EPOCH, EngineResult.done(FakeEngine.PHOTO));
        store.request(
                it,
                64,
                priority,
                result -> {
                    if (result instanceof EngineResult.Done<Thumbnail> done) {
                        heard.add(done.value().sharpness() + " "
                                + done.value().pixels().size());
                        done.value().pixels().close();
                    } else {
                        heard.add("failed");
                    }
                },
                CancellationToken.never());
        return hear();
    }

    private String hear() throws InterruptedException {
        return String.valueOf(heard.poll(30, TimeUnit.SECONDS));
    }

    @Test
    void aPhotoSeenOnceIsSharpAtOnceTheNextTime() throws Exception {
        engine.onThumbnail(request -> EngineResult.done(new PixelSize(64, 43)));
        assertThat(ask(photo, Priority.INTERACTIVE)).isEqualTo("EMBEDDED 64 × 43");
        assertThat(hear()).isEqualTo("SHARP 64 × 43");

        restart();

        assertThat(ask(photo, Priority.INTERACTIVE)).isEqualTo("SHARP 64 × 43");
        assertThat(ask(photo, Priority.NEAR)).isEqualTo("SHARP 64 × 43");
        pool.close();
        assertThat(engine.thumbnails()).hasSize(2);
        assertThat(heard).isEmpty();
    }

    @Test
    void aMovedPhotoIsKnownAndAChangedOneIsNot() throws Exception {
        ask(photo, Priority.INTERACTIVE);
        hear();
        var moved = Files.move(photo, temp.resolve("moved.jpg"));
        assertThat(ask(moved, Priority.INTERACTIVE)).startsWith("SHARP");

        var before = Files.getLastModifiedTime(moved).toMillis();
        Files.writeString(moved, "a phot0");
        Files.setLastModifiedTime(moved, FileTime.fromMillis(before));
        assertThat(ask(moved, Priority.INTERACTIVE)).startsWith("EMBEDDED");
        hear();
    }

    @Test
    void aPhotoThatIsWrittenMeanwhileIsNotKept() throws Exception {
        engine.onThumbnail(request -> {
            if (request.source() == ThumbnailRequest.Source.PICTURE) {
                try {
                    Files.writeString(photo, "another photo");
                } catch (IOException failure) {
                    throw new IllegalStateException(failure);
                }
            }
            return EngineResult.done(new PixelSize(64, 64));
        });
        ask(photo, Priority.INTERACTIVE);
        hear();
        assertThat(cache().usage().thumbnails()).isZero();
    }

    @Test
    void theEmbeddedOneIsNotKept() throws Exception {
        ask(photo, Priority.NEAR);
        pool.close();
        assertThat(cache().usage().thumbnails()).isZero();
    }

    @Test
    void aCacheThatCannotBeWrittenCostsNothing() throws Exception {
        Files.writeString(temp.resolve("cache"), "in the way");
        assertThat(ask(photo, Priority.INTERACTIVE)).startsWith("EMBEDDED");
        assertThat(hear()).startsWith("SHARP");
    }

    @Test
    void aFullCacheIsTidiedByAWorker() throws Exception {
        var full = new ThumbnailCache(temp.resolve("cache"), 10_000);
        store = new ThumbnailStore(new Engines(List.of(engine)), pool, Limits.STANDARD, Optional.of(full));
        for (int i = 0; i < 5; i++) {
            ask(Files.writeString(temp.resolve(i + ".jpg"), "photo " + i), Priority.INTERACTIVE);
            hear();
        }
        // One worker, and first come, first served: once the first of these has run, the last thumbnail has been
        // written
        // and the tidying asked for, and once the second has run, so has the tidying.
        for (int i = 0; i < 2; i++) {
            var after = new CountDownLatch(1);
            pool.<Boolean>submit(TaskSpec.of("after", Priority.BATCH, 0), context -> {
                after.countDown();
                return true;
            });
            assertThat(after.await(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(full.usage().bytes()).isLessThanOrEqualTo(10_000);
    }
}
