package offprint.ui.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import offprint.ui.Fx;
import offprint.ui.FxThread;
import offprint.ui.PulseMonitor;
import org.junit.jupiter.api.Test;

class RehearsalTest {

    private final AtomicBoolean wanted = new AtomicBoolean(true);
    private final Rehearsal rehearsal = new Rehearsal(List.of(), new FxThread(new PulseMonitor()), wanted::get);

    private void pulses(int count) throws Exception {
        Fx.run(() -> {
            for (int i = 0; i < count; i++) {
                rehearsal.handle(0);
            }
        });
    }

    private PhotoGrid grid() throws Exception {
        return Fx.call(() -> rehearsal.grid().orElseThrow());
    }

    @Test
    void lays_tiles_out_and_shows_pictures_which_it_then_lets_go() throws Exception {
        pulses(Rehearsal.BEGINS_AT_PULSE - 1);
        assertThat(Fx.call(rehearsal::grid)).isEmpty();

        pulses(Rehearsal.TILES_A_SIDE.size());
        var grid = grid();
        assertThat(Fx.call(grid::liveTiles)).isGreaterThan(8);
        Fx.until("pictures", () -> grid.onScreen().pictures() > 8);

        pulses(1);
        assertThat(Fx.call(rehearsal::grid)).isEmpty();
        assertThat(Fx.call(grid::loadedThumbnails)).isZero();
        assertThat(Fx.call(() -> grid.onScreen().pictures())).isZero();
    }

    @Test
    void gives_way_to_the_users_own_photos() throws Exception {
        pulses(Rehearsal.BEGINS_AT_PULSE + 1);
        var grid = grid();

        wanted.set(false);
        pulses(1);

        assertThat(Fx.call(rehearsal::grid)).isEmpty();
        assertThat(Fx.call(grid::loadedThumbnails)).isZero();
    }
}
