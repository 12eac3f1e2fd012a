package offprint.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import offprint.recipe.Recipe;
import offprint.recipe.RecipeChange;
import offprint.recipe.RecipeEntry;
import offprint.recipe.RecipeFault;
import offprint.recipe.RecipeLookup;
import offprint.recipe.RecipeProblem;
import offprint.recipe.RecipeResult;
import offprint.ui.recipe.RecipePort;

/// Recipes without a disk: the built-in ones as given, the user's own in memory. It notes every change. Any thread.
public final class DemoRecipes implements RecipePort {

    /// Every change, in order, such as `save Web copy in place of Web copy`.
    public final List<String> changes = new CopyOnWriteArrayList<>();

    private final List<Recipe> builtIn;
    private final Map<String, Recipe> own = new LinkedHashMap<>();
    private final List<RecipeEntry> broken = new ArrayList<>();
    private Optional<String> refusal = Optional.empty();

    DemoRecipes(List<Recipe> builtIn) {
        this.builtIn = List.copyOf(builtIn);
    }

    public synchronized void add(Recipe recipe) {
        own.put(recipe.name(), recipe);
    }

    /// A file that names two sizes where one is wanted.
    public synchronized void addBroken(String name) {
        var sizes = "longEdge, shortEdge, width, height, within, megapixels, percent";
        var problem = new RecipeProblem(
                "variants[0].size",
                new RecipeFault(RecipeFault.Kind.ONE_SIZE, List.of(sizes, "longEdge and width", "longEdge, width")));
        broken.add(new RecipeEntry(
                name,
                RecipeEntry.Origin.USER,
                Optional.of(Path.of("/home/anna/.config/offprint/recipes/" + name + ".json")),
                new RecipeResult.Invalid(List.of(problem))));
    }

    /// From now on nothing can be saved.
    public synchronized void refuse(String reason) {
        refusal = Optional.of(reason);
    }

    public synchronized Optional<Recipe> own(String name) {
        return Optional.ofNullable(own.get(name));
    }

    @Override
    public synchronized List<RecipeEntry> all() {
        var all = new ArrayList<RecipeEntry>();
        builtIn.forEach(recipe -> all.add(entry(recipe, RecipeEntry.Origin.BUILT_IN)));
        own.values().forEach(recipe -> all.add(entry(recipe, RecipeEntry.Origin.USER)));
        all.addAll(broken);
        return all;
    }

    private static RecipeEntry entry(Recipe recipe, RecipeEntry.Origin origin) {
        return new RecipeEntry(recipe.name(), origin, Optional.empty(), new RecipeResult.Valid(recipe));
    }

    @Override
    public synchronized RecipeChange save(Recipe recipe, String inPlaceOf) {
        if (refusal.isPresent()) {
            return new RecipeChange.Refused(new RecipeFault(RecipeFault.Kind.NOT_SAVED, List.of(refusal.get())));
        }
        changes.add("save " + recipe.name() + " in place of " + inPlaceOf);
        own.remove(inPlaceOf);
        own.put(recipe.name(), recipe);
        return new RecipeChange.Done(Path.of(recipe.name()));
    }

    @Override
    public synchronized RecipeChange delete(String name) {
        changes.add("delete " + name);
        own.remove(name);
        return new RecipeChange.Done(Path.of(name));
    }

    @Override
    public RecipeLookup take(Path file) {
        changes.add("take " + file.getFileName());
        if (file.toString().contains("broken")) {
            var fault = new RecipeFault(RecipeFault.Kind.NO_TEXT, List.of("7"));
            return new RecipeLookup.Broken(
                    String.valueOf(file.getFileName()), List.of(new RecipeProblem("name", fault)));
        }
        var recipe = builtIn.getFirst().withName("Taken");
        add(recipe);
        return new RecipeLookup.Found(recipe, RecipeEntry.Origin.USER);
    }

    @Override
    public RecipeChange export(Recipe recipe, Path file) {
        changes.add("export " + recipe.name() + " to " + file.getFileName());
        return new RecipeChange.Done(file);
    }
}
