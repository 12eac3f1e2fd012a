/// What to make of a photo: recipes, their variants, sizes, encodings, file names and metadata policy, kept as strict
/// JSON.
///
/// Enter by [offprint.recipe.RecipeStore]. Must not know engines, files of photos, the pool or the window. Any thread
/// may call it; the store reads and writes files and so never belongs on the FX thread.
@NullMarked
package offprint.recipe;

import org.jspecify.annotations.NullMarked;
