package offprint.recipe;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Shows what a user's file holds inside a message: short, on one line, without control or invisible characters.
final class Shown {

    private static final int MAX_CHARS = 60;

    private Shown() {}

    static String value(JsonNode node) {
        return text(node.toString(), MAX_CHARS);
    }

    static String text(String raw) {
        return text(raw, 5 * MAX_CHARS);
    }

    private static String text(String raw, int maxChars) {
        var shown = new StringBuilder();
        raw.codePoints().limit(maxChars).forEach(codePoint -> {
            int type = Character.getType(codePoint);
            boolean unsafe = type == Character.CONTROL
                    || type == Character.FORMAT
                    || type == Character.SURROGATE
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR;
            if (unsafe) {
                shown.append("\\u%04X".formatted(codePoint));
            } else {
                shown.appendCodePoint(codePoint);
            }
        });
        return raw.codePointCount(0, raw.length()) > maxChars ? shown + "…" : shown.toString();
    }

    /// The known word that is most like the wanted one, if one is like it at all; case does not count.
    static Optional<String> nearest(String wanted, List<String> known) {
        var limit = Math.max(2, wanted.length() / 3);
        String best = "";
        int bestDistance = limit + 1;
        for (var word : known) {
            int distance = distance(fold(wanted), fold(word));
            if (distance < bestDistance) {
                bestDistance = distance;
                best = word;
            }
        }
        if (best.isEmpty() && !wanted.isBlank()) {
            return known.stream()
                    .filter(word -> fold(word).startsWith(fold(wanted)))
                    .findFirst();
        }
        return best.isEmpty() ? Optional.empty() : Optional.of(best);
    }

    private static String fold(String text) {
        return RecipeNames.fold(text.length() > MAX_CHARS ? text.substring(0, MAX_CHARS) : text);
    }

    /// Levenshtein's: the least number of letters to add, drop or change.
    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(change, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
