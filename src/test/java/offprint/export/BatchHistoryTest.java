package offprint.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import offprint.engine.EngineFailure;
import offprint.library.Photo;
import offprint.recipe.OnConflict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchHistoryTest {

    private static final Instant START = Instant.parse("2026-09-14T18:07:00Z");

    @TempDir
    Path folder;

    private PastBatch batch(int number) {
        return new PastBatch(
                "id" + number,
                START.plusSeconds(number),
                START.plusSeconds(number + 60),
                Workbench.twoVariants(OnConflict.SKIP),
                folder.resolve("out"),
                3,
                4,
                1,
                1,
                0,
                61_000,
                Optional.of(folder.resolve("out/a-large.jpg")));
    }

    private final List<PastBatch.Source> sources =
            List.of(new PastBatch.Source(Path.of("/photos/a.jpg"), Path.of("/photos")));

    @Nested
    class TheFiles {

        private Path place;
        private BatchHistory history;

        @BeforeEach
        void setUp() {
            place = folder.resolve("state/history");
            history = new BatchHistory(place, 3);
        }

        private List<Path> files() throws IOException {
            try (var list = Files.list(place)) {
                return list.sorted().toList();
            }
        }

        @Test
        void keepEverythingThatTheListShowsAndThePhotos() {
            history.add(batch(1), sources);
            assertThat(history.newestFirst()).containsExactly(batch(1));
            assertThat(history.sources(batch(1))).isEqualTo(sources);
        }

        @Test
        void areTheNewestOnesAndNoMoreThanAreKept() throws IOException {
            for (int number : List.of(4, 1, 3, 2, 5)) {
                history.add(batch(number), sources);
            }
            assertThat(history.newestFirst()).extracting(PastBatch::id).containsExactly("id5", "id4", "id3");
            assertThat(files()).hasSize(3);
            assertThat(history.sources(batch(1))).isEmpty();
        }

        @Test
        void thatAreDamagedCostOnlyThemselves() throws IOException {
            history.add(batch(1), sources);
            history.add(batch(2), sources);
            history.add(batch(3), sources);
            Files.writeString(files().get(0), "not JSON at all");
            Files.write(files().get(1), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
            assertThat(history.newestFirst()).containsExactly(batch(3));

            var whole = Files.readString(files().get(2));
            Files.writeString(files().get(2), whole + "{\"file\":\"/photos/b.j");
            assertThat(history.sources(batch(3))).isEqualTo(sources);
            Files.writeString(files().get(2), whole.replace("\"offprintHistory\":1", "\"offprintHistory\":2"));
            assertThat(history.newestFirst()).isEmpty();
        }

        @Test
        void mayBeMissing() {
            assertThat(history.newestFirst()).isEmpty();
            assertThat(history.sources(batch(1))).isEmpty();
        }

        @Test
        void thatCannotBeWrittenCostNothing() throws IOException {
            Files.createDirectories(place.getParent());
            Files.writeString(place, "a file where the folder should be");
            history.add(batch(1), sources);
            assertThat(history.newestFirst()).isEmpty();
        }
    }

    @Nested
    class OfAService {

        @Test
        void hasWhatCameOfABatchAndARetryCompletesItsEntry() {
            try (var bench = new Workbench(folder)) {
                bench.engine.sourceFailure = source -> source.endsWith("p0001.jpg")
                        ? Optional.of(new EngineFailure.TruncatedSource("scripted"))
                        : Optional.empty();
                bench.start(bench.photos(3), Workbench.sameName(OnConflict.RENAME));
                bench.awaitIdle();
                var past = bench.service.history();
                assertThat(past).hasSize(1);
                assertThat(past.getFirst().photos()).isEqualTo(3);
                assertThat(past.getFirst().written()).isEqualTo(2);
                assertThat(past.getFirst().failed()).isEqualTo(1);
                assertThat(past.getFirst().destination()).isEqualTo(bench.destination);
                assertThat(past.getFirst().firstFile()).hasValue(bench.destination.resolve("p0000.jpg"));
                assertThat(past.getFirst().bytes()).isEqualTo(bench.totals().writtenBytes());

                bench.engine.sourceFailure = source -> Optional.empty();
                bench.service.retryFailed();
                bench.awaitIdle();
                assertThat(bench.service.history()).hasSize(1);
                assertThat(bench.service.history().getFirst().written()).isEqualTo(3);
                assertThat(bench.service.history().getFirst().failed()).isZero();
            }
        }

        @Test
        void givesThePhotosAsTheyAreNow() throws Exception {
            try (var bench = new Workbench(folder)) {
                var photos = bench.photos(3);
                bench.start(photos, Workbench.sameName(OnConflict.RENAME));
                bench.awaitIdle();
                Files.delete(photos.get(1).file());

                var again = new CompletableFuture<List<Photo>>();
                bench.service.photosOf(bench.service.history().getFirst(), again::complete);
                var found = new ArrayList<>(again.get(Duration.ofSeconds(20).toSeconds(), TimeUnit.SECONDS));
                assertThat(found).hasSize(3);
                assertThat(found.get(0)).isEqualTo(photos.get(0));
                assertThat(found.get(1).info()).isInstanceOf(offprint.engine.EngineResult.Failed.class);

                bench.service.start(
                        bench.plan(List.of(found.get(0), found.get(2)), Workbench.sameName(OnConflict.RENAME)));
                bench.awaitIdle();
                assertThat(bench.service.history()).hasSize(2);
                assertThat(bench.service.history().getFirst().photos()).isEqualTo(2);
            }
        }
    }
}
