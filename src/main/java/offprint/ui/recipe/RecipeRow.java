package offprint.ui.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import offprint.recipe.Recipe;
import offprint.recipe.RecipeEntry;
import offprint.recipe.RecipeEntry.Origin;

/// A line of the list of recipes.
sealed interface RecipeRow {

    /// What the lines below it are.
    ///
    /// @param textKey of its words
    record Title(String textKey) implements RecipeRow {}

    /// A recipe, or a file that holds none.
    record Of(RecipeEntry entry) implements RecipeRow {}

    /// The user's own first, then the built-in ones; titles only where there are both.
    static List<RecipeRow> of(List<RecipeEntry> entries) {
        var own = entries.stream()
                .filter(entry -> entry.origin() == Origin.USER)
                .map(RecipeRow.Of::new)
                .toList();
        var builtIn = entries.stream()
                .filter(entry -> entry.origin() == Origin.BUILT_IN)
                .map(RecipeRow.Of::new)
                .toList();
        var rows = new ArrayList<RecipeRow>();
        if (!own.isEmpty()) {
            rows.add(new Title("recipes.own"));
            rows.addAll(own);
            rows.add(new Title("recipes.builtIn"));
        }
        rows.addAll(builtIn);
        return List.copyOf(rows);
    }

    /// The recipe of this line, if it is one that can be used.
    default Optional<Recipe> recipe() {
        return switch (this) {
            case Title ignored -> Optional.empty();
            case Of of -> of.entry().recipe();
        };
    }
}
