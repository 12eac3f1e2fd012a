/// The image engine that runs everywhere: ImageIO with the TwelveMonkeys readers, own resampling, imgscalr for
/// thumbnails.
///
/// Enter by [offprint.engine.embedded.EmbeddedEngine]. Must not know the pool, the window or another engine; the only
/// room that may use `java.awt`. Every class here is either immutable or made for one call.
@NullMarked
package offprint.engine.embedded;

import org.jspecify.annotations.NullMarked;
