package offprint.ui.preview;

import offprint.recipe.Encoding;
import offprint.recipe.Recipe;

/// Takes a quality that was found by looking into the recipe. Called on the FX thread; returns at once.
@FunctionalInterface
public interface QualityKeeper {

    /// @param variant index into the recipe's variants
    /// @param encoding the variant's new one
    void keep(Recipe recipe, int variant, Encoding encoding);
}
