package offprint.pool;

import java.util.ArrayDeque;
import java.util.List;

/// The queue's depth at every full second of the last two minutes. Needs no clock of its own: a depth holds until the
/// next change, so the seconds between are filled in then. Guarded by the pool's lock.
final class DepthHistory {

    static final int SAMPLES = 120;
    private static final long SECOND_NANOS = 1_000_000_000L;

    private final ArrayDeque<Integer> samples = new ArrayDeque<>(SAMPLES);
    private long nextSampleNanos;
    private int depth;

    DepthHistory(long nowNanos) {
        nextSampleNanos = nowNanos + SECOND_NANOS;
    }

    /// The depth from now on.
    void changedTo(long nowNanos, int newDepth) {
        fillUpTo(nowNanos);
        depth = newDepth;
    }

    /// The oldest first.
    List<Integer> samples(long nowNanos) {
        fillUpTo(nowNanos);
        return List.copyOf(samples);
    }

    private void fillUpTo(long nowNanos) {
        long missing = nowNanos < nextSampleNanos ? 0 : 1 + (nowNanos - nextSampleNanos) / SECOND_NANOS;
        for (long i = 0; i < Math.min(missing, SAMPLES); i++) {
            if (samples.size() == SAMPLES) {
                samples.removeFirst();
            }
            samples.addLast(depth);
        }
        nextSampleNanos += missing * SECOND_NANOS;
    }
}
