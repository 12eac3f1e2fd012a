package offprint.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Rectangle2D;
import offprint.image.PixelSize;
import offprint.settings.WindowPlace.Frame;
import org.junit.jupiter.api.Test;

/// A laptop of 1920 × 1080 with a bar of 40 px at its top, and at its left a larger screen that may be taken away.
class PlacementTest {

    private static final Rectangle2D LAPTOP = new Rectangle2D(0, 40, 1920, 1040);
    private static final Rectangle2D LEFT = new Rectangle2D(-2560, 0, 2560, 1440);

    private static Frame frame(int left, int top, int width, int height) {
        return new Frame(left, top, new PixelSize(width, height));
    }

    @Test
    void a_window_on_a_screen_that_is_there_stays_where_it_was() {
        var left = frame(-2000, 100, 1280, 800);
        assertThat(Placement.onScreen(left, List.of(LAPTOP, LEFT))).isEqualTo(left);
        var partlyOutside = frame(1700, 900, 1280, 800);
        assertThat(Placement.onScreen(partlyOutside, List.of(LAPTOP, LEFT))).isEqualTo(partlyOutside);
    }

    @Test
    void a_window_whose_screen_is_gone_comes_into_the_middle_of_the_first_one() {
        assertThat(Placement.onScreen(frame(-2000, 100, 1280, 800), List.of(LAPTOP)))
                .isEqualTo(frame(320, 160, 1280, 800));
    }

    @Test
    void a_window_that_could_not_be_taken_by_its_upper_edge_comes_into_the_middle() {
        var middle = frame(320, 160, 1280, 800);
        assertThat(Placement.onScreen(frame(100, 0, 1280, 800), List.of(LAPTOP)))
                .as("below the bar")
                .isEqualTo(middle);
        assertThat(Placement.onScreen(frame(100, 1070, 1280, 800), List.of(LAPTOP)))
                .as("below the screen")
                .isEqualTo(middle);
        assertThat(Placement.onScreen(frame(1880, 100, 1280, 800), List.of(LAPTOP)))
                .as("40 px are left of it")
                .isEqualTo(middle);
        assertThat(Placement.onScreen(frame(-1200, 100, 1280, 800), List.of(LAPTOP)))
                .as("80 px are left of it")
                .isEqualTo(middle);
    }

    @Test
    void a_window_is_never_larger_than_its_screen() {
        assertThat(Placement.onScreen(frame(-2500, 10, 2500, 1400), List.of(LAPTOP)))
                .isEqualTo(frame(0, 40, 1920, 1040));
        assertThat(Placement.onScreen(frame(0, 40, 5000, 700), List.of(LAPTOP))).isEqualTo(frame(0, 40, 1920, 700));
    }
}
