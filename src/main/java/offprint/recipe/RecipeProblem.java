package offprint.recipe;

/// One thing that is wrong with a recipe's JSON.
///
/// @param path the field, such as `variants[1].encoding.quality`; empty for the file as a whole
/// @param fault what was expected and what was received
public record RecipeProblem(String path, RecipeFault fault) {

    /// What was expected and what was received, in English.
    public String message() {
        return fault.message();
    }

    /// Both in one line: `variants[1].encoding.quality: expected a whole number from 1 to 100 but received 140`.
    @Override
    public String toString() {
        return path.isEmpty() ? message() : path + ": " + message();
    }
}
