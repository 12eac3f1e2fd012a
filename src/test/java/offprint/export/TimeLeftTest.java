package offprint.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimeLeftTest {

    /// What is shown each tenth of a second while `photos` photos end at a pace that wavers by `waver`.
    private static List<Long> shown(int photos, double perMinute, double waver, long seed) {
        var random = new Random(seed);
        var shown = new ArrayList<Long>();
        var left = TimeLeft.UNKNOWN;
        double done = 0;
        double pace = perMinute;
        for (int tenth = 0; done < photos; tenth++) {
            if (tenth % 10 == 0) {
                pace = perMinute * (1 + waver * (2 * random.nextDouble() - 1));
            }
            done += pace / 600;
            left = left.next(tenth * 100L, (int) Math.ceil(photos - done), pace);
            left.shown().ifPresent(time -> shown.add(time.toSeconds()));
        }
        return shown;
    }

    private static long rises(List<Long> shown) {
        long rises = 0;
        for (int i = 1; i < shown.size(); i++) {
            rises += shown.get(i) > shown.get(i - 1) ? 1 : 0;
        }
        return rises;
    }

    private static long changes(List<Long> shown) {
        long changes = 0;
        for (int i = 1; i < shown.size(); i++) {
            changes += shown.get(i).equals(shown.get(i - 1)) ? 0 : 1;
        }
        return changes;
    }

    @Test
    void at_an_even_pace_it_only_falls_and_by_round_steps() {
        var shown = shown(600, 60, 0, 1);
        assertThat(shown.getFirst()).isEqualTo(600);
        assertThat(rises(shown)).isZero();
        assertThat(changes(shown))
                .as("nine minutes and the last ones by ten seconds")
                .isBetween(10L, 15L);
        assertThat(shown).allMatch(seconds -> seconds % (seconds > 60 ? 60 : 10) == 0);
    }

    @Test
    void at_a_pace_that_wavers_by_a_third_it_hardly_ever_rises() {
        for (long seed = 0; seed < 20; seed++) {
            var shown = shown(600, 60, 0.33, seed);
            assertThat(rises(shown)).as("rises in ten minutes, seed %d", seed).isLessThanOrEqualTo(2);
            assertThat(changes(shown))
                    .as("changes in ten minutes, seed %d", seed)
                    .isLessThanOrEqualTo(20);
        }
    }

    @Test
    void a_pace_that_really_halves_is_believed_within_half_a_minute() {
        var left = TimeLeft.UNKNOWN.next(0, 600, 60);
        for (int second = 1; second <= 30; second++) {
            left = left.next(second * 1000L, 600, 30);
        }
        assertThat(left.shown().orElseThrow()).isBetween(Duration.ofMinutes(18), Duration.ofMinutes(20));
    }

    @Test
    void the_last_photos_take_ten_seconds_and_not_none() {
        assertThat(TimeLeft.UNKNOWN.next(0, 1, 600).shown()).contains(Duration.ofSeconds(10));
    }

    @Test
    void hours_go_by_quarters() {
        assertThat(TimeLeft.UNKNOWN.next(0, 10_000, 50).shown()).contains(Duration.ofMinutes(210));
    }

    @Test
    void nothing_is_known_without_a_pace_or_when_nothing_is_left() {
        var known = TimeLeft.UNKNOWN.next(0, 10, 60);
        assertThat(known.next(1_000, 10, 0).shown()).isEmpty();
        assertThat(known.next(1_000, 0, 60).shown()).isEmpty();
    }
}
