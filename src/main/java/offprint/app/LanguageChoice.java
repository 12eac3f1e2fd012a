package offprint.app;

import java.util.Locale;
import java.util.Optional;

/// Makes the user's language that of the process. To be called before the window's first text is read; touches the
/// process's own locale and nothing else.
final class LanguageChoice {

    private LanguageChoice() {}

    /// @param tag a BCP 47 tag; empty, or one that means nothing: the system's language stays
    static void apply(Optional<String> tag) {
        var chosen = tag.map(Locale::forLanguageTag)
                .filter(locale -> !locale.getLanguage().isEmpty());
        chosen.ifPresent(locale -> {
            var formats = Locale.getDefault(Locale.Category.FORMAT);
            Locale.setDefault(Locale.Category.DISPLAY, locale);
            Locale.setDefault(Locale.Category.FORMAT, formats(locale, formats));
        });
    }

    /// The formats of one's own country stay where they belong to the language: a Swiss who chooses `de` keeps `1’248`.
    private static Locale formats(Locale language, Locale ofTheSystem) {
        boolean same = language.getCountry().isEmpty() && language.getLanguage().equals(ofTheSystem.getLanguage());
        return same ? ofTheSystem : language;
    }
}
