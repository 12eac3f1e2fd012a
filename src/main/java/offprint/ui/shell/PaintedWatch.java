package offprint.ui.shell;

import javafx.animation.AnimationTimer;

/// Waits for the window's first picture: its second pulse begins when the first has been drawn. Tells the log
/// `offprint.start` then, for which whoever measures the start from outside listens.
final class PaintedWatch extends AnimationTimer {

    private static final System.Logger START = System.getLogger("offprint.start");

    private final Runnable painted;
    private int pulses;

    /// @param painted what has waited for it; called once, on the FX thread
    PaintedWatch(Runnable painted) {
        this.painted = painted;
    }

    @Override
    public void handle(long nowNanos) {
        pulses++;
        if (pulses == 2) {
            stop();
            START.log(System.Logger.Level.DEBUG, "painted");
            painted.run();
        }
    }
}
