package offprint.ui.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import offprint.recipe.Recipe;
import offprint.recipe.RecipeDraft;
import offprint.recipe.RecipeProblem;
import offprint.recipe.RecipeResult;
import offprint.ui.ProblemText;

/// One recipe while it is being edited: the draft with its undo, what is wrong with it, and which variant is looked at.
/// Every change that leaves the draft right is handed on to be saved. Touches neither the disk nor a control; FX
/// thread.
final class RecipeEditing {

    /// A recipe to save.
    ///
    /// @param inPlaceOf the name under which it was saved before
    record Saving(Recipe recipe, String inPlaceOf) {}

    /// Whose recipe is edited.
    enum Subject {
        /// Built in: the first change makes a copy of it, under a name of its own.
        BUILT_IN,
        /// The user's own.
        OWN
    }

    private final List<String> others;
    private final UnaryOperator<String> copyName;
    private final Consumer<Saving> saver;
    private Subject subject;
    private EditHistory<RecipeDraft> history;
    private String savedAs;
    private Optional<Recipe> saved;
    private List<RecipeProblem> problems;
    private Runnable changed = () -> {};
    private int selected;

    /// @param start as it is saved
    /// @param others names of the other recipes
    /// @param copyName the name of a recipe's copy
    /// @param saver gets each recipe to save
    RecipeEditing(
            RecipeDraft start,
            Subject subject,
            List<String> others,
            UnaryOperator<String> copyName,
            Consumer<Saving> saver) {
        this.subject = subject;
        this.others = List.copyOf(others);
        this.copyName = copyName;
        this.saver = saver;
        history = new EditHistory<>(start);
        savedAs = start.name();
        var result = check(start);
        saved = recipeOf(result);
        problems = problemsOf(result);
    }

    void setOnChange(Runnable listener) {
        changed = listener;
    }

    RecipeDraft draft() {
        return history.now();
    }

    Subject subject() {
        return subject;
    }

    /// The name under which it is kept; while the field holds a wrong one, the last right one.
    String savedAs() {
        return savedAs;
    }

    /// The last right state.
    Optional<Recipe> saved() {
        return saved;
    }

    int selected() {
        return selected;
    }

    void select(int variant) {
        selected = Math.clamp(variant, 0, draft().variants().size() - 1);
        history.endStep();
        changed.run();
    }

    /// @param field what is changed; changes of one field in a row are undone together
    void change(String field, UnaryOperator<RecipeDraft> change) {
        var next = change.apply(draft());
        if (next.equals(draft())) {
            return;
        }
        if (subject == Subject.BUILT_IN) {
            becomeACopy();
            next = next.name().equals(savedAs) ? next.withName(draft().name()) : next;
            savedAs = draft().name();
        }
        history.change(field, next);
        settle();
    }

    /// The copy is no step to undo: what is undone is what was changed in it.
    private void becomeACopy() {
        subject = Subject.OWN;
        var name = RecipeDraft.freeName(copyName.apply(draft().name()), others);
        history = new EditHistory<>(draft().withName(name));
    }

    void undo() {
        history.undo();
        settle();
    }

    void redo() {
        history.redo();
        settle();
    }

    boolean canUndo() {
        return history.canUndo();
    }

    boolean canRedo() {
        return history.canRedo();
    }

    /// What is typed from now on is undone apart from what was typed before.
    void endStep() {
        history.endStep();
    }

    // ---- the list of variants -----------------------------------------------------------------------------------

    void addVariant(String wantedName) {
        change("variants", draft -> draft.withNewVariant(selected, wantedName));
        endStep();
        select(selected + 1);
    }

    void duplicateVariant() {
        change("variants", draft -> draft.withCopyOf(selected));
        endStep();
        select(selected + 1);
    }

    void deleteVariant() {
        change("variants", draft -> draft.without(selected));
        endStep();
    }

    boolean canDeleteVariant() {
        return draft().variants().size() > 1;
    }

    /// Moves the variant that is looked at.
    void moveVariant(int to) {
        int place = Math.clamp(to, 0, draft().variants().size() - 1);
        if (place != selected) {
            int from = selected;
            selected = place;
            change("order", draft -> draft.withMoved(from, place));
        }
    }

    // ---- what is wrong ------------------------------------------------------------------------------------------

    List<RecipeProblem> problems() {
        return problems;
    }

    /// What is wrong with the field of that path, or within it.
    List<String> problemsAt(String path) {
        var found = new ArrayList<String>();
        for (var problem : problems) {
            if (isWithin(problem.path(), path)) {
                found.add(ProblemText.of(problem.fault()));
            }
        }
        return found;
    }

    private static boolean isWithin(String path, String field) {
        return path.startsWith(field)
                && (path.length() == field.length() || ".[".indexOf(path.charAt(field.length())) >= 0);
    }

    private void settle() {
        selected = Math.clamp(selected, 0, draft().variants().size() - 1);
        var result = check(draft());
        problems = problemsOf(result);
        recipeOf(result).filter(recipe -> !saved.equals(Optional.of(recipe))).ifPresent(this::save);
        changed.run();
    }

    private void save(Recipe recipe) {
        var before = savedAs;
        saved = Optional.of(recipe);
        savedAs = recipe.name();
        saver.accept(new Saving(recipe, before));
    }

    private RecipeResult check(RecipeDraft draft) {
        return subject == Subject.BUILT_IN ? draft.check() : draft.check(others);
    }

    private static Optional<Recipe> recipeOf(RecipeResult result) {
        return switch (result) {
            case RecipeResult.Valid valid -> Optional.of(valid.recipe());
            case RecipeResult.Invalid ignored -> Optional.empty();
        };
    }

    private static List<RecipeProblem> problemsOf(RecipeResult result) {
        return switch (result) {
            case RecipeResult.Valid ignored -> List.of();
            case RecipeResult.Invalid invalid -> invalid.problems();
        };
    }
}
