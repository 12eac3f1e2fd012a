/// The port of image engines: what an engine must do, what it says it can do, and how it says what went wrong.
///
/// Enter by [offprint.engine.Engines]. Knows recipes only for their encodings. Must not know the pool, the window, or
/// any codec library. Engines are called on worker threads and are safe for several of them at once.
@NullMarked
package offprint.engine;

import org.jspecify.annotations.NullMarked;
