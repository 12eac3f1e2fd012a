/// Programs that measure; none of them is a test, and none of their figures is asserted.
@NullMarked
package offprint.benchmarks;

import org.jspecify.annotations.NullMarked;
