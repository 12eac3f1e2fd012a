package offprint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PulseSamplerTest {

    private static final long PULSE = 16_666_667L;

    @Test
    void it_looks_at_most_ten_times_a_second() throws Exception {
        var looks = new AtomicInteger();
        var sampler =
                Fx.call(() -> new PulseSampler(new PulseMonitor(), now -> looks.incrementAndGet() > 0, () -> false));
        for (int i = 1; i <= 60; i++) {
            sampler.pulse(i * PULSE);
        }
        assertThat(looks.get()).isBetween(9, 10);
    }

    @Test
    void what_one_pulse_has_seen_the_next_one_shows_once() throws Exception {
        var story = new ArrayList<String>();
        var sampler = Fx.call(
                () -> new PulseSampler(new PulseMonitor(), now -> story.add("seen"), () -> !story.add("shown")));
        sampler.pulse(PULSE);
        assertThat(story).containsExactly("seen");
        sampler.pulse(2 * PULSE);
        assertThat(story).containsExactly("seen", "shown");
        sampler.pulse(3 * PULSE);
        assertThat(story).containsExactly("seen", "shown");
        sampler.pulse(20 * PULSE);
        assertThat(story).containsExactly("seen", "shown", "seen");
    }

    @Test
    void what_is_too_much_for_one_pulse_comes_with_the_next_ones_and_does_not_put_off_the_next_look() throws Exception {
        var story = new ArrayList<String>();
        var sampler =
                Fx.call(() -> new PulseSampler(new PulseMonitor(), now -> story.add("seen"), () -> story.add("shown")));
        for (int i = 1; i <= 9; i++) {
            sampler.pulse(i * PULSE);
        }
        assertThat(story)
                .containsExactly("seen", "shown", "shown", "shown", "shown", "shown", "seen", "shown", "shown");
    }

    @Test
    void pulses_that_are_late_themselves_show_between_two_looks() throws Exception {
        var story = new ArrayList<String>();
        var sampler =
                Fx.call(() -> new PulseSampler(new PulseMonitor(), now -> story.add("seen"), () -> story.add("shown")));
        for (int i = 1; i <= 4; i++) {
            sampler.pulse(2L * i * PulseSampler.SAMPLE_NANOS);
        }
        assertThat(story).containsExactly("seen", "shown", "seen", "shown");
    }

    @Test
    void a_wake_between_seeing_and_showing_makes_it_look_again() throws Exception {
        var story = new ArrayList<String>();
        var sampler = Fx.call(
                () -> new PulseSampler(new PulseMonitor(), now -> story.add("seen"), () -> !story.add("shown")));
        Fx.run(() -> {
            sampler.pulse(PULSE);
            sampler.wake();
            assertThat(sampler.pulse(2 * PULSE)).as("it goes on").isTrue();
            sampler.pulse(3 * PULSE);
            sampler.stop();
        });
        assertThat(story).containsExactly("seen", "seen", "shown");
    }

    @Test
    void it_ends_soon_after_the_last_change() throws Exception {
        var sampler = Fx.call(() -> new PulseSampler(new PulseMonitor(), now -> now < 1_000_000_000L, () -> false));
        long now = 1;
        while (sampler.pulse(now)) {
            now += PULSE;
        }
        assertThat(Duration.ofNanos(now)).isBetween(Duration.ofMillis(2_300), Duration.ofMillis(2_700));
    }

    @Test
    void a_late_pulse_is_seen_for_a_second_and_stays_in_the_distribution() {
        var monitor = new PulseMonitor();
        monitor.recent(1);
        monitor.frame(PulseMonitor.PERIOD_NANOS + 40_000_000L);
        monitor.posted(3_000_000L);
        assertThat(monitor.recent(2)).isEqualTo(Duration.ofMillis(40));
        monitor.recent(1_000_000_010L);
        assertThat(monitor.recent(2_100_000_000L)).isEqualTo(Duration.ZERO);
        assertThat(monitor.frameGaps().max()).isBetween(Duration.ofMillis(56), Duration.ofMillis(57));
        assertThat(monitor.postedDelays().count()).isEqualTo(1);
    }
}
