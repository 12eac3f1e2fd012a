package offprint.ui;

import java.time.Duration;
import org.HdrHistogram.Histogram;

/// How late the window is: gaps between pulses and waits of posted actions. Belongs to one thread, the FX thread.
public final class PulseMonitor {

    /// A pulse every sixtieth of a second is on time.
    static final long PERIOD_NANOS = 1_000_000_000L / 60;

    private static final long HIGHEST_NANOS = 600_000_000_000L;
    private static final long INTERVAL_NANOS = 1_000_000_000L;

    private final Histogram frameGaps = new Histogram(HIGHEST_NANOS, 3);
    private final Histogram postedDelays = new Histogram(HIGHEST_NANOS, 3);
    private long intervalStartNanos;
    private long worstNanos;
    private long shownNanos;

    /// A distribution of durations; all zero while `count` is.
    public record Delays(long count, Duration p50, Duration p99, Duration max) {

        static Delays of(Histogram histogram) {
            return new Delays(
                    histogram.getTotalCount(),
                    Duration.ofNanos(histogram.getValueAtPercentile(50)),
                    Duration.ofNanos(histogram.getValueAtPercentile(99)),
                    Duration.ofNanos(histogram.getMaxValue()));
        }
    }

    /// A pulse came so long after the one before it.
    void frame(long gapNanos) {
        frameGaps.recordValue(clamp(gapNanos));
        worstNanos = Math.max(worstNanos, gapNanos - PERIOD_NANOS);
    }

    /// An action ran so long after it was posted.
    void posted(long delayNanos) {
        postedDelays.recordValue(clamp(delayNanos));
        worstNanos = Math.max(worstNanos, delayNanos);
    }

    /// The worst delay, of pulses or actions, in the last whole second.
    ///
    /// @param nowNanos of `System.nanoTime`
    public Duration recent(long nowNanos) {
        if (nowNanos - intervalStartNanos >= INTERVAL_NANOS) {
            shownNanos = worstNanos;
            worstNanos = 0;
            intervalStartNanos = nowNanos;
        }
        return Duration.ofNanos(Math.max(shownNanos, worstNanos));
    }

    /// Time between pulses since the last [#reset].
    public Delays frameGaps() {
        return Delays.of(frameGaps);
    }

    /// Waits of posted actions since the last [#reset].
    public Delays postedDelays() {
        return Delays.of(postedDelays);
    }

    /// Takes in what another one has seen.
    void add(PulseMonitor other) {
        frameGaps.add(other.frameGaps);
        postedDelays.add(other.postedDelays);
    }

    public void reset() {
        frameGaps.reset();
        postedDelays.reset();
        worstNanos = 0;
        shownNanos = 0;
    }

    private static long clamp(long nanos) {
        return Math.clamp(nanos, 0, HIGHEST_NANOS);
    }
}
