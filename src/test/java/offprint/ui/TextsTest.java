package offprint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TextsTest {

    @Test
    void bytes_are_shown_in_decimal_units_with_one_decimal_below_a_hundred() {
        assertThat(Texts.bytes(999)).isEqualTo("999\u00a0B");
        assertThat(Texts.bytes(61_000)).isEqualTo("61\u00a0kB");
        assertThat(Texts.bytes(999_600)).isEqualTo("1\u00a0MB");
        assertThat(Texts.bytes(4_100_000_000L)).isEqualTo("4.1\u00a0GB");
        assertThat(Texts.bytes(364_000)).isEqualTo("364\u00a0kB");
    }

    @Test
    void time_left_is_rounded_up_and_never_nothing() {
        assertThat(Texts.timeLeft(Duration.ofMillis(200))).isEqualTo("1\u00a0s");
        assertThat(Texts.timeLeft(Duration.ofSeconds(42))).isEqualTo("42\u00a0s");
        assertThat(Texts.timeLeft(Duration.ofSeconds(340))).isEqualTo("6\u00a0min");
        assertThat(Texts.timeLeft(Duration.ofMinutes(72))).isEqualTo("1\u00a0h 12\u00a0min");
    }

    @Test
    void a_path_shows_its_last_folders() {
        assertThat(Texts.lastFolders(Path.of("/home/anna/Pictures/Offprints"))).isEqualTo("…/Pictures/Offprints");
        assertThat(Texts.lastFolders(Path.of("/Offprints"))).isEqualTo("/Offprints");
    }

    @Test
    void counts_agree_with_their_nouns() {
        assertThat(Texts.get("toolbar.counts", 1, "2 MB")).isEqualTo("1 photo · 2 MB");
        assertThat(Texts.get("toolbar.counts", 1_312, "2\u00a0GB")).isEqualTo("1,312 photos · 2\u00a0GB");
    }
}
