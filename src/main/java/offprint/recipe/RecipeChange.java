package offprint.recipe;

import java.nio.file.Path;

/// What came of saving or deleting a recipe.
public sealed interface RecipeChange {

    /// @param file the file that was written or is gone
    record Done(Path file) implements RecipeChange {}

    /// Nothing was changed.
    ///
    /// @param message why, one sentence for people
    record Refused(String message) implements RecipeChange {

        /// A stable code for people to quote.
        public static final String CODE = "E-RECIPE-STORE";
    }
}
