package offprint.ui;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.Set;

/// Which bundle speaks a language, and to which side it is written. Depends on its arguments only; any thread may use
/// it.
final class Language {

    static final String WORDS = "offprint.ui.messages";
    static final String FAILURES = "offprint.ui.failures";
    static final String PROBLEMS = "offprint.ui.problems";

    /// A language without a bundle is answered in English, and never in whatever the system speaks.
    private static final Control NO_OTHER = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private static final Set<String> TRADITIONAL_CHINESE = Set.of("TW", "HK", "MO");
    private static final Set<String> RIGHT_TO_LEFT_SCRIPTS = Set.of("Arab", "Hebr", "Thaa", "Syrc", "Nkoo", "Adlm");

    /// ISO 639, as [Locale] normalises it.
    private static final Set<String> RIGHT_TO_LEFT =
            Set.of("ar", "he", "fa", "ur", "yi", "ps", "sd", "ug", "dv", "ckb", "syr", "nqo");

    private Language() {}

    /// The words of a language; English where Offprint does not speak it.
    static ResourceBundle words(Locale wanted) {
        return ResourceBundle.getBundle(WORDS, spoken(wanted), NO_OTHER);
    }

    /// What the codes of failures mean, in a language; empty in English, which the engines themselves speak.
    static Optional<ResourceBundle> failures(Locale wanted) {
        return translated(FAILURES, wanted);
    }

    /// What the kinds of a recipe's faults mean, in a language; empty in English, which the recipe's room itself
    /// speaks.
    static Optional<ResourceBundle> problems(Locale wanted) {
        return translated(PROBLEMS, wanted);
    }

    private static Optional<ResourceBundle> translated(String name, Locale wanted) {
        try {
            return Optional.of(ResourceBundle.getBundle(name, spoken(wanted), NO_OTHER));
        } catch (MissingResourceException english) {
            return Optional.empty();
        }
    }

    /// Whoever reads traditional Chinese is not served by simplified signs; every other Chinese is.
    private static Locale spoken(Locale wanted) {
        if (!wanted.getLanguage().equals("zh")) {
            return wanted;
        }
        boolean traditional = wanted.getScript().equals("Hant") || TRADITIONAL_CHINESE.contains(wanted.getCountry());
        return traditional && !wanted.getScript().equals("Hans") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
    }

    /// Whether lines of this language begin at the right; a script that is named overrules the language.
    static boolean isRightToLeft(Locale wanted) {
        return wanted.getScript().isEmpty()
                ? RIGHT_TO_LEFT.contains(wanted.getLanguage())
                : RIGHT_TO_LEFT_SCRIPTS.contains(wanted.getScript());
    }
}
