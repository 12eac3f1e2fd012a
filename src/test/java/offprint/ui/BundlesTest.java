package offprint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// What is true of the window's words in every language.
class BundlesTest {

    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");
    private static final Pattern CHOICE = Pattern.compile("\\{(\\d+),choice,");
    private static final Pattern OTHER_FORMAT = Pattern.compile("\\{\\d+,(?!choice,)");
    private static final Pattern LETTERS = Pattern.compile("\\p{L}");

    /// Names and units that are written alike in every language of the window.
    private static final Set<String> NAMES = Set.of(
            "Offprint",
            "{0} – Offprint",
            "sRGB",
            "LZW",
            "Deflate",
            "px",
            "Ctrl",
            "Alt",
            "Shift",
            "Esc",
            "Delete",
            "Home",
            "Enter",
            "R",
            "F",
            "L",
            "H",
            "Java {0}, JavaFX {1}",
            "{0}\u00a0px {1}",
            "{0}\n{1}\u00a0px, {2}",
            "{0}\u00a0px · {1}\u00a0MP",
            "{0}/min",
            "{0}\u00a0B",
            "{0}\u00a0kB",
            "{0}\u00a0MB",
            "{0}\u00a0GB",
            "{0}\u00a0TB",
            "{0}\u00a0ms",
            "{0}\u00a0s",
            "{0}\u00a0min",
            "{0}\u00a0min {1}\u00a0s",
            "{0}\u00a0h {1}\u00a0min");

    /// Words that a language has in common with English.
    private static final Map<String, Set<String>> COGNATES = Map.of(
            "de",
            Set.of("Name", "Format", "Version {0}", "Copyright"),
            "fr",
            Set.of(
                    "Photo",
                    "Photos",
                    "Photos…",
                    "Version {0}",
                    "Position",
                    "position",
                    "Position (GPS)",
                    "Date",
                    "date",
                    "Format",
                    "format",
                    "Effort",
                    "Compression",
                    "Copyright",
                    "copyright",
                    "DESTINATION",
                    "{0}\u00a0bits"),
            "es",
            Set.of("Copyright", "copyright", "{0}\u00a0bits"));

    private static final Bundle ENGLISH = Bundle.english();

    @Test
    void every_language_has_every_key_once_and_no_other() {
        assertThat(ENGLISH.repeated()).isEmpty();
        for (var language : Bundle.translations("messages")) {
            assertThat(language.texts().keySet())
                    .as(language.tag())
                    .isEqualTo(ENGLISH.texts().keySet());
            assertThat(language.repeated()).as(language.tag()).isEmpty();
        }
    }

    @Test
    void every_language_says_what_english_says_with_the_same_arguments() {
        for (var language : Bundle.translations("messages")) {
            language.texts().forEach((key, text) -> {
                var english = ENGLISH.text(key);
                assertThat(numbers(ARGUMENT, text))
                        .as(language.tag() + " " + key)
                        .isEqualTo(numbers(ARGUMENT, english));
                assertThat(numbers(CHOICE, english))
                        .as("%s %s: what is a number is known by English's choice", language.tag(), key)
                        .containsAll(numbers(CHOICE, text));
                assertThat(OTHER_FORMAT.matcher(text).find())
                        .as(language.tag() + " " + key)
                        .isFalse();
            });
        }
    }

    @Test
    void no_text_has_the_straight_apostrophe_that_a_pattern_would_swallow() {
        for (var name : List.of("messages", "failures", "problems")) {
            for (var bundle : Bundle.translations(name)) {
                assertThat(bundle.texts())
                        .as(bundle.tag())
                        .allSatisfy((key, text) -> assertThat(text).doesNotContain("'"));
            }
        }
        assertThat(ENGLISH.texts()).allSatisfy((key, text) -> assertThat(text).doesNotContain("'"));
    }

    @Test
    void nothing_is_left_in_english_but_names_and_words_in_common() {
        for (var language : Bundle.translations("messages")) {
            var common = COGNATES.getOrDefault(language.tag(), Set.of());
            language.texts().forEach((key, text) -> {
                var isName = NAMES.contains(text) || common.contains(text);
                if (!isName && LETTERS.matcher(bare(text)).find()) {
                    assertThat(text).as(language.tag() + " " + key).isNotEqualTo(ENGLISH.text(key));
                }
            });
        }
    }

    @Nested
    class Every_pattern {

        @Test
        void can_be_filled_with_nothing_one_two_and_a_thousand() {
            for (var bundle : all()) {
                bundle.texts().forEach((key, text) -> {
                    for (int number : new int[] {0, 1, 2, 1_000}) {
                        assertThat(filled(bundle, text, number))
                                .as("%s %s with %d", bundle.tag(), key, number)
                                .doesNotContain("{", "}", ",choice,");
                    }
                });
            }
        }

        @Test
        void that_counts_never_says_one_of_nothing() {
            for (var bundle : all()) {
                bundle.texts().forEach((key, text) -> {
                    if (CHOICE.matcher(text).find()) {
                        assertThat(filled(bundle, text, 0))
                                .as(bundle.tag() + " " + key)
                                .doesNotContain("1");
                    }
                });
            }
        }

        @Test
        void that_counts_groups_thousands_as_its_country_does() {
            assertThat(counts("de", 1_248)).isEqualTo("1.248 Fotos · 2");
            assertThat(counts("es", 1_248)).isEqualTo("1.248 fotos · 2");
            assertThat(counts("fr", 1_248)).isEqualTo("1\u202f248 photos · 2");
            assertThat(counts("ja", 1_248)).isEqualTo("写真 1,248 枚 · 2");
            assertThat(counts("zh-CN", 1_248)).isEqualTo("1,248 张照片 · 2");
        }

        @Test
        void has_the_plural_of_its_language() {
            assertThat(counts("fr", 0)).as("French has nothing in the singular").isEqualTo("0 photo · 2");
            assertThat(counts("fr", 1)).isEqualTo("1 photo · 2");
            assertThat(counts("de", 0)).as("German has nothing in the plural").isEqualTo("0 Fotos · 2");
            assertThat(counts("de", 1)).isEqualTo("1 Foto · 2");
            assertThat(counts("es", 0)).isEqualTo("0 fotos · 2");
            assertThat(counts("es", 1)).isEqualTo("1 foto · 2");
        }

        private String counts(String tag, int photos) {
            var bundle = Bundle.read("messages", tag);
            return new MessageFormat(bundle.text("toolbar.counts"), bundle.locale()).format(new Object[] {photos, "2"});
        }
    }

    private static List<Bundle> all() {
        var all = new ArrayList<Bundle>();
        all.add(ENGLISH);
        all.addAll(Bundle.translations("messages"));
        return all;
    }

    private static String filled(Bundle bundle, String text, int number) {
        var arguments = new Object[6];
        Arrays.fill(arguments, number);
        return new MessageFormat(text, bundle.locale()).format(arguments);
    }

    private static Set<String> numbers(Pattern pattern, String text) {
        var found = new TreeSet<String>();
        pattern.matcher(text).results().forEach(match -> found.add(match.group(1)));
        return found;
    }

    /// Without what only a program reads.
    private static String bare(String text) {
        return text.replaceAll("\\{\\d+[^{}]*", "");
    }
}
