/// The bounded worker pool: elastic workers, priorities, back-pressure, a memory budget, cancellation that is true,
/// replaced workers, warm worker-local resources, graceful drain, and one immutable snapshot of it all.
///
/// Enter by [offprint.pool.WorkerPool]. Knows only cancellation: no images, no files, no JavaFX. Every public method
/// may be called from any thread and none but `await` and `close` blocks for work; tasks and hooks run on workers.
@NullMarked
package offprint.pool;

import org.jspecify.annotations.NullMarked;
