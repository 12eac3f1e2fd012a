package offprint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import offprint.export.PhotoProgress;
import offprint.export.PhotoProgress.Stage;
import offprint.export.PhotoProgress.State;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressScreenTest {

    private static final PhotoProgress ENCODING = Rows.row(
            0,
            "DSC_0412-wedding-of-anna-and-paul-final.jpg",
            State.WORKING,
            1,
            Rows.ended(Rows.WRITTEN),
            Rows.at(Stage.ENCODING, 0.71));
    private static final PhotoProgress DECODING =
            Rows.row(1, "b.jpg", State.WORKING, 2, Rows.at(Stage.DECODING, 0), Rows.at(Stage.WAITING, 0));
    private static final PhotoProgress STOPPING =
            Rows.row(2, "c\u001b[2J.jpg", State.CANCELLING, 3, Rows.at(Stage.RESIZING, 0.5), Rows.at(Stage.WAITING, 0));

    private static ProgressScreen.Moment moment(boolean stopping, PhotoProgress... working) {
        return new ProgressScreen.Moment(
                Rows.totals(312, 1, 3), List.of(working), 61, Duration.ofSeconds(90), stopping);
    }

    @Nested
    class OnAnOrdinaryTerminal {

        @Test
        void everyWorkerHasALineAndTheWholeHasTheLast() {
            var lines = new ProgressScreen(true, false).lines(moment(false, ENCODING, DECODING), 80);
            assertThat(lines)
                    .containsExactly(
                            " 1 DSC_0412-wedding-of-…a-and-paul-final.jpg small encoding   █████████░░░  71%",
                            " 2 b.jpg                                           decoding   ███░░░░░░░░░  22%",
                            "61/312 photos · 38/min · 6 min 10 s left · 1 failed · 3 waiting for memory");
        }

        @Test
        void theTotalTellsHowManyHowFastAndHowLong() {
            var total =
                    new ProgressScreen(true, false).lines(moment(false), 120).getLast();
            assertThat(total)
                    .isEqualTo("█████░░░░░░░░░░░░░░░░░░░ 61/312 photos · 38/min · 6 min 10 s left · 1 failed"
                            + " · 3 waiting for memory");
        }

        @Test
        void stoppingIsSaidUntilItIsDone() {
            var lines = new ProgressScreen(true, false).lines(moment(true, STOPPING), 100);
            assertThat(lines.getFirst()).contains("stopping").contains("c\\u001B[2J.jpg");
            assertThat(lines.getLast()).contains("61/312 photos · stopping").doesNotContain("left");
        }
    }

    @Nested
    class OnATerminalWithoutFineLetters {

        @Test
        void onlyAsciiIsDrawn() {
            var lines = new ProgressScreen(false, false).lines(moment(false, ENCODING), 70);
            assertThat(lines).allSatisfy(line -> assertThat(line).isASCII());
            assertThat(lines.getFirst()).contains("...").contains("########");
        }
    }

    @Nested
    class WhateverTheWidth {

        @ParameterizedTest
        @ValueSource(ints = {24, 40, 53, 80, 132, 400})
        void noLineWraps(int columns) {
            for (var screen : List.of(new ProgressScreen(true, false), new ProgressScreen(false, false))) {
                assertThat(screen.lines(moment(false, ENCODING, DECODING, STOPPING), columns))
                        .allSatisfy(line -> assertThat(Printable.columns(line)).isLessThan(columns));
            }
        }

        @Test
        void coloursTakeNoRoom() {
            var plain = new ProgressScreen(true, false).lines(moment(false, ENCODING), 80);
            var coloured = new ProgressScreen(true, true).lines(moment(false, ENCODING), 80);
            assertThat(coloured.stream()
                            .map(line -> line.replaceAll("\u001b\\[\\d+m", ""))
                            .toList())
                    .isEqualTo(plain);
            assertThat(coloured.getFirst()).contains("\u001b[36m");
        }
    }
}
