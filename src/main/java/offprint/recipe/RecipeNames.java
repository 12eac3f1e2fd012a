package offprint.recipe;

import java.text.Normalizer;
import java.util.Locale;

/// When two names of recipes or variants count as the same: case, Unicode form and spaces around do not count.
final class RecipeNames {

    private RecipeNames() {}

    static String fold(String name) {
        return Normalizer.normalize(name.strip(), Normalizer.Form.NFC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }
}
