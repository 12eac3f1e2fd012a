package offprint.ui.shell;

import java.nio.file.Path;
import java.util.List;
import offprint.recipe.Recipe;
import offprint.recipe.RecipeEntry;
import offprint.ui.recipe.SidebarActions;

/// Carries the wishes of the list of recipes and of the buttons below it to the window.
record SidebarLinks(MainWindow window) implements SidebarActions {

    @Override
    public void chooseDestination() {
        window.chooseDestination();
    }

    @Override
    public void exportNow() {
        window.export();
    }

    @Override
    public void showPlan() {
        window.showPlan();
    }

    @Override
    public void dropped(Recipe recipe, List<Path> files) {
        window.dropOnRecipe(recipe, files);
    }

    @Override
    public void edit(RecipeEntry entry) {
        window.recipes().edit(entry);
    }

    @Override
    public void newRecipe() {
        window.recipes().newRecipe();
    }

    @Override
    public void importRecipe() {
        window.recipes().chooseAndTake();
    }
}
