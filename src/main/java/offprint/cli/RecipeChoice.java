package offprint.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import offprint.recipe.Recipe;
import offprint.recipe.RecipeJson;
import offprint.recipe.RecipeLookup;
import offprint.recipe.RecipeProblem;
import offprint.recipe.RecipeResult;
import offprint.recipe.RecipeStore;

/// Finds the recipe that a word of the command line means.
final class RecipeChoice {

    private RecipeChoice() {}

    /// @param word a recipe's name (case does not count), or a file with a recipe in it
    /// @throws UsageException when there is none, or the file is not valid
    static Recipe of(String word, RecipeStore store) {
        return switch (store.find(word)) {
            case RecipeLookup.Found found -> found.recipe();
            case RecipeLookup.Broken broken -> throw new UsageException(broken(word, broken.problems()));
            case RecipeLookup.NotFound missing -> throw new UsageException(missing.message());
        };
    }

    private static String broken(String word, List<RecipeProblem> problems) {
        return problems.stream()
                .map(problem -> "\n  " + problem)
                .collect(Collectors.joining("", "\"" + word + "\" is not a valid recipe:", ""));
    }

    /// What a file says.
    ///
    /// @throws UsageException when it can't be read, or can't be a recipe
    static RecipeResult read(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                throw new UsageException("There is no recipe file \"" + file + "\".");
            }
            if (Files.size(file) > RecipeJson.MAX_BYTES) {
                throw new UsageException("\"" + file + "\" is too large to be a recipe.");
            }
            return RecipeJson.read(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UsageException("The recipe file \"" + file + "\" can't be read: " + e.getMessage());
        }
    }
}
