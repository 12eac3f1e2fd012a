package offprint.recipe;

import java.nio.file.Path;

/// What came of saving or deleting a recipe.
public sealed interface RecipeChange {

    /// @param file the file that was written or is gone
    record Done(Path file) implements RecipeChange {}

    /// Nothing was changed.
    ///
    /// @param fault why
    record Refused(RecipeFault fault) implements RecipeChange {

        /// A stable code for people to quote.
        public static final String CODE = "E-RECIPE-STORE";

        /// Why, one sentence for people, in English.
        public String message() {
            return fault.message();
        }
    }
}
