package offprint.ui.recipe;

import java.nio.file.Path;
import java.util.List;
import offprint.recipe.Recipe;
import offprint.recipe.RecipeChange;
import offprint.recipe.RecipeEntry;
import offprint.recipe.RecipeLookup;

/// Port: the recipes as the window sees and changes them. Every method may touch the disk: call it off the FX thread.
public interface RecipePort {

    /// The built-in ones and the user's own, with those that can't be read.
    List<RecipeEntry> all();

    /// Keeps a recipe among the user's, in place of the one of that name if there is one.
    RecipeChange save(Recipe recipe, String inPlaceOf);

    RecipeChange delete(String name);

    /// Takes a recipe's file in: the recipe as it is kept, or why it is not.
    RecipeLookup take(Path file);

    /// Writes a recipe to a file for others.
    RecipeChange export(Recipe recipe, Path file);
}
