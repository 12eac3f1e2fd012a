package offprint.pool;

import java.time.Duration;
import org.HdrHistogram.Histogram;

/// A distribution of durations in constant memory: from a microsecond to a day, to one per cent. Guarded by the pool's
/// lock.
final class DurationHistogram {

    private static final long FINEST_NANOS = 1_000;
    private static final long LONGEST_NANOS = Duration.ofDays(1).toNanos();

    private final Histogram histogram = new Histogram(FINEST_NANOS, LONGEST_NANOS, 2);
    private long maxNanos;

    void record(long nanos) {
        maxNanos = Math.max(maxNanos, nanos);
        histogram.recordValue(Math.clamp(nanos, 0, LONGEST_NANOS));
    }

    PoolSnapshot.Percentiles percentiles() {
        return new PoolSnapshot.Percentiles(
                histogram.getTotalCount(), percentile(50), percentile(99), Duration.ofNanos(maxNanos));
    }

    /// The histogram answers with the upper edge of a bucket, which may lie above the largest value there was.
    private Duration percentile(double percent) {
        return Duration.ofNanos(Math.min(maxNanos, histogram.getValueAtPercentile(percent)));
    }
}
