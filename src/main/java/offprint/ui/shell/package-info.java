/// The frame of the window: toolbar, status bar, prompts, theme, keyboard. Enter by [offprint.ui.shell.MainWindow].
///
/// Belongs to the FX thread unless a docstring says otherwise; must not touch the disk.
@NullMarked
package offprint.ui.shell;

import org.jspecify.annotations.NullMarked;
