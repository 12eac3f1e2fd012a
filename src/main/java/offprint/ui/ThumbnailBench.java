package offprint.ui;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import offprint.ui.StepMeter.Step;
import offprint.ui.WindowBench.Prober;
import offprint.ui.library.PhotoList;
import offprint.ui.shell.MainWindow;

/// Drops photos on the real window and measures how soon their thumbnails are there; then scrolls through them all and
/// sorts them.
/// What counts is what the pulse after shows: a picture in the scene is painted by then.
public final class ThumbnailBench {

    /// The empty window is left alone for a moment, so that its own start is not measured.
    private static final long SETTLING_NANOS = 1_500_000_000L;

    /// Nothing more is fetched ahead when nothing came for so long.
    private static final long QUIET_NANOS = 1_000_000_000L;

    private static final long SCROLLING_NANOS = 5_000_000_000L;
    private static final long SORT_EVERY_NANOS = 500_000_000L;

    private final MainWindow window;
    private final Path folder;
    private final int photos;
    private final AtomicReference<Optional<Result>> result;
    private final StepMeter meter;
    private Phase phase = Phase.SETTLING;
    private long phaseNanos;
    private long firstScreenNanos;
    private long sharpScreenNanos;
    private long lastNewsNanos;
    private boolean pictured;
    private boolean sharp;
    private int seenLoaded;
    private int onScreen;
    private int scrolledTo;
    private int sorted;
    private Duration allLoaded = Duration.ZERO;

    private enum Phase {
        SETTLING,
        LOADING,
        SCROLLING,
        SORTING,
        OVER
    }

    /// What was measured, all from the drop on.
    ///
    /// @param photos that were dropped
    /// @param onScreen thumbnails of the first screen
    /// @param firstScreen until each of them showed a picture
    /// @param sharpScreen until each of them showed the sharp one
    /// @param loaded thumbnails that were fetched, those ahead of the screen among them
    /// @param allLoaded until the last of them was there
    /// @param steps `load`, `scroll` through all of them, `sort` by each key
    public record Result(
            int photos,
            int onScreen,
            Duration firstScreen,
            Duration sharpScreen,
            int loaded,
            Duration allLoaded,
            List<Step> steps) {

        public Result {
            steps = List.copyOf(steps);
        }
    }

    private ThumbnailBench(
            MainWindow window, Path folder, int photos, Prober prober, AtomicReference<Optional<Result>> result) {
        this.window = window;
        this.folder = folder;
        this.photos = photos;
        this.meter = new StepMeter(prober);
        this.result = result;
    }

    /// Opens the window, measures, and closes it. Once a process, since the toolkit starts only once.
    ///
    /// @param folder that is dropped
    /// @param photos that are in it, all readable
    public static Result run(WindowServices services, Path folder, int photos, Prober prober) {
        var result = new AtomicReference<Optional<Result>>(Optional.empty());
        WindowLauncher.runWith(services, window -> {
            window.show(List.of());
            var bench = new ThumbnailBench(window, folder, photos, prober, result);
            // The time of the pulse may lie before the drop, which another pulse made.
            StepMeter.atEachPulse(window, ignored -> bench.pulse(System.nanoTime()), () -> bench.phase == Phase.OVER);
        });
        return result.get()
                .orElseThrow(() -> new IllegalStateException("the window was closed before the benchmark ended"));
    }

    private void pulse(long nowNanos) {
        if (phaseNanos == 0) {
            phaseNanos = nowNanos;
        }
        meter.pulse(nowNanos);
        switch (phase) {
            case SETTLING -> {
                if (nowNanos - phaseNanos > SETTLING_NANOS) {
                    enter(Phase.LOADING, "load", nowNanos);
                    lastNewsNanos = nowNanos;
                    window.drop(List.of(folder));
                }
            }
            case LOADING -> load(nowNanos);
            case SCROLLING -> scroll(nowNanos);
            case SORTING -> sort(nowNanos);
            case OVER -> {
                // the pulses end
            }
        }
    }

    private void enter(Phase next, String step, long nowNanos) {
        meter.begin(step, nowNanos);
        phase = next;
        phaseNanos = nowNanos;
    }

    private void load(long nowNanos) {
        if (pictured && firstScreenNanos == 0) {
            firstScreenNanos = nowNanos - phaseNanos;
        }
        if (sharp && sharpScreenNanos == 0) {
            sharpScreenNanos = nowNanos - phaseNanos;
        }
        var screen = window.grid().onScreen();
        int tiles = screen.pictures() + screen.placeholders();
        int found = window.grid().photos().size();
        boolean full = tiles > 0 && (found > tiles || found == photos);
        pictured |= full && screen.placeholders() == 0;
        sharp |= full && screen.sharp() == tiles;
        onScreen = tiles;
        if (window.grid().loadedThumbnails() > seenLoaded) {
            seenLoaded = window.grid().loadedThumbnails();
            lastNewsNanos = nowNanos;
        }
        boolean quiet = nowNanos - lastNewsNanos > QUIET_NANOS;
        if (sharpScreenNanos > 0 && quiet && !window.isScanning() && found >= photos) {
            allLoaded = Duration.ofNanos(lastNewsNanos - phaseNanos);
            enter(Phase.SCROLLING, "scroll", nowNanos);
        }
    }

    /// Through everything, at an even pace, whatever the number of photos.
    private void scroll(long nowNanos) {
        long elapsed = nowNanos - phaseNanos;
        int to = (int) Math.min(photos - 1L, photos * elapsed / SCROLLING_NANOS);
        if (to != scrolledTo) {
            scrolledTo = to;
            window.grid().scrollTo(to);
        }
        if (elapsed > SCROLLING_NANOS) {
            enter(Phase.SORTING, "sort", nowNanos);
        }
    }

    private void sort(long nowNanos) {
        var keys = PhotoList.Sort.values();
        if (nowNanos - phaseNanos > (sorted + 1) * SORT_EVERY_NANOS) {
            if (sorted == keys.length) {
                finish();
            } else {
                window.grid().sort(keys[sorted]);
                sorted++;
            }
        }
    }

    private void finish() {
        meter.end();
        phase = Phase.OVER;
        result.set(Optional.of(new Result(
                window.grid().photos().size(),
                onScreen,
                Duration.ofNanos(firstScreenNanos),
                Duration.ofNanos(sharpScreenNanos),
                seenLoaded,
                allLoaded,
                meter.steps())));
    }
}
