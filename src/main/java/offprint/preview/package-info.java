/// Larger pictures of what the user looks at: the newest request wins, older ones are cancelled.
///
/// Enter by [offprint.preview.PreviewService]. Knows engines, the pool and photos. Must not know the window. Its
/// methods return at once; listeners are called on workers.
@NullMarked
package offprint.preview;

import org.jspecify.annotations.NullMarked;
