/// The command line: thin commands, what they print, and how they end. The only room that prints.
///
/// Enter by [offprint.cli.CommandLineMain]. Knows the rooms below the window, and the window and the wiring only by
/// the ports [offprint.cli.Desktop] and [offprint.cli.Workshop]. Commands run on the start thread, which may wait.
@NullMarked
package offprint.cli;

import org.jspecify.annotations.NullMarked;
