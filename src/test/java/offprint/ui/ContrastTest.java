package offprint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// WCAG 2.2, success criterion 1.4.3: at least 4.5 to 1 between text and its ground.
class ContrastTest {

    private static final double AA = 4.5;
    private static final List<String> GROUNDS =
            List.of("-color-bg-default", "-color-bg-subtle", "-color-bg-overlay", "-color-bg-inset");
    private static final List<String> TEXTS = List.of(
            "-color-fg-default",
            "-color-fg-muted",
            "-color-fg-subtle",
            "-color-warning-fg",
            "-color-danger-fg",
            "-color-accent-fg");

    @ParameterizedTest
    @ValueSource(strings = {"light.css", "dark.css"})
    void every_text_can_be_read_on_every_ground(String sheet) throws IOException {
        var tokens = tokens(sheet);
        for (var ground : GROUNDS) {
            for (var text : TEXTS) {
                assertThat(contrast(tokens, text, ground))
                        .as(text + " on " + ground)
                        .isGreaterThanOrEqualTo(AA);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"light.css", "dark.css"})
    void buttons_and_the_selection_can_be_read(String sheet) throws IOException {
        var tokens = tokens(sheet);
        assertThat(contrast(tokens, "-color-fg-emphasis", "-color-accent-emphasis"))
                .isGreaterThanOrEqualTo(AA);
        assertThat(contrast(tokens, "-color-fg-emphasis", "-color-danger-emphasis"))
                .isGreaterThanOrEqualTo(AA);
        assertThat(contrast(tokens, "-color-fg-default", "-offprint-selection")).isGreaterThanOrEqualTo(AA);
        assertThat(contrast(tokens, "-color-fg-muted", "-offprint-selection")).isGreaterThanOrEqualTo(AA);
    }

    @ParameterizedTest
    @ValueSource(strings = {"light.css", "dark.css"})
    void grounds_are_neutral(String sheet) throws IOException {
        var tokens = tokens(sheet);
        for (var ground : GROUNDS) {
            int rgb = token(tokens, ground);
            assertThat(rgb >> 16 & 0xFF).as(ground).isEqualTo(rgb >> 8 & 0xFF).isEqualTo(rgb & 0xFF);
        }
    }

    private static Map<String, Integer> tokens(String sheet) throws IOException {
        try (var in = Texts.class.getResourceAsStream("/offprint/ui/" + sheet)) {
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            var tokens = new HashMap<String, Integer>();
            var matcher = Pattern.compile("(-[a-z-]+): #([0-9a-f]{6});").matcher(text);
            while (matcher.find()) {
                tokens.put(matcher.group(1), Integer.parseInt(matcher.group(2), 16));
            }
            return tokens;
        }
    }

    private static int token(Map<String, Integer> tokens, String name) {
        return Optional.ofNullable(tokens.get(name)).orElseThrow(() -> new AssertionError("no token " + name));
    }

    private static double contrast(Map<String, Integer> tokens, String one, String other) {
        double a = luminance(token(tokens, one));
        double b = luminance(token(tokens, other));
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16 & 0xFF) + 0.7152 * linear(rgb >> 8 & 0xFF) + 0.0722 * linear(rgb & 0xFF);
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
