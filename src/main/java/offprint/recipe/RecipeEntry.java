package offprint.recipe;

import java.nio.file.Path;
import java.util.Optional;

/// A recipe of the store's list, or a file there that holds none.
///
/// @param name the recipe's name; the file's, without its extension, when the recipe is broken
/// @param origin whose it is
/// @param file where it is kept; empty for a built-in one
/// @param result the recipe, or what is wrong with it
public record RecipeEntry(String name, Origin origin, Optional<Path> file, RecipeResult result) {

    /// Whose a recipe is.
    public enum Origin {
        /// Comes with the program and can't be changed; a user's recipe of the same name hides it.
        BUILT_IN,
        /// The user's own.
        USER
    }

    /// The recipe, unless it is broken.
    public Optional<Recipe> recipe() {
        return switch (result) {
            case RecipeResult.Valid valid -> Optional.of(valid.recipe());
            case RecipeResult.Invalid invalid -> Optional.empty();
        };
    }
}
