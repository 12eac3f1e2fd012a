package offprint.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LimitsTest {

    @Test
    void more_pixels_may_take_as_many_times_as_much_memory() {
        var doubled = Limits.STANDARD.withMegapixels(537);

        assertThat(doubled.maxPixels()).isEqualTo(537_000_000L);
        assertThat((double) doubled.maxBytes() / Limits.STANDARD.maxBytes()).isBetween(2.0, 2.01);
    }

    @Test
    void fewer_pixels_may_take_no_less() {
        assertThat(Limits.STANDARD.withMegapixels(1)).isEqualTo(new Limits(1_000_000, Limits.STANDARD.maxBytes()));
    }
}
