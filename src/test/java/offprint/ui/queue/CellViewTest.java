package offprint.ui.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import offprint.ui.DemoQueue;
import offprint.ui.DemoServices;
import org.junit.jupiter.api.Test;

class CellViewTest {

    private static CellView cancelledIn(Duration timeToStop) {
        var planned =
                DemoQueue.planned(DemoServices.photo(1, "a.jpg"), DemoServices.RECIPES.getFirst(), Path.of("/out"));
        return CellView.of(DemoQueue.cancelled(0, planned, timeToStop), 0);
    }

    @Test
    void a_stopped_variant_says_one_word_and_its_time_in_the_tooltip() {
        var cell = cancelledIn(Duration.ofMillis(12));
        assertThat(cell.text()).isEqualTo("stopped");
        assertThat(cell.detail()).isEqualTo("Stopped in 12\u00a0ms");
    }

    @Test
    void a_variant_cancelled_before_it_began_has_no_time() {
        assertThat(cancelledIn(Duration.ZERO).detail()).isEqualTo("cancelled");
    }
}
