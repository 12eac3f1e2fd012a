package offprint.ui;

import java.math.RoundingMode;
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Collection;
import java.util.Locale;
import java.util.ResourceBundle;

/// Every word and every number that the window shows, in the language and the formats that the process had when the
/// first of them was asked for. Immutable; any thread may use it.
public final class Texts {

    private static final ResourceBundle BUNDLE = Language.words(Locale.getDefault(Locale.Category.DISPLAY));
    private static final Locale LOCALE = Locale.getDefault(Locale.Category.FORMAT);
    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofLocalizedDateTime(
                    FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(LOCALE);
    private static final int SHOWN_FOLDERS = 2;

    private Texts() {}

    /// The text of a key with its arguments in place.
    ///
    /// @throws java.util.MissingResourceException when the bundle has no such key
    public static String get(String key, Object... arguments) {
        var pattern = BUNDLE.getString(key);
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, LOCALE).format(arguments);
    }

    /// Several things in one line: `3 renamed, 2 skipped`.
    public static String list(Collection<String> parts) {
        return String.join(get("list.separator"), parts);
    }

    /// Whether the window begins at the right.
    public static boolean isRightToLeft() {
        return Language.isRightToLeft(Locale.getDefault(Locale.Category.DISPLAY));
    }

    /// `1,248`.
    public static String count(long number) {
        return String.format(LOCALE, "%,d", number);
    }

    /// Decimal units, as file managers show them: `61 kB`, `4.1 GB`.
    public static String bytes(long bytes) {
        if (bytes < 1_000) {
            return get("bytes.b", count(bytes));
        }
        var units = new String[] {"bytes.kb", "bytes.mb", "bytes.gb", "bytes.tb"};
        double value = bytes / 1_000.0;
        int unit = 0;
        while (value >= 999.5 && unit < units.length - 1) {
            value /= 1_000;
            unit++;
        }
        return get(units[unit], short1(value));
    }

    /// `42 s`, `6 min`, `1 h 12 min`: rounded up, since it is how long one still waits.
    public static String timeLeft(Duration duration) {
        long seconds = Math.max(1, duration.toMillis() + 999) / 1_000;
        if (seconds < 60) {
            return get("time.s", seconds);
        }
        long minutes = (seconds + 59) / 60;
        return minutes < 60 ? get("time.min", minutes) : get("time.h.min", minutes / 60, minutes % 60);
    }

    /// `4.1 s`, or whole minutes and seconds from a minute on.
    public static String elapsed(Duration duration) {
        long seconds = duration.toSeconds();
        return seconds < 60
                ? get("time.s", fixed1(duration.toMillis() / 1_000.0))
                : get("time.min.s", seconds / 60, seconds % 60);
    }

    /// `12 s`: whole seconds that have passed.
    public static String seconds(Duration duration) {
        return get("time.s", duration.toSeconds());
    }

    /// A moment, short, as the user's own clock has it.
    public static String moment(Instant instant) {
        return dayAndTime(LocalDateTime.ofInstant(instant, ZoneId.systemDefault()));
    }

    /// `Sep 14, 2026, 5:04 PM`, as the user's country writes it.
    public static String dayAndTime(LocalDateTime when) {
        return DAY_AND_TIME.format(when);
    }

    /// `24.0` megapixels.
    public static String megapixels(long pixels) {
        return fixed1(pixels / 1e6);
    }

    /// `12 ms`.
    public static String millis(Duration duration) {
        return get("time.ms", count(Math.round(duration.toNanos() / 1e6)));
    }

    /// `38/min`, with one decimal below ten.
    public static String perMinute(double photos) {
        return get("queue.pace", photos < 10 ? short1(photos) : count(Math.round(photos)));
    }

    /// `71 %`.
    public static String percent(double fraction) {
        return get("percent", Math.round(100 * Math.clamp(fraction, 0, 1)));
    }

    /// The last folders of a path, led by an ellipsis when some are left out.
    public static String lastFolders(Path path) {
        int names = path.getNameCount();
        return names <= SHOWN_FOLDERS
                ? path.toString()
                : get("path.last", path.subpath(names - SHOWN_FOLDERS, names).toString());
    }

    /// The file's own name, or the whole path where it has none.
    public static String fileName(Path path) {
        var name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }

    private static String short1(double value) {
        return value >= 99.95 ? String.format(LOCALE, "%.0f", value) : decimal("0.#", value);
    }

    private static String fixed1(double value) {
        return decimal("0.0", value);
    }

    private static String decimal(String pattern, double value) {
        var format = new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(LOCALE));
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(value);
    }
}
