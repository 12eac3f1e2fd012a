package offprint.library;

/// A name in the order in which people expect names: `IMG_9` before `IMG_10`, upper and lower case together. Names that
/// differ in case or leading zeros only are told apart last, so that the order is total.
///
/// @param text the name itself
/// @param key made of it once, since a sort compares each name many times: keys in their plain order are names in
///     their natural order, those aside that are told apart last
public record NaturalName(String text, String key) implements Comparable<NaturalName> {

    public static NaturalName of(String text) {
        return new NaturalName(text, key(text));
    }

    @Override
    public int compareTo(NaturalName other) {
        int byKey = key.compareTo(other.key);
        return byKey != 0 ? byKey : text.compareTo(other.text);
    }

    /// Before the digits of a number stand a zero, so that a number keeps the place of a digit among other signs, and
    /// how many digits there are without leading zeros, since more digits are more.
    private static String key(String text) {
        var key = new StringBuilder(text.length() + 4);
        int at = 0;
        while (at < text.length()) {
            if (isDigit(text.charAt(at))) {
                int end = endOfDigits(text, at);
                int start = afterZeros(text, at, end);
                key.append('0').append((char) (end - start)).append(text, start, end);
                at = end;
            } else {
                key.append(folded(text.charAt(at)));
                at++;
            }
        }
        return key.toString();
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private static char folded(char character) {
        return Character.toLowerCase(Character.toUpperCase(character));
    }

    private static int endOfDigits(String text, int from) {
        int end = from;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int afterZeros(String text, int from, int end) {
        int start = from;
        while (start < end && text.charAt(start) == '0') {
            start++;
        }
        return start;
    }
}
