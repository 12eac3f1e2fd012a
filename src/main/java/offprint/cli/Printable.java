package offprint.cli;

import java.time.Duration;
import java.util.Locale;

/// Text made fit for a terminal: nothing in it can move the cursor, and it takes a known number of columns.
final class Printable {

    private Printable() {}

    /// The text with every control, format and lone surrogate character written as an escape, so that a file's name
    /// can't
    /// clear the screen, forge a line or turn the reading direction.
    static String escaped(String text) {
        var safe = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            switch (point) {
                case '\n' -> safe.append("\\n");
                case '\r' -> safe.append("\\r");
                case '\t' -> safe.append("\\t");
                default -> {
                    if (isUnsafe(point)) {
                        safe.append(String.format(Locale.ROOT, point > 0xFFFF ? "\\U%08X" : "\\u%04X", point));
                    } else {
                        safe.appendCodePoint(point);
                    }
                }
            }
        });
        return safe.toString();
    }

    private static boolean isUnsafe(int point) {
        int type = Character.getType(point);
        boolean joiner = point == 0x200D; // holds emoji together, shows nothing by itself
        return type == Character.CONTROL
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || (type == Character.FORMAT && !joiner);
    }

    /// Columns that a terminal needs for the text: two for East Asian wide characters and emoji, none for marks.
    static int columns(String text) {
        return text.codePoints().map(Printable::columns).sum();
    }

    private static int columns(int point) {
        int type = Character.getType(point);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        boolean wide = (point >= 0x1100 && point <= 0x115F)
                || (point >= 0x2E80 && point <= 0xA4CF)
                || (point >= 0xAC00 && point <= 0xD7A3)
                || (point >= 0xF900 && point <= 0xFAFF)
                || (point >= 0xFE30 && point <= 0xFE6F)
                || (point >= 0xFF00 && point <= 0xFF60)
                || (point >= 0x1F300 && point <= 0x1FAFF)
                || (point >= 0x20000 && point <= 0x3FFFD);
        return wide ? 2 : 1;
    }

    /// The text within `columns`, its middle replaced by `mark` when it is too long: a name's end tells more than its
    /// middle.
    static String shortened(String text, int columns, String mark) {
        if (columns(text) <= columns) {
            return text;
        }
        int room = Math.max(0, columns - columns(mark));
        int[] points = text.codePoints().toArray();
        int tailRoom = room / 2;
        int tail = points.length;
        int used = 0;
        while (tail > 0 && used + columns(points[tail - 1]) <= tailRoom) {
            used += columns(points[--tail]);
        }
        int head = 0;
        while (head < tail && used + columns(points[head]) <= room) {
            used += columns(points[head++]);
        }
        String kept = columns < columns(mark) ? "" : mark;
        return new String(points, 0, head) + kept + new String(points, tail, points.length - tail);
    }

    /// The text filled up with spaces to `columns`.
    static String padded(String text, int columns) {
        return text + " ".repeat(Math.max(0, columns - columns(text)));
    }

    /// A size for people, in powers of ten: `812 B`, `61 kB`, `1.9 MB`.
    static String bytes(long bytes) {
        if (bytes < 1_000) {
            return bytes + " B";
        }
        if (bytes < 999_500) {
            return Math.round(bytes / 1e3) + " kB";
        }
        return bytes < 999_950_000L
                ? String.format(Locale.ROOT, "%.1f MB", bytes / 1e6)
                : String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
    }

    /// A span for people: `0.4 s`, `12 s`, `6 min 10 s`, `2 h 5 min`.
    static String span(Duration span) {
        long seconds = span.toSeconds();
        if (span.toMillis() < 9_950) {
            return String.format(Locale.ROOT, "%.1f s", span.toMillis() / 1e3);
        }
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds < 3_600
                ? seconds / 60 + " min " + seconds % 60 + " s"
                : seconds / 3_600 + " h " + seconds % 3_600 / 60 + " min";
    }

    /// `1 photo`, `3 photos`.
    static String count(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}
