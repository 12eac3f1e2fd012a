package offprint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import offprint.recipe.RecipeFault;
import org.junit.jupiter.api.Test;

class LanguageTest {

    private static String cancel(String tag) {
        return Language.words(Locale.forLanguageTag(tag)).getString("prompt.cancel");
    }

    @Test
    void the_words_are_those_of_the_language_whatever_the_country() {
        assertThat(cancel("de")).isEqualTo("Abbrechen");
        assertThat(cancel("de-CH")).isEqualTo("Abbrechen");
        assertThat(cancel("fr-CA")).isEqualTo("Annuler");
        assertThat(cancel("es-MX")).isEqualTo("Cancelar");
        assertThat(cancel("ja-JP")).isEqualTo("キャンセル");
    }

    @Test
    void chinese_is_simplified_unless_its_reader_reads_traditional_signs() {
        assertThat(List.of("zh", "zh-CN", "zh-SG", "zh-Hans", "zh-Hans-HK"))
                .allSatisfy(tag -> assertThat(cancel(tag)).isEqualTo("取消"));
        assertThat(List.of("zh-TW", "zh-HK", "zh-MO", "zh-Hant", "zh-Hant-CN"))
                .allSatisfy(tag -> assertThat(cancel(tag)).isEqualTo("Cancel"));
    }

    @Test
    void a_language_that_offprint_does_not_speak_is_answered_in_english_and_not_in_the_systems() {
        var before = Locale.getDefault();
        Locale.setDefault(Locale.JAPAN);
        try {
            assertThat(cancel("en-GB")).isEqualTo("Cancel");
            assertThat(cancel("pl")).isEqualTo("Cancel");
            assertThat(Language.failures(Locale.UK)).isEmpty();
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void arabic_hebrew_and_persian_begin_at_the_right() {
        assertThat(List.of("ar", "ar-EG", "he", "iw", "fa-IR", "ur", "az-Arab", "pa-Arab-PK"))
                .allSatisfy(tag -> assertThat(Language.isRightToLeft(Locale.forLanguageTag(tag)))
                        .isTrue());
        assertThat(List.of("en", "de", "ja", "zh-CN", "az", "ar-Latn", "ku"))
                .allSatisfy(tag -> assertThat(Language.isRightToLeft(Locale.forLanguageTag(tag)))
                        .isFalse());
    }

    @Test
    void a_failure_says_what_its_code_means_and_keeps_the_engines_own_sentence() {
        var german = Language.failures(Locale.GERMANY);
        var text = FailureText.of(german, "E-SPACE", "The destination is full: 40 MB short.", "Make room.");
        assertThat(text.message()).isEqualTo("Am Ziel ist kein Platz mehr.");
        assertThat(text.remedy()).startsWith("Platz schaffen");
        assertThat(text.whole()).contains("E-SPACE", text.message(), text.remedy(), "40 MB short");
    }

    @Test
    void a_failure_in_english_and_one_whose_code_is_new_speak_for_themselves() {
        var english =
                FailureText.of(Optional.empty(), "E-SPACE", "The destination is full: 40 MB short.", "Make room.");
        assertThat(english)
                .isEqualTo(new FailureText(
                        "E-SPACE",
                        "The destination is full: 40 MB short.",
                        "Make room.",
                        "E-SPACE: The destination is full: 40 MB short.\nMake room."));
        var unknown = FailureText.of(Language.failures(Locale.GERMANY), "E-NEW", "Something.", "Do something.");
        assertThat(unknown.message()).isEqualTo("Something.");
    }

    @Test
    void a_recipe_s_fault_is_said_in_the_language_of_the_window_and_else_in_english() {
        var fault = new RecipeFault(RecipeFault.Kind.WHOLE_NUMBER, List.of("1", "100", "140"));
        assertThat(ProblemText.of(Language.problems(Locale.GERMANY), fault))
                .isEqualTo("Erwartet wird eine ganze Zahl von 1 bis 100, nicht 140");
        assertThat(Language.problems(Locale.forLanguageTag("nl"))).isEmpty();
        assertThat(ProblemText.of(Optional.empty(), fault)).isEqualTo(fault.message());
    }
}
