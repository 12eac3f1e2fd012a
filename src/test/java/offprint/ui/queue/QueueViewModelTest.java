package offprint.ui.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import offprint.export.PlannedPhoto;
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
        assertThat(model.pull(1)).hasSize(10_000);
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
        assertThat(model.depthHistory()).hasSize(QueueViewModel.HISTORY).containsOnly(1);
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
            assertThat(model.paceText()).isEqualTo("38/min · 6 min left");
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
            assertThat(model.paceText()).isEqualTo("stopped in 12 ms");
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
