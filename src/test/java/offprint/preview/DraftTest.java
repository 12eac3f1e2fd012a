package offprint.preview;

import static org.assertj.core.api.Assertions.assertThat;

import offprint.engine.View;
import offprint.image.PixelSize;
import offprint.recipe.Encoding;
import org.junit.jupiter.api.Test;

class DraftTest {

    private static final Encoding AVIF = Draft.hastened(new Encoding.Avif(50, 4));
    private static final Encoding JPEG =
            Draft.hastened(new Encoding.Jpeg(80, true, Encoding.Chroma.SUBSAMPLED_420, true));

    private final Pace pace = new Pace();

    private PixelSize sizeOf(Encoding encoding, int longEdgePx) {
        var whole = new PixelSize(6_000, 4_000);
        var view = Draft.view(new View.Fitted(longEdgePx), whole, shown -> pace.expected(shown, encoding));
        return ((View.Fitted) view).sizeOf(whole);
    }

    @Test
    void of_avif_is_small_enough_for_the_engine_to_make_it_at_once() {
        for (int longEdgePx : new int[] {300, 800, 1_200, 1_600}) {
            assertThat(sizeOf(AVIF, longEdgePx).pixels() * 550 / 1e6)
                    .as("milliseconds at %d px", longEdgePx)
                    .isLessThanOrEqualTo(40);
        }
    }

    @Test
    void of_avif_does_not_grow_with_a_lucky_measurement() {
        var before = sizeOf(AVIF, 800);
        pace.learn(new PixelSize(400, 267), AVIF, 5);
        assertThat(sizeOf(AVIF, 800)).isEqualTo(before);
    }

    @Test
    void grows_with_the_pace_of_what_can_be_stopped() {
        pace.learn(new PixelSize(1_600, 1_067), JPEG, 200);
        var slow = sizeOf(JPEG, 1_600);
        for (int i = 0; i < 8; i++) {
            pace.learn(new PixelSize(1_600, 1_067), JPEG, 10);
        }
        assertThat(sizeOf(JPEG, 1_600).pixels()).isGreaterThan(slow.pixels());
    }
}
