package offprint.ui.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import offprint.engine.View;
import offprint.image.PixelSize;
import offprint.ui.preview.Camera.Place;
import org.junit.jupiter.api.Test;

class CameraTest {

    private static final PixelSize LARGE = new PixelSize(6_000, 4_000);

    private static Camera fitted() {
        return Camera.fitted(LARGE, 900, 700, 1);
    }

    @Test
    void a_fitted_picture_stands_in_the_middle() {
        assertThat(fitted().place()).isEqualTo(new Place(0, 50, 900, 600));
    }

    @Test
    void a_picture_smaller_than_the_pane_is_not_enlarged() {
        assertThat(Camera.fitted(new PixelSize(300, 200), 900, 700, 1).place())
                .isEqualTo(new Place(300, 250, 300, 200));
        assertThat(Camera.fitted(new PixelSize(300, 200), 900, 700, 2).place())
                .isEqualTo(new Place(375, 300, 150, 100));
    }

    @Test
    void as_many_pixels_are_asked_for_as_the_screen_has() {
        assertThat(fitted().view()).isEqualTo(new View.Fitted(928));
        assertThat(Camera.fitted(LARGE, 900, 700, 2).view()).isEqualTo(new View.Fitted(1_824));
    }

    @Test
    void zooming_keeps_the_pixel_under_the_hand() {
        var near = fitted().zoomed(1, 450, 350);
        var at = near.place();
        assertThat((450 - at.x()) / near.scale()).isCloseTo(3_000, within(1.0));
        assertThat((350 - at.y()) / near.scale()).isCloseTo(2_000, within(1.0));
        var left = fitted().zoomed(1, 300, 300);
        assertThat((300 - left.place().x()) / left.scale()).isCloseTo(2_000, within(1.0));
    }

    @Test
    void steps_lead_from_fit_to_four_hundred_percent_and_back() {
        var near = fitted().stepped(1, 450, 350);
        assertThat(near.zoom()).isEqualTo(1);
        assertThat(near.stepped(5, 450, 350).zoom()).isEqualTo(4);
        assertThat(near.stepped(1, 450, 350).stepped(-2, 450, 350).isFitted()).isTrue();
    }

    @Test
    void panning_ends_at_the_edges() {
        var corner = fitted().zoomed(1, 450, 350).panned(100_000, 100_000);
        assertThat(corner.place().x()).isZero();
        assertThat(corner.place().y()).isZero();
        var other = corner.panned(-100_000, -100_000);
        assertThat(other.place().x()).isEqualTo(900 - 6_000);
        assertThat(other.place().y()).isEqualTo(700 - 4_000);
    }

    @Test
    void panning_a_little_asks_for_nothing() {
        var near = fitted().zoomed(1, 450, 350);
        var asked = near.view();
        assertThat(asked).isInstanceOf(View.Region.class);
        assertThat(near.isServedBy(asked)).isTrue();
        assertThat(near.panned(-300, 200).isServedBy(asked)).isTrue();
        assertThat(near.panned(-900, 0).isServedBy(asked)).isFalse();
        assertThat(fitted().isServedBy(asked)).isFalse();
    }

    @Test
    void a_small_variant_is_asked_for_as_a_whole() {
        var small = Camera.fitted(new PixelSize(2_560, 1_707), 900, 700, 1).zoomed(1, 10, 10);
        assertThat(small.view()).isEqualTo(new View.Region(0, 0, new PixelSize(2_560, 1_707)));
    }

    @Test
    void another_variant_shows_the_same_part() {
        var near = fitted().zoomed(1, 450, 350).panned(-1_500, 0);
        var half = near.at(new PixelSize(3_000, 2_000));
        assertThat(half.centreX()).isCloseTo(near.centreX() / 2, within(0.5));
        assertThat(half.zoom()).isEqualTo(1);
    }
}
