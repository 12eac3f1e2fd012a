package offprint.recipe;

import java.util.Arrays;
import java.util.List;

/// The size of a variant as the user left it: numbers are texts, right or wrong.
///
/// @param kind which side is meant, or which other measure
/// @param amount the number; not used by [Kind#ORIGINAL]; the width of [Kind#WITHIN]
/// @param second the height of [Kind#WITHIN]; not used by the others
/// @param enlarge whether smaller photos grow; not used by [Kind#ORIGINAL]
public record SizeDraft(Kind kind, String amount, String second, boolean enlarge) {

    /// The measures, in the order in which a form offers them.
    public enum Kind {
        ORIGINAL("original"),
        LONG_EDGE("longEdge"),
        SHORT_EDGE("shortEdge"),
        WIDTH("width"),
        HEIGHT("height"),
        WITHIN("within"),
        MEGAPIXELS("megapixels"),
        PERCENT("percent");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /// The word of the recipe's JSON.
        public String word() {
            return word;
        }

        /// Whether it is counted in pixels.
        public boolean isPixels() {
            return switch (this) {
                case LONG_EDGE, SHORT_EDGE, WIDTH, HEIGHT, WITHIN -> true;
                case ORIGINAL, MEGAPIXELS, PERCENT -> false;
            };
        }

        private String usualAmount() {
            return switch (this) {
                case ORIGINAL, LONG_EDGE, SHORT_EDGE, WIDTH, HEIGHT, WITHIN -> "2048";
                case MEGAPIXELS -> "2";
                case PERCENT -> "50";
            };
        }
    }

    /// Words of every measure that is a number, for the reader's messages.
    static List<String> measures() {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind != Kind.ORIGINAL)
                .map(Kind::word)
                .toList();
    }

    public SizeDraft withKind(Kind other) {
        boolean sameUnit = kind.isPixels() && other.isPixels();
        var kept = sameUnit && !amount.isBlank() ? amount : other.usualAmount();
        var height = second.isBlank() ? kept : second;
        return new SizeDraft(other, kept, height, enlarge);
    }

    public SizeDraft withAmount(String text) {
        return new SizeDraft(kind, text, second, enlarge);
    }

    public SizeDraft withSecond(String text) {
        return new SizeDraft(kind, amount, text, enlarge);
    }

    public SizeDraft withEnlarge(boolean allowed) {
        return new SizeDraft(kind, amount, second, allowed);
    }
}
