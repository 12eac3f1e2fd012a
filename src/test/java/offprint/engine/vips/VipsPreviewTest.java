package offprint.engine.vips;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import offprint.cancel.CancellationToken;
import offprint.engine.Assistants;
import offprint.engine.Engines;
import offprint.engine.Limits;
import offprint.engine.View;
import offprint.fixtures.Pictures;
import offprint.fixtures.TestPools;
import offprint.image.PixelSize;
import offprint.library.Photo;
import offprint.pool.WorkerPool;
import offprint.preview.PreviewEvent;
import offprint.preview.PreviewEvent.Certainty;
import offprint.preview.PreviewRequest;
import offprint.preview.PreviewRequest.Wanted;
import offprint.preview.PreviewService;
import offprint.preview.Quality;
import offprint.recipe.Encoding;
import offprint.recipe.MetadataPolicy;
import offprint.recipe.NamingTemplate;
import offprint.recipe.OnConflict;
import offprint.recipe.Recipe;
import offprint.recipe.Sizing;
import offprint.recipe.Variant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Previews by the real library.
@Timeout(120)
class VipsPreviewTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Encoding OWN = new Encoding.Jpeg(50, true, Encoding.Chroma.SUBSAMPLED_420, true);
    private static final Recipe RECIPE = new Recipe(
            "Test",
            List.of(new Variant(
                    "large", new Sizing.LongEdge(2_000, Sizing.Enlargement.NEVER), OWN, NamingTemplate.STANDARD)),
            MetadataPolicy.STRIP,
            OnConflict.RENAME);

    @TempDir
    Path folder = Path.of("");

    private final BlockingQueue<Shown> shown = new LinkedBlockingQueue<>();
    private final Vips vips = TestLibrary.required().vips();
    private final VipsEngine engine = new VipsEngine(TestLibrary.required(), Assistants.NONE);
    private final WorkerPool pool = TestPools.of(6, 8);
    private final PreviewService previews = new PreviewService(new Engines(List.of(engine)), pool, Limits.STANDARD);
    private Photo photo;

    private record Shown(int quality, Certainty certainty, PixelSize size, long bytes) {}

    @BeforeEach
    void start() throws Exception {
        var file = Pictures.photoJpeg(folder.resolve("photo.jpg"), 3_000, 2_000);
        photo = new Photo(
                file,
                folder,
                Files.size(file),
                Files.getLastModifiedTime(file).toInstant(),
                engine.probe(file, CancellationToken.never()));
    }

    @AfterEach
    void nothing_is_left() throws InterruptedException {
        previews.close();
        pool.close(PATIENCE, PATIENCE);
        engine.close();
        assertThat(vips.openImages()).as("pictures left open").isZero();
    }

    private void move(int quality) {
        var view = new View.Fitted(600);
        var request = new PreviewRequest(photo, RECIPE, 0, Quality.with(OWN, quality), view, Wanted.BEFORE_AND_AFTER);
        previews.request(request, event -> {
            switch (event) {
                case PreviewEvent.Before before -> before.pixels().close();
                case PreviewEvent.After after -> {
                    shown.add(
                            new Shown(quality, after.certainty(), after.pixels().size(), after.bytes()));
                    after.pixels().close();
                }
                case PreviewEvent.Failed failed ->
                    throw new AssertionError(failed.failure().message());
            }
        });
    }

    private Shown next() throws InterruptedException {
        return Optional.ofNullable(shown.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .orElseThrow(() -> new AssertionError("no picture came"));
    }

    private Shown awaitExact(int quality) throws InterruptedException {
        while (true) {
            var next = next();
            if (next.quality() == quality && next.certainty() == Certainty.EXACT) {
                return next;
            }
        }
    }

    @Test
    void twenty_moves_in_a_second_leave_two_renders_at_most_and_the_last_one_is_shown() throws Exception {
        move(50);
        awaitExact(50);
        for (int move = 1; move <= 20; move++) {
            move(50 + move);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        assertThat(previews.running()).isLessThanOrEqualTo(2);
        var last = awaitExact(70);
        assertThat(last.size()).isEqualTo(new PixelSize(600, 400));
        assertThat(shown).isEmpty();
    }

    @Test
    void less_quality_makes_less_bytes_and_an_estimate_is_near() throws Exception {
        move(90);
        var fine = awaitExact(90);
        move(30);
        var first = next();
        var coarse = awaitExact(30);
        assertThat(coarse.bytes()).isLessThan(fine.bytes() / 2);
        assertThat(first.certainty()).isEqualTo(Certainty.ESTIMATE);
        assertThat(first.bytes()).isBetween(coarse.bytes() / 3, coarse.bytes() * 3);
    }
}
