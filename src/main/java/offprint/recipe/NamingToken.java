package offprint.recipe;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A word in braces in a [NamingTemplate].
enum NamingToken {
    NAME,
    VARIANT,
    WIDTH,
    HEIGHT,
    FORMAT,
    DATE,
    TIME,
    SEQ,
    CAMERA,
    FOLDER;

    /// What `{date}` becomes for a photo without a capture time.
    static final String UNDATED = "undated";

    /// What `{time}` becomes for a photo without a capture time.
    static final String UNTIMED = "untimed";

    /// What `{camera}` becomes for a photo that does not say.
    static final String UNKNOWN_CAMERA = "unknown-camera";

    private static final DateTimeFormatter DATE_FORM = DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);
    private static final DateTimeFormatter TIME_FORM = DateTimeFormatter.ofPattern("HH-mm-ss", Locale.ROOT);

    private static final Map<String, NamingToken> BY_WORD =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(NamingToken::word, token -> token));

    static Optional<NamingToken> byWord(String word) {
        return Optional.ofNullable(BY_WORD.get(word));
    }

    /// All of them as people write them: `{name} {variant} …`.
    static String known() {
        return Arrays.stream(values()).map(token -> "{" + token.word() + "}").collect(Collectors.joining(" "));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The token's value, not made safe yet.
    ///
    /// @param digits least number of digits, for `{seq}`
    String valueIn(NamingContext context, int digits) {
        return switch (this) {
            case NAME -> context.name();
            case VARIANT -> context.variant();
            case WIDTH -> Integer.toString(context.size().widthPx());
            case HEIGHT -> Integer.toString(context.size().heightPx());
            case FORMAT -> context.format().id();
            case DATE -> formatted(context, DATE_FORM, UNDATED);
            case TIME -> formatted(context, TIME_FORM, UNTIMED);
            case SEQ -> String.format(Locale.ROOT, "%0" + digits + "d", context.sequence());
            case CAMERA -> context.camera().filter(camera -> !camera.isBlank()).orElse(UNKNOWN_CAMERA);
            case FOLDER -> context.folder();
        };
    }

    private static String formatted(NamingContext context, DateTimeFormatter form, String otherwise) {
        Optional<LocalDateTime> when = context.capturedAt();
        return when.map(form::format).orElse(otherwise);
    }
}
