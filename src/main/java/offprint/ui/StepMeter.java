package offprint.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import javafx.animation.AnimationTimer;
import offprint.ui.PulseMonitor.Delays;
import offprint.ui.WindowBench.Prober;
import offprint.ui.shell.MainWindow;

/// How late the window is in each step of a benchmark: gaps between pulses, and waits of actions posted from outside.
/// Belongs to the FX thread.
public final class StepMeter {

    private final Prober prober;
    private final PulseMonitor step = new PulseMonitor();
    private final PulseMonitor whole = new PulseMonitor();
    private final FxThread fx = new FxThread(step);
    private final List<Step> steps = new ArrayList<>();
    private Runnable stopProbing = () -> {};
    private String name = "";
    private long lastPulseNanos;

    /// One part of a benchmark.
    ///
    /// @param name in lower case, such as `scroll`
    /// @param frameGap between one pulse and the next
    /// @param postedDelay from posting an action to its run
    public record Step(String name, Delays frameGap, Delays postedDelay) {}

    StepMeter(Prober prober) {
        this.prober = prober;
    }

    /// Calls a benchmark at each pulse until it is over, and closes the window then.
    static void atEachPulse(MainWindow window, LongConsumer pulse, BooleanSupplier isOver) {
        new AnimationTimer() {
            @Override
            public void handle(long nowNanos) {
                pulse.accept(nowNanos);
                if (isOver.getAsBoolean()) {
                    stop();
                    window.closeNow();
                }
            }
        }.start();
    }

    /// Ends the step before, if there was one, and measures the next.
    void begin(String next, long nowNanos) {
        if (name.isEmpty()) {
            stopProbing = prober.start(() -> fx.post(() -> {}));
        } else {
            note();
        }
        name = next;
        lastPulseNanos = nowNanos;
    }

    /// At each pulse.
    void pulse(long nowNanos) {
        if (!name.isEmpty()) {
            step.frame(nowNanos - lastPulseNanos);
            lastPulseNanos = nowNanos;
        }
    }

    /// Ends the last step.
    void end() {
        stopProbing.run();
        note();
        name = "";
    }

    private void note() {
        steps.add(new Step(name, step.frameGaps(), step.postedDelays()));
        whole.add(step);
        step.reset();
    }

    /// Those that have ended, in order.
    List<Step> steps() {
        return List.copyOf(steps);
    }

    /// Of all steps that have ended together.
    Delays frameGaps() {
        return whole.frameGaps();
    }

    /// Of all steps that have ended together.
    Delays postedDelays() {
        return whole.postedDelays();
    }
}
