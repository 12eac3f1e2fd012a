package offprint.ui;

import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import offprint.engine.EngineFailure;
import offprint.export.ExportOutcome;

/// A failure in the language of the window. Immutable; any thread may use it.
///
/// Engines and exports speak English, with all that they know. Where the window speaks another language it says what
/// the code means, and keeps the English sentence for the whole story, since it tells more.
///
/// @param code such as `E-DECODE-TRUNCATED`, the same in every language
/// @param message what happened
/// @param remedy what to do about it
/// @param whole all of it, a line each, for a tooltip or the ear
public record FailureText(String code, String message, String remedy, String whole) {

    private static final Optional<ResourceBundle> TRANSLATED =
            Language.failures(Locale.getDefault(Locale.Category.DISPLAY));

    public static FailureText of(EngineFailure failure) {
        return of(TRANSLATED, failure.code(), failure.message(), failure.remedy());
    }

    public static FailureText of(ExportOutcome.Failed failure) {
        return of(TRANSLATED, failure.code(), failure.message(), failure.remedy());
    }

    static FailureText of(Optional<ResourceBundle> translated, String code, String message, String remedy) {
        return translated
                .filter(bundle -> bundle.containsKey(code))
                .map(bundle -> {
                    var meaning = bundle.getString(code);
                    var advice = bundle.getString(remedyKey(code));
                    var all = Texts.get("cell.failed.detail", code, meaning, advice);
                    return new FailureText(code, meaning, advice, Texts.get("failure.whole", all, message));
                })
                .orElseGet(() ->
                        new FailureText(code, message, remedy, Texts.get("cell.failed.detail", code, message, remedy)));
    }

    static String remedyKey(String code) {
        return code + ".remedy";
    }
}
