package offprint.recipe;

import java.util.List;

/// A recipe, or everything that is wrong with its JSON.
public sealed interface RecipeResult {

    record Valid(Recipe recipe) implements RecipeResult {}

    /// @param problems one or more, in the order of the file
    record Invalid(List<RecipeProblem> problems) implements RecipeResult {

        /// A stable code for people to quote.
        public static final String CODE = "E-RECIPE";

        public Invalid {
            problems = List.copyOf(problems);
        }
    }
}
