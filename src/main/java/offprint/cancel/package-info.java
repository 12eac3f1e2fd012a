/// Cooperative cancellation: a source that asks, tokens that are asked, hooks that stop a library's call.
///
/// Enter by [offprint.cancel.CancellationSource]. Must not know anything but the JDK. Any thread may call it.
@NullMarked
package offprint.cancel;

import org.jspecify.annotations.NullMarked;
