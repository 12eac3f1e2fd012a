package offprint.ui.recipe;

import java.nio.file.Path;
import java.util.List;
import offprint.recipe.Recipe;
import offprint.recipe.RecipeEntry;

/// What the list of recipes and the buttons below it ask of the window.
public interface SidebarActions {

    void chooseDestination();

    void exportNow();

    void showPlan();

    /// A recipe got files dropped on it.
    void dropped(Recipe recipe, List<Path> files);

    void edit(RecipeEntry entry);

    void newRecipe();

    /// Asks for recipe files and takes them in.
    void importRecipe();
}
