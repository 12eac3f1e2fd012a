package offprint.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import offprint.cli.Desktop.Availability;
import org.junit.jupiter.api.Test;

class DisplayTest {

    private static final Availability THERE = new Availability.Available();

    @Test
    void aWishForAHeadlessWindowIsGranted() {
        var before = System.getProperty("glass.platform", "");
        System.setProperty("glass.platform", "Headless");
        try {
            assertThat(Display.availability(Map.of(), "Linux", environment -> false))
                    .isEqualTo(THERE);
        } finally {
            System.setProperty("glass.platform", before);
        }
    }

    @Test
    void macAndWindowsAlwaysHaveADisplay() {
        assertThat(Display.availability(Map.of(), "Mac OS X", environment -> false))
                .isEqualTo(THERE);
        assertThat(Display.availability(Map.of(), "Windows 11", environment -> false))
                .isEqualTo(THERE);
    }

    @Test
    void linuxNeedsADisplayAndThenGtk() {
        var before = System.getProperty("glass.platform", "");
        System.clearProperty("glass.platform");
        try {
            assertThat(Display.availability(Map.of("DISPLAY", ""), "Linux", environment -> true))
                    .isInstanceOfSatisfying(
                            Availability.Missing.class,
                            missing -> assertThat(missing.reason()).contains("DISPLAY"));
            assertThat(Display.availability(Map.of("DISPLAY", ":0"), "Linux", environment -> false))
                    .isInstanceOfSatisfying(
                            Availability.Missing.class,
                            missing -> assertThat(missing.reason()).contains("GTK 3"));
            assertThat(Display.availability(Map.of("DISPLAY", ":0"), "Linux", environment -> true))
                    .isEqualTo(THERE);
            assertThat(Display.availability(Map.of("WAYLAND_DISPLAY", "wayland-0"), "Linux", environment -> true))
                    .isEqualTo(THERE);
        } finally {
            System.setProperty("glass.platform", before);
        }
    }

    @Test
    void onlyAWindowThatIsDrawnInMemoryIsMeasuredWithTheOptimisingCompiler() {
        var missing = new Availability.Missing("there is no display");
        assertThat(Display.suits("-XX:TieredStopAtLevel=1", missing)).isFalse();
        assertThat(Display.suits("-Xmx1g", missing)).isTrue();
        assertThat(Display.suits("-XX:TieredStopAtLevel=1", THERE)).isTrue();
    }

    @Test
    void revealingSelectsTheFileWhereTheSystemCan() {
        var file = Path.of("/out/a.jpg");
        assertThat(Reveal.command("Mac OS X", file)).containsExactly("open", "-R", "/out/a.jpg");
        assertThat(Reveal.command("Linux", file)).containsExactly("xdg-open", "/out");
        assertThat(Reveal.command("Windows 11", file)).containsExactly("explorer", "/select,/out/a.jpg");
    }
}
