package offprint.recipe;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/// Makes one path segment out of any text, so that it names a file or folder right here, on every system, and shows as
/// what it is: no separators, no characters that Windows forbids, no control or invisible characters, no name that
/// Windows keeps for a device, no dots or spaces at the ends, in Unicode's form NFC, and never too long.
///
/// Rules: Microsoft's "Naming Files, Paths, and Namespaces"; 255 bytes a name is the limit of ext4, APFS and most
/// others.
public final class SafeFileName {

    /// What stands in for a character that can't be kept.
    private static final char SUBSTITUTE = '_';

    /// What a name becomes of which nothing is left.
    private static final String NOTHING_LEFT = "untitled";

    private static final String FORBIDDEN = "/\\:*?\"<>|";

    private static final Set<String> DEVICES = Set.of(
            "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", "COM0", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6",
            "COM7", "COM8", "COM9", "COM¹", "COM²", "COM³", "LPT0", "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6",
            "LPT7", "LPT8", "LPT9", "LPT¹", "LPT²", "LPT³");

    private SafeFileName() {}

    /// One segment, at least one character and at most `maxBytes` bytes of UTF-8 long, cut between code points.
    static String segment(String raw, int maxBytes) {
        var clean = new StringBuilder(raw.length());
        Normalizer.normalize(raw, Normalizer.Form.NFC).codePoints().forEach(codePoint -> {
            if (isInvisible(codePoint)) {
                return;
            }
            clean.appendCodePoint(isAllowed(codePoint) ? codePoint : SUBSTITUTE);
        });
        // The renaming of a device's name may add one byte, so it gets its room before the cut.
        var normal = Normalizer.normalize(trimmed(clean.toString()), Normalizer.Form.NFC);
        var cut = trimmed(cutTo(normal, maxBytes - 1));
        return cut.isEmpty() ? NOTHING_LEFT : apartFromDevices(cut);
    }

    /// Whether the code point may stand in a segment as it is.
    static boolean isAllowed(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.FORMAT -> false;
            default -> FORBIDDEN.indexOf(codePoint) < 0 && codePoint != 0xFFFD;
        };
    }

    /// Direction overrides, zero-width characters, soft hyphens: what makes a name show as another one.
    private static boolean isInvisible(int codePoint) {
        return Character.getType(codePoint) == Character.FORMAT;
    }

    private static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isDotOrSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isDotOrSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isDotOrSpace(char character) {
        return character == '.' || Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    /// The longest beginning of a text that has at most `maxBytes` bytes of UTF-8, cut between code points.
    public static String cutTo(String text, int maxBytes) {
        int bytes = 0;
        int end = 0;
        while (end < text.length()) {
            int codePoint = text.codePointAt(end);
            bytes += utf8Length(codePoint);
            if (bytes > maxBytes) {
                break;
            }
            end += Character.charCount(codePoint);
        }
        return text.substring(0, end);
    }

    /// RFC 3629, section 3; half a surrogate pair is written as a question mark.
    private static int utf8Length(int codePoint) {
        boolean isHalf = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
        if (codePoint < 0x80 || isHalf) {
            return 1;
        }
        return codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
    }

    /// `con.photo` becomes `con_.photo`: Windows looks at what stands before the first dot, spaces aside.
    private static String apartFromDevices(String text) {
        int dot = text.indexOf('.');
        var base = dot < 0 ? text : text.substring(0, dot);
        return DEVICES.contains(base.strip().toUpperCase(Locale.ROOT))
                ? base + SUBSTITUTE + text.substring(base.length())
                : text;
    }
}
