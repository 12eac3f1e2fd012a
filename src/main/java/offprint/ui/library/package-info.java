/// The photos that were dropped, as a virtualised grid. Enter by [offprint.ui.library.PhotoGrid].
///
/// Belongs to the FX thread unless a docstring says otherwise; must not touch the disk.
@NullMarked
package offprint.ui.library;

import org.jspecify.annotations.NullMarked;
