/// The live queue. Enter by [offprint.ui.queue.QueuePanel]; its state is [offprint.ui.queue.QueueViewModel].
///
/// Belongs to the FX thread unless a docstring says otherwise; must not touch the disk.
@NullMarked
package offprint.ui.queue;

import org.jspecify.annotations.NullMarked;
