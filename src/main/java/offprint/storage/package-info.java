/// How the user's own small files are kept: whole, or as they were.
///
/// Enter by [offprint.storage.AtomicText]. Must not know anything but the JDK. Blocks, for workers; any thread may call
/// it.
@NullMarked
package offprint.storage;

import org.jspecify.annotations.NullMarked;
