package offprint.recipe;

import java.util.List;
import java.util.Optional;

/// What came of looking for a recipe by its name or file.
public sealed interface RecipeLookup {

    record Found(Recipe recipe, RecipeEntry.Origin origin) implements RecipeLookup {}

    /// There it is, but it can't be used.
    ///
    /// @param wanted the name or file that was asked for
    /// @param problems what is wrong with it
    record Broken(String wanted, List<RecipeProblem> problems) implements RecipeLookup {
        public Broken {
            problems = List.copyOf(problems);
        }
    }

    /// There is none.
    ///
    /// @param wanted the name or file that was asked for
    /// @param nearest the name that was perhaps meant
    /// @param known every name that would be found
    record NotFound(String wanted, Optional<String> nearest, List<String> known) implements RecipeLookup {

        /// A stable code for people to quote.
        public static final String CODE = "E-RECIPE-UNKNOWN";

        public NotFound {
            known = List.copyOf(known);
        }

        /// One sentence for people.
        public String message() {
            return "There is no recipe \"" + Shown.text(wanted) + "\""
                    + nearest.map(name -> "; did you mean \"" + name + "\"?")
                            .orElse("; there are " + String.join(", ", known) + ".");
        }
    }
}
