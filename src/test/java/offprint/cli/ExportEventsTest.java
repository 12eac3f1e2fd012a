package offprint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import offprint.export.ExportOutcome;
import offprint.export.PhotoProgress.Stage;
import offprint.export.PhotoProgress.State;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ExportEventsTest {

    private final ExportEvents events = new ExportEvents(Rows.recipe(), 3);

    @Nested
    class APhotoThatIsWritten {

        @Test
        void isStartedThenEndsVariantByVariantThenAsAWhole() {
            var first = events.accept(Rows.changes(
                    Rows.row(0, "a.jpg", State.WORKING, 1, Rows.ended(Rows.WRITTEN), Rows.at(Stage.ENCODING, 0.5))));
            var second = events.accept(Rows.changes(
                    Rows.row(0, "a.jpg", State.DONE, 0, Rows.ended(Rows.WRITTEN), Rows.ended(Rows.WRITTEN))));
            var file = Path.of("/in/a.jpg");
            assertThat(first)
                    .containsExactly(
                            new ExportEvent.Started(file, 1),
                            new ExportEvent.VariantEnded(file, "large", Rows.WRITTEN));
            assertThat(second)
                    .containsExactly(
                            new ExportEvent.VariantEnded(file, "small", Rows.WRITTEN),
                            new ExportEvent.PhotoEnded(
                                    file, State.DONE, 2, 0, 2_000_000, Duration.ofMillis(1_200), 1, 3));
        }

        @Test
        void isToldOnceHoweverOftenItIsSeen() {
            var row = Rows.row(0, "a.jpg", State.DONE, 0, Rows.ended(Rows.WRITTEN), Rows.ended(Rows.WRITTEN));
            events.accept(Rows.changes(row));
            assertThat(events.accept(Rows.changes(row))).isEmpty();
            assertThat(events.counts().written()).isEqualTo(2);
        }

        @Test
        void isOnAWorkerOnlyWhileItIs() {
            events.accept(Rows.changes(
                    Rows.row(0, "a.jpg", State.WORKING, 2, Rows.at(Stage.DECODING, 0), Rows.at(Stage.WAITING, 0)),
                    Rows.row(1, "b.jpg", State.WORKING, 1, Rows.at(Stage.DECODING, 0), Rows.at(Stage.WAITING, 0))));
            assertThat(events.working()).extracting(row -> row.row()).containsExactly(1, 0);
            events.accept(Rows.changes(
                    Rows.row(1, "b.jpg", State.DONE, 0, Rows.ended(Rows.WRITTEN), Rows.ended(Rows.WRITTEN))));
            assertThat(events.working()).extracting(row -> row.row()).containsExactly(0);
        }
    }

    @Nested
    class TheSumOfAllEnds {

        @Test
        void countsAPhotoThatCannotBeReadAsFailedInEveryVariant() {
            events.accept(Rows.changes(Rows.unreadable(0, "broken.jpg")));
            assertThat(events.counts().failed()).isEqualTo(2);
        }

        @Test
        void isAlwaysPhotosTimesVariants() {
            var skipped = new ExportOutcome.Skipped(Path.of("/out/x"), "it is there already");
            var cancelled = new ExportOutcome.Cancelled(Duration.ofMillis(12));
            events.accept(Rows.changes(
                    Rows.row(0, "a.jpg", State.FAILED, 0, Rows.ended(Rows.WRITTEN), Rows.ended(Rows.FULL)),
                    Rows.row(1, "b.jpg", State.CANCELLED, 0, Rows.ended(skipped), Rows.ended(cancelled)),
                    Rows.row(2, "c.jpg", State.CANCELLED, 0, Rows.at(Stage.WAITING, 0), Rows.at(Stage.WAITING, 0))));
            var counts = events.counts();
            assertThat(counts).isEqualTo(new ExportEvents.Counts(3, 6, 1, 1, 1, 3, 1_000_000));
            assertThat(counts.written() + counts.skipped() + counts.failed() + counts.cancelled())
                    .isEqualTo(counts.variants());
            assertThat(events.endedPhotos()).isEqualTo(3);
        }
    }
}
