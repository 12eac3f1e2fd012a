package offprint.export;

import static offprint.export.Workbench.sameName;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import offprint.recipe.OnConflict;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportRowsTest {

    @TempDir
    Path folder;

    @Test
    void aReaderThatOnlyEverAsksForChangesEndsWithTheSamePictureAsOneThatAsksForAll() {
        try (var bench = new Workbench(folder)) {
            var seen = new HashMap<Integer, PhotoProgress>();
            var done = new CountDownLatch(1);
            bench.start(bench.photos(300), sameName(OnConflict.RENAME));
            bench.service.whenIdle(done::countDown);
            long version = 0;
            while (done.getCount() > 0) {
                version = look(bench, version, seen);
            }
            look(bench, version, seen);

            assertThat(List.copyOf(seen.values())).isEqualTo(bench.rows());
            assertThat(bench.totals().done()).isEqualTo(300);
        }
    }

    private static long look(Workbench bench, long version, Map<Integer, PhotoProgress> seen) {
        var changes = bench.service.changesSince(version);
        var totals = changes.totals();
        assertThat(totals.waiting() + totals.working() + totals.done() + totals.failed() + totals.cancelled())
                .isEqualTo(totals.photos());
        assertThat(changes.changed()).doesNotHaveDuplicates();
        changes.changed().forEach(row -> {
            var before = seen.put(row.row(), row);
            assertThat(before == null
                            || !before.state().isFinal()
                            || row.state().isFinal())
                    .as("a final row went back")
                    .isTrue();
        });
        return changes.version();
    }

    @Test
    void nothingChangedIsNothingTold() {
        try (var bench = new Workbench(folder)) {
            bench.start(bench.photos(3), sameName(OnConflict.RENAME));
            bench.awaitIdle();

            assertThat(bench.service
                            .changesSince(bench.service.changesSince(0).version())
                            .changed())
                    .isEmpty();
        }
    }

    @Test
    void tenThousandWaitingRowsAreCancelledAndEachEndsOnce() {
        try (var bench = new Workbench(folder)) {
            var photo = bench.photo("a.jpg");
            bench.service.pause();
            bench.start(java.util.Collections.nCopies(10_000, photo), sameName(OnConflict.RENAME));
            long version = bench.service.changesSince(0).version();

            bench.service.cancelAll();
            bench.awaitIdle();

            var changes = bench.service.changesSince(version);
            assertThat(changes.changed()).hasSize(10_000);
            assertThat(changes.totals().cancelled()).isEqualTo(10_000);
            assertThat(bench.engine.rendered).isEmpty();
        }
    }

    @Nested
    class ThePace {

        private final AtomicLong millis = new AtomicLong(1_000_000);
        private final InstantSource clock = () -> Instant.ofEpochMilli(millis.get());

        @Test
        void isOfTheLastHalfMinute() {
            var pace = new Pace(clock);
            pace.begin();
            end(pace, 60, 100);
            end(pace, 60, 1_000);
            assertThat(pace.photosPerMinute()).isBetween(58.0, 63.0);
        }

        @Test
        void ofSlowPhotosLooksBackFurtherSoThatItDoesNotJumpWithEach() {
            var pace = new Pace(clock);
            pace.begin();
            end(pace, 20, 20_000);
            double before = pace.photosPerMinute();
            millis.addAndGet(19_000);
            double waiting = pace.photosPerMinute();
            millis.addAndGet(1_000);
            pace.photoEnded();
            assertThat(List.of(before, waiting, pace.photosPerMinute()))
                    .allSatisfy(perMinute -> assertThat(perMinute).isBetween(2.7, 3.3));
        }

        @Test
        void forgetsWhatWasBeforeAPauseOfMinutesAndOfAnEarlierBatch() {
            var pace = new Pace(clock);
            pace.begin();
            end(pace, 60, 1_000);
            millis.addAndGet(400_000);
            assertThat(pace.photosPerMinute()).isZero();
            assertThat(pace.timeLeft(10)).isEmpty();

            end(pace, 60, 100);
            millis.addAndGet(1_000);
            pace.begin();
            assertThat(pace.photosPerMinute()).isZero();
        }

        private void end(Pace pace, int photos, int everyMillis) {
            for (int i = 0; i < photos; i++) {
                millis.addAndGet(everyMillis);
                pace.photoEnded();
            }
        }

        @Test
        void isUnknownAtFirst() {
            var pace = new Pace(clock);
            assertThat(pace.photosPerMinute()).isZero();
            pace.begin();
            assertThat(pace.photosPerMinute()).isZero();
        }
    }
}
