package offprint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import offprint.export.ExportPlan;
import offprint.export.PhotoProgress.Stage;
import offprint.export.PhotoProgress.State;
import offprint.export.PlannedOutput.Note;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ReportsTest {

    private static final Path PHOTO = Path.of("/in/a\nb.jpg");

    private static Summary summary(int failed, int cancelled, int unreadable) {
        return new Summary(
                new ExportEvents.Counts(3, 6, 6 - failed - cancelled, 0, failed, cancelled, 2_500_000),
                Duration.ofMillis(1_234),
                Duration.ofMillis(2_345),
                Optional.of(123_456_789L),
                "embedded",
                unreadable);
    }

    @Nested
    class AsJson {

        private final Captured captured = new Captured();
        private final JsonReport report = new JsonReport(captured.terminal(), false);

        @Test
        void theSummaryHasExactlyTheFieldsThatScriptsReadInTheirOrder() {
            report.summary(summary(0, 0, 0));
            assertThat(captured.out())
                    .isEqualTo(
                            "{\"event\":\"summary\",\"photos\":3,\"variants\":6,\"written\":6,\"skipped\":0,\"failed\":0,"
                                    + "\"cancelled\":0,\"wallMillis\":1234,\"cpuMillis\":2345,\"peakRssBytes\":123456789,"
                                    + "\"engine\":\"embedded\"}\n");
        }

        @Test
        void whatTheSystemDoesNotTellIsNull() {
            var unknown = new Summary(
                    new ExportEvents.Counts(0, 0, 0, 0, 0, 0, 0),
                    Duration.ZERO,
                    Duration.ZERO,
                    Optional.empty(),
                    "e",
                    0);
            assertThat(unknown.json().line()).contains("\"peakRssBytes\":null");
        }

        @Test
        void aFailureIsALineAndStandsOnTheErrorStreamToo() {
            report.event(new ExportEvent.VariantEnded(PHOTO, "small", Rows.FULL));
            assertThat(captured.out())
                    .isEqualTo(
                            "{\"event\":\"variant\",\"photo\":\"/in/a\\nb.jpg\",\"variant\":\"small\",\"outcome\":\"failed\","
                                    + "\"code\":\"E-SPACE\",\"message\":\"The destination is full.\","
                                    + "\"remedy\":\"Make room, then retry.\"}\n");
            assertThat(captured.err())
                    .isEqualTo("E-SPACE /in/a\\nb.jpg (small): The destination is full. Make room, then retry."
                            + System.lineSeparator());
        }

        @Test
        void quietLeavesTheLastLine() {
            var quiet = new JsonReport(captured.terminal(), true);
            quiet.event(new ExportEvent.Started(PHOTO, 1));
            quiet.summary(summary(0, 0, 0));
            assertThat(captured.out().lines()).singleElement().asString().startsWith("{\"event\":\"summary\"");
        }
    }

    @Nested
    class AsPlainLines {

        private final Captured captured = new Captured();

        @Test
        void everyPhotoHasItsLine() {
            var report = new PlainReport(captured.terminal(), false);
            report.event(new ExportEvent.Started(PHOTO, 1));
            report.event(
                    new ExportEvent.PhotoEnded(PHOTO, State.DONE, 2, 0, 2_500_000, Duration.ofMillis(1_240), 12, 312));
            assertThat(captured.out())
                    .isEqualTo("[12/312] /in/a\\nb.jpg: 2 files written, 2.5 MB, 1.2 s" + System.lineSeparator());
        }

        @Test
        void quietLeavesFailuresOnly() {
            var report = new PlainReport(captured.terminal(), true);
            report.event(new ExportEvent.VariantEnded(PHOTO, "small", Rows.FULL));
            report.summary(summary(1, 0, 0));
            assertThat(captured.out()).isEmpty();
            assertThat(captured.err()).startsWith("E-SPACE");
        }
    }

    @Nested
    class AsALiveDisplay {

        private final Captured captured = new Captured();
        private final LiveReport report = new LiveReport(captured.terminal());
        private final ProgressScreen.Moment moment = new ProgressScreen.Moment(
                Rows.totals(3, 0, 0),
                List.of(Rows.row(0, "a.jpg", State.WORKING, 1, Rows.at(Stage.DECODING, 0), Rows.at(Stage.WAITING, 0))),
                1,
                Duration.ofSeconds(1),
                false);

        @Test
        void isDrawnOverInPlaceAndNeverClearedAsAWhole() {
            report.moment(moment);
            captured.forget();
            report.moment(moment);
            assertThat(captured.out()).startsWith("\u001b[?25l\r\u001b[2A").doesNotContain("\u001b[2J");
        }

        @Test
        void givesTheCursorBackBeforeTheSummary() {
            report.moment(moment);
            report.summary(summary(0, 0, 0));
            assertThat(captured.out())
                    .endsWith(
                            "\u001b[J\u001b[?25h3 photos: 6 files written (2.5 MB) in 1.2 s." + System.lineSeparator());
        }
    }

    @Nested
    class TheExitCode {

        @Test
        void isZeroWhenAllIsDone() {
            assertThat(summary(0, 0, 0).exitCode().code()).isZero();
        }

        @Test
        void isOneWhenAVariantFailedOrAnInputCouldNotBeRead() {
            assertThat(summary(1, 0, 0).exitCode().code()).isEqualTo(1);
            assertThat(summary(0, 0, 1).exitCode().code()).isEqualTo(1);
        }

        @Test
        void isOneHundredAndThirtyWhenCancelledEvenIfSomethingFailedBefore() {
            assertThat(summary(1, 1, 0).exitCode().code()).isEqualTo(130);
        }
    }

    @Nested
    class APlan {

        private final ExportPlan plan = new ExportPlan(
                Rows.recipe(),
                Path.of("/out"),
                List.of(Rows.photo(
                        "a.jpg",
                        Rows.output("large", Optional.of(new Note.Renamed(Path.of("/out/a.jpg")))),
                        Rows.output("small", Optional.of(new Note.WillFail(Rows.FULL))))),
                2_000_000);

        @Test
        void namesEveryOutputAndWhatIsSpecialAboutIt() {
            assertThat(PlanText.lines(plan))
                    .containsExactly(
                            "/in/a.jpg",
                            "    large  2048 × 1365 px JPEG  a-large.jpg  (renamed: a.jpg is taken)",
                            "    small  2048 × 1365 px JPEG  a-small.jpg"
                                    + "  (E-SPACE: The destination is full. Make room, then retry.)",
                            "Two: 1 photo, 2 files, about 2.0 MB into /out");
            assertThat(PlanText.knowsOfFailures(plan)).isTrue();
        }

        @Test
        void isJsonALinePerOutput() {
            assertThat(PlanText.jsonLines(plan).getFirst().line())
                    .isEqualTo(
                            "{\"event\":\"planned\",\"photo\":\"/in/a.jpg\",\"variant\":\"large\",\"file\":\"/out/a-large.jpg\","
                                    + "\"width\":2048,\"height\":1365,\"format\":\"jpeg\",\"note\":\"renamed\",\"wanted\":\"/out/a.jpg\"}");
            assertThat(PlanText.json(plan).line())
                    .isEqualTo(
                            "{\"event\":\"plan\",\"recipe\":\"Two\",\"destination\":\"/out\",\"photos\":1,\"variants\":2,"
                                    + "\"estimatedBytes\":2000000}");
        }
    }
}
