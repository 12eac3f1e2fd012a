package offprint.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import offprint.settings.Settings.Theme;
import offprint.ui.Fx;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Draws every scene to `target/screens`, for the eye, and checks that each picture shows something and loses no words.
/// An ordinary run draws each once; `mvn -Pscreens verify` draws each in both themes, both widths, both densities and
/// two languages.
class ScreensTest {

    private static final boolean ALL = Boolean.getBoolean("offprint.screens.all");
    private static final String LANGUAGE =
            Locale.getDefault(Locale.Category.DISPLAY).getLanguage();
    private static final Path FOLDER = Path.of("target", "screens", LANGUAGE);
    static final int FEWEST_COLOURS = 20;

    /// In the name of a scene, to draw only some of them.
    private static final Pattern WANTED = Pattern.compile(System.getProperty("offprint.screens.only", ""));

    /// Until the window's delay, which the bar shows of an export under way, is no longer that of its opening.
    private static final int PULSES_AT_WORK = 150;

    /// One picture, or one of each density.
    record Shot(WindowScene scene, Theme theme, int widthPx) {

        Path file(int scale) {
            var width = widthPx == WindowScene.NARROW_PX ? "narrow" : "wide";
            var name = scene.name() + "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + width;
            return FOLDER.resolve(scale == 1 ? name + ".png" : name + "@" + scale + "x.png");
        }

        @Override
        public String toString() {
            return String.valueOf(file(1).getFileName());
        }
    }

    static Stream<Shot> shots() {
        var scenes = WindowScene.all().stream()
                .filter(scene -> WANTED.matcher(scene.name()).find())
                .toList();
        return ALL
                ? scenes.stream()
                        .flatMap(scene -> Stream.of(Theme.LIGHT, Theme.DARK)
                                .flatMap(theme -> Stream.of(WindowScene.WIDE_PX, WindowScene.NARROW_PX)
                                        .map(width -> new Shot(scene, theme, width))))
                : IntStream.range(0, scenes.size())
                        .mapToObj(i -> new Shot(
                                scenes.get(i),
                                i % 2 == 0 ? Theme.LIGHT : Theme.DARK,
                                i / 2 % 2 == 0 ? WindowScene.NARROW_PX : WindowScene.WIDE_PX));
    }

    @ParameterizedTest
    @MethodSource("shots")
    void a_scene_shows_something_and_loses_no_words(Shot shot) throws Exception {
        try (var shown = shot.scene().open(shot.theme(), shot.widthPx())) {
            boolean tellsDelay = ALL && shown.window.queueModel().isBusy() && shot.widthPx() == WindowScene.WIDE_PX;
            Fx.pulses(tellsDelay ? PULSES_AT_WORK : 8);
            for (int scale : ALL ? List.of(1, 2) : List.of(1)) {
                var picture = Picture.of(shown, scale);
                picture.write(shot.file(scale));
                assertThat(picture.colours()).as("colours").isGreaterThan(FEWEST_COLOURS);
                assertThat(List.of(picture.widthPx(), picture.heightPx()))
                        .as("the whole window")
                        .containsExactly(scale * shot.widthPx(), scale * WindowScene.HEIGHT_PX);
            }
            assertThat(Fx.call(() -> CutTexts.in(shown.stage.getScene().getRoot())))
                    .as("words that are cut")
                    .isEmpty();
            assertThat(Fx.call(() -> Overflow.in(shown.stage.getScene().getRoot())))
                    .as("what has no room")
                    .isEmpty();
        }
    }
}
