package offprint.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads amounts of memory such as `2G`, `512m`, `1.5 GiB` or `800000000`; units are powers of 1024, as everywhere in
/// Java.
final class MemorySize {

    private static final Pattern FORM = Pattern.compile("(\\d{1,15}(?:\\.\\d{1,6})?)\\s*(?:([kmgt])(?:i?b)?|b)?");

    private MemorySize() {}

    /// The bytes, or empty when the text is no amount of memory or less than one byte.
    static Optional<Long> parse(String text) {
        var match = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!match.matches()) {
            return Optional.empty();
        }
        var unit = Optional.ofNullable(match.group(2)).orElse("");
        int power = " kmgt".indexOf(unit.isEmpty() ? " " : unit);
        var bytes = new BigDecimal(match.group(1))
                .multiply(BigDecimal.valueOf(1L << (10 * power)))
                .setScale(0, RoundingMode.FLOOR);
        boolean fits = bytes.signum() > 0 && bytes.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0;
        return fits ? Optional.of(bytes.longValueExact()) : Optional.empty();
    }
}
