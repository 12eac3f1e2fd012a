/// What the user looks at before exporting: a photo before and after the encoder, and what a whole batch will weigh.
///
/// Enter by [offprint.preview.PreviewService] and [offprint.preview.BatchEstimator]. Knows engines, the pool and
/// photos.
/// Must not know the window. Its methods return at once; listeners are called on workers.
@NullMarked
package offprint.preview;

import org.jspecify.annotations.NullMarked;
