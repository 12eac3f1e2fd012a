package offprint.recipe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/// The recipes that come with the program, as JSON beside this class, in the order in which lists show them.
final class BuiltInRecipes {

    private static final List<String> FILES = List.of(
            "web.json", "client-delivery.json", "social.json", "print.json", "contact-sheet.json", "email.json");

    private BuiltInRecipes() {}

    static List<RecipeEntry> all() {
        return FILES.stream().map(BuiltInRecipes::entry).toList();
    }

    private static RecipeEntry entry(String file) {
        var result = RecipeJson.read(bytes(file));
        return switch (result) {
            case RecipeResult.Valid valid ->
                new RecipeEntry(valid.recipe().name(), RecipeEntry.Origin.BUILT_IN, Optional.empty(), result);
            case RecipeResult.Invalid invalid -> throw new IllegalStateException(file + ": " + invalid.problems());
        };
    }

    private static byte[] bytes(String file) {
        try (var stream = BuiltInRecipes.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("the built-in recipe " + file + " is missing from the program");
            }
            return stream.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
