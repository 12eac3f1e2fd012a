/// The choice of what to make and where to put it. Enter by [offprint.ui.recipe.RecipeSidebar].
///
/// Belongs to the FX thread unless a docstring says otherwise; must not touch the disk.
@NullMarked
package offprint.ui.recipe;

import org.jspecify.annotations.NullMarked;
