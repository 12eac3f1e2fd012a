package offprint.ui;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import offprint.export.ExportTotals;
import offprint.ui.PulseMonitor.Delays;
import offprint.ui.StepMeter.Step;
import offprint.ui.WindowBench.Prober;
import offprint.ui.shell.MainWindow;

/// Measures the real window with very many photos in the queue while the pool exports them: the queue is opened for the
/// first time, the photos come in, it is scrolled from top to bottom, sorted by each column, and everything is
/// cancelled. Nothing is warmed up.
public final class QueueBench {

    private static final long SETTLING_NANOS = 3_000_000_000L;
    private static final long OPEN_NANOS = 1_000_000_000L;
    private static final long AFTER_NANOS = 1_000_000_000L;
    private static final long SCROLL_NANOS = 6_000_000_000L;
    private static final long SORT_EVERY_NANOS = 500_000_000L;
    private static final List<String> SORTS =
            List.of("NAME", "NAME", "STATE", "STATE", "TIME", "TIME", "NAME", "STATE", "TIME", "ADDED");

    private final MainWindow window;
    private final int photos;
    private final AtomicReference<Optional<Result>> result;
    private final StepMeter meter;
    private Phase phase = Phase.LOADING;
    private long phaseNanos;
    private long startNanos;
    private long doneNanos;
    private int sorted;
    private Duration timeToStop = Duration.ZERO;

    private enum Phase {
        LOADING,
        SETTLING,
        OPEN,
        ADD,
        SCROLL,
        SORT,
        CANCEL,
        OVER
    }

    /// What was measured.
    ///
    /// @param steps in order
    /// @param frameGap of all of them
    /// @param postedDelay from posting an action to its run
    /// @param photos queued
    /// @param elapsed from the opening of the queue to its end
    /// @param timeToStop from the cancel of everything to the pulse that saw every worker free
    /// @param totals of the queue at the end
    public record Result(
            List<Step> steps,
            Delays frameGap,
            Delays postedDelay,
            int photos,
            Duration elapsed,
            Duration timeToStop,
            ExportTotals totals) {

        public Result {
            steps = List.copyOf(steps);
        }
    }

    private QueueBench(MainWindow window, Prober prober, int photos, AtomicReference<Optional<Result>> result) {
        this.window = window;
        this.meter = new StepMeter(prober);
        this.photos = photos;
        this.result = result;
    }

    /// Opens the window with the photos, goes through the steps with the recipe and the destination of the services'
    /// settings, and closes it. Once a process, since the toolkit starts only once.
    ///
    /// @param dropped files or folders
    /// @param photos how many there are in them
    public static Result run(WindowServices services, List<Path> dropped, int photos, Prober prober) {
        var result = new AtomicReference<Optional<Result>>(Optional.empty());
        WindowLauncher.runWith(services, window -> {
            window.show(dropped);
            var bench = new QueueBench(window, prober, photos, result);
            StepMeter.atEachPulse(window, bench::pulse, () -> bench.phase == Phase.OVER);
        });
        return result.get()
                .orElseThrow(() -> new IllegalStateException("the window was closed before the benchmark ended"));
    }

    private void pulse(long nowNanos) {
        meter.pulse(nowNanos);
        long passed = nowNanos - phaseNanos;
        switch (phase) {
            case LOADING -> {
                if (!window.isScanning()
                        && window.hasRecipe()
                        && window.grid().photos().size() >= photos) {
                    next(Phase.SETTLING, nowNanos);
                }
            }
            case SETTLING -> {
                if (passed > SETTLING_NANOS) {
                    startNanos = nowNanos;
                    next(Phase.OPEN, nowNanos);
                    window.toggleQueue();
                }
            }
            case OPEN -> {
                if (passed > OPEN_NANOS) {
                    next(Phase.ADD, nowNanos);
                    window.export();
                }
            }
            case ADD -> afterAWhile(isAllThere(), Phase.SCROLL, nowNanos);
            case SCROLL -> scroll(passed, nowNanos);
            case SORT -> sort(passed, nowNanos);
            case CANCEL -> cancelled(nowNanos);
            case OVER -> {
                // the pulses end
            }
        }
    }

    private boolean isAllThere() {
        return window.queueModel().rows().size() >= photos
                && !window.queuePanel().isBehind();
    }

    private void afterAWhile(boolean done, Phase next, long nowNanos) {
        if (!done) {
            doneNanos = nowNanos;
        } else if (nowNanos - doneNanos > AFTER_NANOS) {
            next(next, nowNanos);
        }
    }

    private void scroll(long passed, long nowNanos) {
        window.queuePanel().table().scrollTo((int) Math.min(photos - 1, photos * passed / SCROLL_NANOS));
        if (passed > SCROLL_NANOS) {
            next(Phase.SORT, nowNanos);
        }
    }

    private void sort(long passed, long nowNanos) {
        if (sorted == SORTS.size()) {
            next(Phase.CANCEL, nowNanos);
            window.cancelAll();
        } else if (passed > (sorted + 1) * SORT_EVERY_NANOS) {
            window.queuePanel().sort(SORTS.get(sorted));
            sorted++;
        }
    }

    private void cancelled(long nowNanos) {
        boolean working = window.queueModel().isBusy();
        if (working || timeToStop.isZero()) {
            timeToStop = Duration.ofNanos(nowNanos - phaseNanos);
        }
        afterAWhile(!working && !window.queueModel().isBehind(), Phase.OVER, nowNanos);
    }

    private void next(Phase next, long nowNanos) {
        phase = next;
        phaseNanos = nowNanos;
        doneNanos = nowNanos;
        if (next == Phase.OVER) {
            meter.end();
            result.set(Optional.of(new Result(
                    meter.steps(),
                    meter.frameGaps(),
                    meter.postedDelays(),
                    photos,
                    Duration.ofNanos(nowNanos - startNanos),
                    timeToStop,
                    window.queueModel().totals())));
        } else if (next.compareTo(Phase.OPEN) >= 0) {
            meter.begin(next.name().toLowerCase(Locale.ROOT), nowNanos);
        }
    }
}
