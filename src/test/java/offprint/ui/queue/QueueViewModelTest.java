package offprint.ui.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import offprint.export.Conduct;
import offprint.export.PlannedPhoto;
import offprint.export.WaitingLine;
import offprint.ui.DemoQueue;
import offprint.ui.DemoServices;
import offprint.ui.ScriptedQueue;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class QueueViewModelTest {

    private static final Path TO = Path.of("/out");

    private final DemoServices services = new DemoServices();
    private final ScriptedQueue queue = services.queue;
    private final QueueViewModel model =
            new QueueViewModel(queue, services.build().pool());

    private static PlannedPhoto planned(int seed) {
        return DemoQueue.planned(DemoServices.photo(seed, "DSC_" + seed + ".jpg"), DemoServices.RECIPES.getFirst(), TO);
    }

    @Test
    void ten_thousand_rows_cost_only_what_changed() {
        for (int row = 0; row < 10_000; row++) {
            queue.put(DemoQueue.waiting(row, planned(row % 50)));
        }
        for (int pulls = 0; pulls < 10_000 / QueueViewModel.AT_ONCE; pulls++) {
            assertThat(model.pull(1)).hasSize(QueueViewModel.AT_ONCE);
        }
        assertThat(model.isBehind()).isFalse();
        assertThat(model.rows()).hasSize(10_000);
        queue.put(DemoQueue.decoding(7, planned(7), 1));
        assertThat(model.pull(2))
                .hasSize(1)
                .first()
                .extracting(row -> row.row())
                .isEqualTo(7);
        assertThat(model.pull(3)).isEmpty();
        assertThat(model.waitingText()).isEqualTo("9,999 waiting");
    }

    @Test
    void the_chart_has_one_sample_a_second_and_two_minutes_at_most() {
        queue.put(DemoQueue.waiting(0, planned(0)));
        for (int tenth = 0; tenth < 3_000; tenth++) {
            model.pull(tenth * 100_000_000L);
        }
        assertThat(model.depthHistory()).hasSize(QueueViewModel.HISTORY).containsOnly(new QueueViewModel.Depth(1, 0));
    }

    @Nested
    class While_it_runs {

        @Test
        void a_lane_tells_photo_variant_stage_and_progress_and_the_others_are_idle() {
            queue.put(DemoQueue.encoding(0, planned(412), 1, 0.71));
            model.pull(1);
            var lane = model.lanes().getFirst();
            assertThat(lane.worker()).isEqualTo(1);
            assertThat(lane.job()).hasValue(new Lane.Job(0, "DSC_412.jpg", "small (WebP)", "encoding", 0.71, false));
            assertThat(model.lanes().subList(1, 3)).allMatch(idle -> idle.job().isEmpty());
            assertThat(model.paceText()).isEqualTo("38/min · about 6\u00a0min left");
        }

        @Test
        void cancelling_is_told_until_the_worker_has_left_and_then_how_long_it_took() {
            queue.put(DemoQueue.cancelling(0, planned(1), 1));
            model.pull(1);
            assertThat(model.cancellingText()).isEqualTo("1 cancelling");
            assertThat(model.lanes().getFirst().job().orElseThrow().isCancelling())
                    .isTrue();

            queue.put(DemoQueue.cancelled(0, planned(1), Duration.ofMillis(12)));
            queue.stoppedIn(Duration.ofMillis(12));
            model.pull(2);
            assertThat(model.cancellingText()).isEmpty();
            assertThat(model.paceText()).isEqualTo("stopped in 12\u00a0ms");
        }
    }

    @Nested
    class Why_a_photo_waits {

        private String why(int row) {
            var photo = model.rows().get(row);
            return Story.of(photo, Story.Waits.of(photo, model)).text();
        }

        @Test
        void behind_how_many_others_and_who_was_moved_to_the_front() {
            queue.put(DemoQueue.done(0, planned(0)));
            for (int row = 1; row < 5; row++) {
                queue.put(DemoQueue.waiting(row, planned(row)));
            }
            model.pull(1);
            assertThat(List.of(why(1), why(2), why(4))).containsExactly("next", "behind 1 other", "behind 3 others");

            queue.line(new WaitingLine(List.of(4, 2), Map.of()));
            model.pull(2);
            assertThat(List.of(why(4), why(2), why(1), why(3)))
                    .containsExactly("next", "behind 1 other", "behind 2 others", "behind 3 others");
        }

        @Test
        void for_memory_with_what_it_wants_and_what_is_free() {
            queue.put(DemoQueue.forMemory(0, planned(0)));
            queue.line(new WaitingLine(List.of(), Map.of(0, 1_700_000_000L)));
            model.pull(1);
            assertThat(why(0)).isEqualTo("wants 1.7\u00a0GB of memory, 1.6\u00a0GB are free");
        }

        @Test
        void for_the_user_or_for_mains_power() {
            queue.put(DemoQueue.waiting(0, planned(0)));
            queue.setPaused(true);
            model.pull(1);
            assertThat(why(0)).isEqualTo("paused");

            queue.setPaused(false);
            queue.conduct(Conduct.Manners.POLITE);
            queue.powerIs(Conduct.Power.BATTERY);
            model.pull(2);
            assertThat(why(0)).startsWith("on battery");
            assertThat(model.politeText()).isEqualTo("polite: 2 workers at most, on battery");
        }
    }

    @Nested
    class An_encoder_that_says_nothing_more {

        private static final long SECOND = 1_000_000_000L;

        @Test
        void is_said_to_be_finishing_with_the_seconds_until_it_moves() {
            queue.put(DemoQueue.encoding(0, planned(1), 1, 1));
            model.pull(SECOND);
            model.pull(2 * SECOND);
            assertThat(cell().text()).isEqualTo("encoding");
            model.pull(13 * SECOND);
            assertThat(cell().text()).isEqualTo("finishing WebP… 12\u00a0s");
            assertThat(model.lanes().getFirst().job().orElseThrow().stage()).isEqualTo("finishing WebP… 12\u00a0s");

            queue.put(DemoQueue.done(0, planned(1)));
            model.pull(14 * SECOND);
            assertThat(cell().kind()).isEqualTo(CellView.Kind.DONE);
        }

        private CellView cell() {
            var row = model.rows().getFirst();
            return CellView.of(row, 1, model.finishing(row, 1));
        }
    }

    @Nested
    class The_cells {

        @Test
        void each_state_has_its_own_look_and_words() {
            var photo = planned(2);
            assertThat(CellView.of(DemoQueue.waiting(0, photo), 0).kind()).isEqualTo(CellView.Kind.WAITING);
            assertThat(CellView.of(DemoQueue.forMemory(0, photo), 0).kind()).isEqualTo(CellView.Kind.MEMORY);
            assertThat(CellView.of(DemoQueue.decoding(0, photo, 1), 0).text()).isEqualTo("decoding");
            assertThat(CellView.of(DemoQueue.encoding(0, photo, 1, 0.5), 1).fraction())
                    .isEqualTo(0.5);
            assertThat(CellView.of(DemoQueue.cancelling(0, photo, 1), 0).kind()).isEqualTo(CellView.Kind.CANCELLING);
            assertThat(CellView.of(DemoQueue.done(0, photo), 0).text()).endsWith("MB");
            assertThat(CellView.of(DemoQueue.cancelled(0, photo, Duration.ofMillis(9)), 0)
                            .text())
                    .isEqualTo("stopped");
            assertThat(CellView.of(DemoQueue.waiting(0, photo), 9).kind()).isEqualTo(CellView.Kind.ABSENT);
        }

        @Test
        void a_failure_tells_its_code_its_message_and_its_remedy() {
            var failed = DemoQueue.failed(0, planned(2), "E-SPACE", "The disk is full.", "Free some space.");
            var cell = CellView.of(failed, 1);
            assertThat(cell.text()).isEqualTo("failed");
            assertThat(cell.detail()).contains("E-SPACE", "The disk is full.", "Free some space.");
            assertThat(cell.canBeCancelled()).isFalse();
        }
    }
}
