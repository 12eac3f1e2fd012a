/// The selected photo, large, and what a recipe will make of it. Enter by [offprint.ui.preview.PreviewPane].
///
/// Belongs to the FX thread unless a docstring says otherwise; must not touch the disk.
@NullMarked
package offprint.ui.preview;

import org.jspecify.annotations.NullMarked;
