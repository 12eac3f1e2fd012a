package offprint.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.ValueLayout;
import offprint.image.PixelSize;
import offprint.image.Pixels;
import org.junit.jupiter.api.Test;

class ScreenImageTest {

    private static final int ORANGE = 0xFFFF8000;

    private final Pixels pixels = Pixels.allocate(new PixelSize(4, 3));
    private final ScreenImage picture = ScreenImage.of(pixels);

    @Test
    void is_the_engines_own_memory() throws Exception {
        pixels.segment().setAtIndex(ValueLayout.JAVA_INT, 5, ORANGE);
        assertThat(Fx.call(() -> picture.image().getPixelReader().getArgb(1, 1)))
                .isEqualTo(ORANGE);
        assertThat(Fx.call(picture::image)).isSameAs(Fx.call(picture::image));
    }

    @Test
    void is_closed_once_the_last_holder_has_let_go_and_no_frame_shows_it() throws Exception {
        Fx.run(() -> picture.hold());
        Fx.run(picture::letGo);
        Fx.pulses(ScreenImage.PULSES_UNTIL_CLOSED + 3);
        assertThat(pixels.isClosed()).as("while somebody holds it").isFalse();

        Fx.run(() -> {
            picture.letGo();
            assertThat(pixels.isClosed()).as("in the same pulse").isFalse();
        });
        Fx.until("closed", pixels::isClosed);
    }

    @Test
    void can_not_be_held_or_let_go_of_by_nobody() throws Exception {
        Fx.run(picture::letGo);
        assertThatThrownBy(() -> Fx.run(picture::hold)).hasRootCauseInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Fx.run(picture::letGo)).hasRootCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void can_not_be_shown_once_it_is_closed() throws Exception {
        Fx.run(picture::letGo);
        Fx.until("closed", pixels::isClosed);
        assertThatThrownBy(() -> Fx.run(picture::image)).hasRootCauseInstanceOf(IllegalStateException.class);
    }
}
