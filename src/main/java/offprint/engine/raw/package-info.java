/// RAW files of cameras for an engine that reads JPEG: by the largest JPEG inside of them.
///
/// Enter by [offprint.engine.raw.RawEngine]. Knows the port and header reading; must not know another engine by name.
/// Called on worker threads, by several at once.
@NullMarked
package offprint.engine.raw;

import org.jspecify.annotations.NullMarked;
