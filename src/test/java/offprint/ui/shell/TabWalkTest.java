package offprint.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import offprint.settings.Settings.Theme;
import offprint.ui.Fx;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Walks through the window with the Tab key alone.
class TabWalkTest {

    static List<WindowScene> scenes() {
        var walked = List.of(
                "empty",
                "photos",
                "compare-fit",
                "recipe-own",
                "plan-decisions",
                "queue-working",
                "prompt-closing",
                "right-to-left");
        return WindowScene.all().stream()
                .filter(scene -> walked.contains(scene.name()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void tab_reaches_every_control_shows_where_it_is_and_comes_back(WindowScene scene) throws Exception {
        var theme = scene.name().length() % 2 == 0 ? Theme.LIGHT : Theme.DARK;
        try (var shown = scene.open(theme, WindowScene.WIDE_PX)) {
            Fx.pulses(12);
            var walk = TabWalk.through(shown);
            assertThat(walk.cameBack()).as("back where it began").isTrue();
            assertThat(walk.wanted()).isGreaterThan(1);
            assertThat(walk.unreached()).as("never reached").isEmpty();
            assertThat(walk.unseen()).as("has the focus and does not show it").isEmpty();
        }
    }
}
