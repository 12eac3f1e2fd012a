package offprint.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import offprint.recipe.Recipe;
import offprint.recipe.RecipeJson;
import offprint.recipe.RecipeProblem;
import offprint.recipe.RecipeResult;

/// Finds the recipe that a word of the command line means: a file when it looks like one, else a name (case does not count).
final class RecipeChoice {

    private RecipeChoice() {}

    /// @throws UsageException when there is none, or the file is not valid
    static Recipe of(String word, List<Workshop.Shelved> shelf) {
        for (var shelved : shelf) {
            if (shelved.recipe().name().equalsIgnoreCase(word)) {
                return shelved.recipe();
            }
        }
        var file = asFile(word);
        if (file.isPresent()) {
            return switch (read(file.get())) {
                case RecipeResult.Valid valid -> valid.recipe();
                case RecipeResult.Invalid invalid -> throw new UsageException(invalidMessage(word, invalid));
            };
        }
        var names = shelf.stream().map(shelved -> shelved.recipe().name()).toList();
        var guess = Suggestion.forWord(word, names).map(name -> " Did you mean \"" + name + "\"?");
        throw new UsageException("There is no recipe \"" + word + "\"." + guess.orElse("") + " There are: "
                + names.stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(", "))
                + ", and any file with a recipe in it.");
    }

    private static Optional<Path> asFile(String word) {
        var path = Path.of(word);
        if (Files.isRegularFile(path)) {
            return Optional.of(path);
        }
        if (word.endsWith(".json") || path.getNameCount() > 1) {
            throw new UsageException("There is no recipe file \"" + word + "\".");
        }
        return Optional.empty();
    }

    /// What the file says.
    ///
    /// @throws UsageException when it can't be read
    static RecipeResult read(Path file) {
        try {
            if (Files.size(file) > RecipeJson.MAX_BYTES) {
                throw new UsageException("\"" + file + "\" is too large to be a recipe.");
            }
            return RecipeJson.read(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UsageException("The recipe file \"" + file + "\" can't be read: " + e.getMessage());
        }
    }

    private static String invalidMessage(String word, RecipeResult.Invalid invalid) {
        return "\"" + word + "\" is not a valid recipe:\n"
                + invalid.problems().stream()
                        .map(RecipeProblem::toString)
                        .map(problem -> "  " + problem)
                        .collect(Collectors.joining("\n"));
    }
}
