package offprint.recipe;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// The words of a recipe's JSON and what they stand for, in the order in which messages list them; shared by reader and
/// writer so that the two can't disagree.
final class RecipeWords {

    static final Map<String, Encoding.Chroma> CHROMA =
            ordered("4:2:0", Encoding.Chroma.SUBSAMPLED_420, "4:4:4", Encoding.Chroma.FULL_444);

    static final Map<String, Encoding.TiffCompression> TIFF_COMPRESSION = lowerCase(Encoding.TiffCompression.class);

    static final Map<Integer, Integer> BITS = ordered(8, 8, 16, 16);

    static final Map<String, MetadataPolicy.Group> GROUPS = lowerCase(MetadataPolicy.Group.class);

    static final Map<String, OnConflict> ON_CONFLICT = lowerCase(OnConflict.class);

    private RecipeWords() {}

    /// The word of a meaning.
    static <T> String of(Map<String, T> words, T meaning) {
        return words.entrySet().stream()
                .filter(entry -> entry.getValue().equals(meaning))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private static <T extends Enum<T>> Map<String, T> lowerCase(Class<T> type) {
        var words = new LinkedHashMap<String, T>();
        for (var constant : type.getEnumConstants()) {
            words.put(constant.name().toLowerCase(Locale.ROOT), constant);
        }
        return Collections.unmodifiableMap(words);
    }

    private static <K, V> Map<K, V> ordered(K first, V firstMeaning, K second, V secondMeaning) {
        var words = new LinkedHashMap<K, V>();
        words.put(first, firstMeaning);
        words.put(second, secondMeaning);
        return Collections.unmodifiableMap(words);
    }
}
