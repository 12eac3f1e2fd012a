package offprint.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import offprint.settings.Settings;
import offprint.ui.Fx;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Walks through every scene as a screen reader does; the trees are written to `target/accessibility`.
class AccessibilityTest {

    private static final Path FOLDER = Path.of("target", "accessibility");

    static List<WindowScene> scenes() {
        return WindowScene.all();
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void whatever_can_be_focused_or_clicked_has_a_role_and_a_name(WindowScene scene) throws Exception {
        try (var shown = scene.open(Settings.Theme.LIGHT, WindowScene.WIDE_PX)) {
            Fx.pulses(5);
            var spoken = Fx.call(() -> Spoken.of(shown.stage.getScene().getRoot()));
            Files.createDirectories(FOLDER);
            Files.write(FOLDER.resolve(scene.name() + ".txt"), spoken.tree());
            assertThat(spoken.nameless()).isEmpty();
            assertThat(spoken.named()).isPositive();
        }
    }
}
