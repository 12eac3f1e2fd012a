package offprint.ui.recipe;

import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import offprint.recipe.RecipeDraft;
import offprint.recipe.VariantDraft;

/// One field of the draft: its path in the recipe's JSON, how to read it, how to change it.
///
/// @param path as problems name it; of the variant that is looked at, if it is a variant's
/// @param get reads it
/// @param set the draft with it changed
/// @param <T> of its value
record Access<T>(Supplier<String> path, Function<RecipeDraft, T> get, BiFunction<RecipeDraft, T, RecipeDraft> set) {

    /// A field of the recipe itself.
    static <T> Access<T> ofRecipe(
            String path, Function<RecipeDraft, T> get, BiFunction<RecipeDraft, T, RecipeDraft> set) {
        return new Access<>(() -> path, get, set);
    }

    /// A field of the variant that is looked at.
    static <T> Access<T> ofVariant(
            RecipeEditing editing,
            Function<VariantDraft, String> path,
            Function<VariantDraft, T> get,
            BiFunction<VariantDraft, T, VariantDraft> set) {
        return new Access<>(
                () -> RecipeDraft.path(
                        editing.selected(),
                        path.apply(editing.draft().variants().get(editing.selected()))),
                draft -> get.apply(draft.variants().get(editing.selected())),
                (draft, value) -> draft.withVariant(editing.selected(), variant -> set.apply(variant, value)));
    }

    /// A choice of the encoding of the variant that is looked at.
    static Access<String> ofEncoding(RecipeEditing editing, String choice) {
        return ofVariant(
                editing,
                variant -> "encoding." + choice,
                variant -> variant.encoding().choice(choice),
                (variant, text) -> variant.withEncoding(variant.encoding().with(choice, text)));
    }
}
