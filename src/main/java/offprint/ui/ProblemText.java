package offprint.ui;

import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import offprint.recipe.RecipeFault;
import offprint.recipe.RecipeProblem;

/// What is wrong with a recipe, in the language of the window; the recipe's room itself speaks English. Immutable; any
/// thread may use it.
public final class ProblemText {

    private static final Optional<ResourceBundle> TRANSLATED =
            Language.problems(Locale.getDefault(Locale.Category.DISPLAY));

    private ProblemText() {}

    /// What was expected, as it stands at the field.
    public static String of(RecipeFault fault) {
        return of(TRANSLATED, fault);
    }

    static String of(Optional<ResourceBundle> translated, RecipeFault fault) {
        return translated
                .map(bundle -> fault.in(bundle.getString(fault.kind().name())))
                .orElseGet(fault::message);
    }

    /// With the field's path before it, as it stands apart from the field.
    public static String whole(RecipeProblem problem) {
        var text = of(problem.fault());
        return problem.path().isEmpty() ? text : problem.path() + ": " + text;
    }
}
