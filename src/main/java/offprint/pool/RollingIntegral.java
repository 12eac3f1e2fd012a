package offprint.pool;

import java.util.Arrays;

/// A count over time, summed over the last ten seconds: count × nanoseconds. Guarded by the pool's lock.
///
/// Time is cut into buckets of [#BUCKET_NANOS]; the window is the current bucket so far and the full ones before it.
final class RollingIntegral {

    private static final long BUCKET_NANOS = 500_000_000L;
    private static final int BUCKETS = 20;

    private final double[] sums = new double[BUCKETS];
    private final long originNanos;
    private long reachedNanos;
    private int count;

    RollingIntegral(long nowNanos) {
        originNanos = nowNanos;
        reachedNanos = nowNanos;
    }

    /// The count changes now.
    void add(long nowNanos, int change) {
        advanceTo(nowNanos);
        count += change;
    }

    /// The sum over the window that ends now.
    double sum(long nowNanos) {
        advanceTo(nowNanos);
        return Arrays.stream(sums).sum();
    }

    private void advanceTo(long nowNanos) {
        if (nowNanos - reachedNanos >= BUCKETS * BUCKET_NANOS) {
            // Everything older has left the window; what is left of it begins at the oldest bucket's edge.
            Arrays.fill(sums, 0);
            long bucket = bucketNumber(nowNanos) - BUCKETS + 1;
            reachedNanos = originNanos + bucket * BUCKET_NANOS;
        }
        while (reachedNanos < nowNanos) {
            long bucket = bucketNumber(reachedNanos);
            long edgeNanos = originNanos + (bucket + 1) * BUCKET_NANOS;
            long endNanos = Math.min(edgeNanos, nowNanos);
            sums[(int) (bucket % BUCKETS)] += (double) count * (endNanos - reachedNanos);
            reachedNanos = endNanos;
            if (endNanos == edgeNanos) {
                sums[(int) ((bucket + 1) % BUCKETS)] = 0;
            }
        }
    }

    private long bucketNumber(long nanos) {
        return (nanos - originNanos) / BUCKET_NANOS;
    }
}
