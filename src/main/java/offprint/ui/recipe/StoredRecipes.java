package offprint.ui.recipe;

import java.nio.file.Path;
import java.util.List;
import offprint.recipe.Recipe;
import offprint.recipe.RecipeChange;
import offprint.recipe.RecipeEntry;
import offprint.recipe.RecipeLookup;
import offprint.recipe.RecipeStore;

/// The port on the real store.
public record StoredRecipes(RecipeStore store) implements RecipePort {

    @Override
    public List<RecipeEntry> all() {
        return store.all();
    }

    @Override
    public RecipeChange save(Recipe recipe, String inPlaceOf) {
        return store.save(recipe, inPlaceOf);
    }

    @Override
    public RecipeChange delete(String name) {
        return store.delete(name);
    }

    @Override
    public RecipeLookup take(Path file) {
        return store.take(file);
    }

    @Override
    public RecipeChange export(Recipe recipe, Path file) {
        return store.export(recipe, file);
    }
}
