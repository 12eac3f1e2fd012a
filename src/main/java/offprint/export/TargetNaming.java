package offprint.export;

import java.nio.file.Path;
import java.util.Optional;
import offprint.recipe.OnConflict;

/// How outputs come by their names.
@FunctionalInterface
interface TargetNaming {

    /// Gives every output the name it wants, for plans whose names are chosen later.
    TargetNaming WISHFUL = (wanted, policy) -> new Choice(wanted, Optional.empty());

    /// @param wanted absolute
    Choice choose(Path wanted, OnConflict policy);

    /// @param target absolute
    /// @param note what is to be said of it, if anything
    record Choice(Path target, Optional<PlannedOutput.Note> note) {}
}
