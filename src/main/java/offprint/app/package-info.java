/// The composition root: builds every object once, hands it to whoever needs it, and holds `main`.
///
/// Enter by [offprint.app.Main]. Knows everything; nothing knows it. `main` runs on the start thread.
@NullMarked
package offprint.app;

import org.jspecify.annotations.NullMarked;
