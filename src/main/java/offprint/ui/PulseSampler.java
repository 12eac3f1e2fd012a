package offprint.ui;

import java.util.function.BooleanSupplier;
import java.util.function.LongPredicate;
import javafx.animation.AnimationTimer;

/// Looks at a changing state at most ten times a second, only while it changes; measures every pulse meanwhile.
///
/// Ten times a second, since figures that change faster can't be read. What was taken in by one pulse is shown by the
/// next, so that thousands of changes and their first layout do not fall into one; what is too much for that comes
/// with the pulses after it.
public final class PulseSampler {

    static final long SAMPLE_NANOS = 100_000_000L;
    static final long LINGER_NANOS = 1_500_000_000L;

    private final PulseMonitor monitor;
    private final LongPredicate sample;
    private final BooleanSupplier show;
    private final AnimationTimer timer;
    private long lastPulseNanos;
    private long lastSampleNanos;
    private long busyUntilNanos;
    private boolean isToShow;
    private boolean hasShown;
    private boolean running;

    /// @param sample looks, given the time in nanoseconds, and says whether something is still under way
    /// @param show shows what was seen, or a part of it, and says whether more of it is to be shown
    public PulseSampler(PulseMonitor monitor, LongPredicate sample, BooleanSupplier show) {
        this.monitor = monitor;
        this.sample = sample;
        this.show = show;
        this.timer = new AnimationTimer() {
            @Override
            public void handle(long nowNanos) {
                if (!pulse(nowNanos)) {
                    stop();
                    running = false;
                }
            }
        };
    }

    /// Looks at the next pulse, and goes on until nothing has been under way for a moment.
    public void wake() {
        lastSampleNanos = 0;
        busyUntilNanos = 0;
        if (!running) {
            running = true;
            lastPulseNanos = 0;
            timer.start();
        }
    }

    public boolean isRunning() {
        return running;
    }

    /// Ends the sampling, for a window that closes.
    public void stop() {
        timer.stop();
        running = false;
    }

    /// One pulse; false when nothing has been under way for [#LINGER_NANOS].
    boolean pulse(long nowNanos) {
        if (lastPulseNanos != 0) {
            monitor.frame(nowNanos - lastPulseNanos);
        }
        lastPulseNanos = nowNanos;
        // a wake has ended the time to linger: only a look can say that the pulses go on
        boolean isAwoken = lastSampleNanos == 0;
        // where pulses are later than a look is due, each look is still shown once before the next
        boolean isDue = isAwoken || nowNanos - lastSampleNanos >= SAMPLE_NANOS;
        if (isToShow && !isAwoken && !(isDue && hasShown)) {
            isToShow = show.getAsBoolean();
            hasShown = true;
        } else if (isDue) {
            lastSampleNanos = nowNanos;
            isToShow = true;
            hasShown = false;
            if (sample.test(nowNanos) || busyUntilNanos == 0) {
                busyUntilNanos = nowNanos + LINGER_NANOS;
            }
        }
        return nowNanos < busyUntilNanos;
    }
}
