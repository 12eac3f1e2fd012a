/// The window. Enter by [offprint.ui.WindowLauncher] with [offprint.ui.WindowServices].
///
/// Knows what the export, library, preview, recipe and settings rooms offer, through small ports. Must not know
/// engines,
/// the command line or how anything is composed. Everything here runs on the FX thread unless its docstring says
/// otherwise; nothing here ever waits for a file, a codec or a lock.
@NullMarked
package offprint.ui;

import org.jspecify.annotations.NullMarked;
