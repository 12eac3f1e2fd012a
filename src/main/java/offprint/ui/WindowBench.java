package offprint.ui;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import offprint.export.ExportTotals;
import offprint.ui.shell.MainWindow;

/// Measures the real window while photos are exported: gaps between frames, and waits of actions posted from outside.
/// It scrolls the grid all the time. What is measured is a window at work, not the start of the Java run time: the grid
/// scrolls for a few seconds first, and with the pool a first export of the same photos goes before the measured one.
public final class WindowBench {

    private static final int SCROLL_EVERY_PULSES = 4;
    private static final long SETTLING_NANOS = 4_000_000_000L;

    /// With [Mode#CANCEL] everything is cancelled once so large a part of the photos is done.
    private static final int CANCEL_AFTER_ONE_IN = 10;

    private final MainWindow window;
    private final Mode mode;
    private final List<Runnable> naiveRenders;
    private final int photos;
    private final StepMeter meter;
    private final Deque<Runnable> naiveLeft = new ArrayDeque<>();
    private final AtomicReference<Optional<Result>> result;
    private Phase phase = Phase.LOADING;
    private long startNanos;
    private long pulses;
    private int naiveDone;
    private long cancelledNanos;

    /// Where the work is done.
    public enum Mode {
        /// On the services' pool, as the program does.
        POOL,
        /// On the services' pool, until everything is cancelled in the middle.
        CANCEL,
        /// On the FX thread, the naive way.
        FX
    }

    private enum Phase {
        LOADING,
        SETTLING,
        WARMING,
        RUNNING,
        OVER
    }

    /// Port: calls something again and again from a thread that is not the FX thread.
    @FunctionalInterface
    public interface Prober {

        /// Starts to call the probe every few milliseconds; the returned action ends that.
        Runnable start(Runnable probe);
    }

    /// What was measured.
    ///
    /// @param mode where the work was done
    /// @param frameGap between one pulse and the next
    /// @param postedDelay from posting an action to its run
    /// @param photos exported
    /// @param elapsed from the start of the export to its end
    /// @param timeToStop from the cancel of everything to the pulse that saw every worker free, if it was cancelled
    /// @param totals of the queue at the end
    public record Result(
            Mode mode,
            PulseMonitor.Delays frameGap,
            PulseMonitor.Delays postedDelay,
            int photos,
            Duration elapsed,
            Optional<Duration> timeToStop,
            ExportTotals totals) {}

    private WindowBench(
            MainWindow window,
            Mode mode,
            Prober prober,
            List<Runnable> naiveRenders,
            int photos,
            AtomicReference<Optional<Result>> result) {
        this.window = window;
        this.mode = mode;
        this.meter = new StepMeter(prober);
        this.naiveRenders = naiveRenders;
        this.photos = photos;
        this.result = result;
    }

    /// Opens the window with the photos, exports them with the recipe and the destination of the services' settings,
    /// and closes it. Once a process, since the toolkit starts only once.
    ///
    /// @param photos files to export
    /// @param naiveRenders for [Mode#FX]: one for each photo, called on the FX thread; unused with the pool
    public static Result run(
            WindowServices services, List<Path> photos, Mode mode, Prober prober, List<Runnable> naiveRenders) {
        var result = new AtomicReference<Optional<Result>>(Optional.empty());
        WindowLauncher.runWith(services, window -> {
            window.show(photos);
            var bench = new WindowBench(window, mode, prober, naiveRenders, photos.size(), result);
            StepMeter.atEachPulse(window, bench::pulse, () -> bench.phase == Phase.OVER);
        });
        return result.get()
                .orElseThrow(() -> new IllegalStateException("the window was closed before the benchmark ended"));
    }

    private void pulse(long nowNanos) {
        switch (phase) {
            case LOADING -> {
                if (!window.isScanning()
                        && window.hasRecipe()
                        && window.grid().photos().size() >= photos) {
                    phase = Phase.SETTLING;
                    startNanos = nowNanos;
                }
            }
            case SETTLING -> {
                scroll();
                if (nowNanos - startNanos > SETTLING_NANOS) {
                    warmUp(nowNanos);
                }
            }
            case WARMING -> {
                scroll();
                if (!isExporting(photos)) {
                    start(nowNanos);
                }
            }
            case RUNNING -> measure(nowNanos);
            case OVER -> {
                // the pulses end
            }
        }
    }

    /// With the pool, a first export of everything goes unmeasured: it loads and compiles the queue's code.
    private void warmUp(long nowNanos) {
        switch (mode) {
            case POOL -> {
                phase = Phase.WARMING;
                window.export();
            }
            case CANCEL, FX -> start(nowNanos);
        }
    }

    private boolean isExporting(int expectedRows) {
        return window.queueModel().totals().photos() < expectedRows
                || window.queueModel().isBusy();
    }

    private void start(long nowNanos) {
        phase = Phase.RUNNING;
        startNanos = nowNanos;
        meter.begin("export", nowNanos);
        switch (mode) {
            case POOL, CANCEL -> window.export();
            case FX -> {
                naiveLeft.addAll(naiveRenders);
                renderNext();
            }
        }
    }

    /// One photo an action, as a naive program does: the window may draw between two photos.
    private void renderNext() {
        var next = naiveLeft.poll();
        if (next != null) {
            new FxThread(new PulseMonitor()).post(() -> {
                next.run();
                naiveDone++;
                renderNext();
            });
        }
    }

    private void measure(long nowNanos) {
        meter.pulse(nowNanos);
        scroll();
        boolean busy = switch (mode) {
            case POOL -> isExporting(2 * photos);
            case CANCEL -> isExportingUntilCancelled(nowNanos);
            case FX -> naiveDone < naiveRenders.size();
        };
        if (!busy) {
            finish(nowNanos);
        }
    }

    private boolean isExportingUntilCancelled(long nowNanos) {
        if (cancelledNanos == 0 && window.queueModel().totals().done() > photos / CANCEL_AFTER_ONE_IN) {
            cancelledNanos = nowNanos;
            window.cancelAll();
            return true;
        }
        return isExporting(photos);
    }

    private void scroll() {
        pulses++;
        if (pulses % SCROLL_EVERY_PULSES == 0) {
            window.grid().scrollTo((int) (pulses / SCROLL_EVERY_PULSES % photos));
        }
    }

    private void finish(long nowNanos) {
        phase = Phase.OVER;
        meter.end();
        result.set(Optional.of(new Result(
                mode,
                meter.frameGaps(),
                meter.postedDelays(),
                photos,
                Duration.ofNanos(nowNanos - startNanos),
                cancelledNanos == 0 ? Optional.empty() : Optional.of(Duration.ofNanos(nowNanos - cancelledNanos)),
                window.queueModel().totals())));
    }
}
