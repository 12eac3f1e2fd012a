/// Value types of pictures that every room shares: sizes, orientations, formats, what a source is, owned pixels.
///
/// Enter by any type; all are immutable but [offprint.image.Pixels], which owns memory. Must not know anything but the
/// JDK, and no `java.awt`. Any thread may call it.
@NullMarked
package offprint.image;

import org.jspecify.annotations.NullMarked;
