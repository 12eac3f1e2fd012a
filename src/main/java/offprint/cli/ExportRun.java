package offprint.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import offprint.cancel.CancelledException;
import offprint.export.ExportPlan;
import offprint.library.Photo;
import offprint.library.PhotoScanner;
import offprint.recipe.Recipe;

/// Exports from the first look into a folder to the summary, on the calling thread.
///
/// @param report hears of everything
/// @param planOnly whether to stop once the plan is made
record ExportRun(
        Session session,
        Interruption interruption,
        ExportReport report,
        Recipe recipe,
        Path destination,
        boolean planOnly) {

    /// How often the display is drawn and events are told.
    private static final long LOOK_MILLIS = 100;

    /// How a run ended.
    ///
    /// @param plan empty when nothing was found or the search was cancelled
    record Result(ExitCode exitCode, Optional<ExportPlan> plan) {}

    Result run(List<Path> inputs) throws InterruptedException {
        long begun = System.nanoTime();
        var found = search(inputs);
        if (interruption.wasAsked()) {
            return ended(ExitCode.CANCELLED, new ExportEvents(recipe, 0), begun, found, Optional.empty());
        }
        ExportPlan plan;
        try {
            plan = session.exports().plan(found.photos(), recipe, destination, interruption.token());
        } catch (CancelledException e) {
            return ended(ExitCode.CANCELLED, new ExportEvents(recipe, 0), begun, found, Optional.empty());
        }
        report.planned(plan);
        boolean nothing = plan.photos().isEmpty();
        if (planOnly) {
            boolean bad = nothing
                    || PlanText.knowsOfFailures(plan)
                    || !found.unreadable().isEmpty();
            return new Result(bad ? ExitCode.FAILED : ExitCode.DONE, Optional.of(plan));
        }
        var events = new ExportEvents(recipe, plan.photos().size());
        if (!nothing) {
            work(plan, events, begun);
        }
        return ended(nothing ? ExitCode.FAILED : ExitCode.DONE, events, begun, found, Optional.of(plan));
    }

    private Result ended(ExitCode atLeast, ExportEvents events, long begun, Found found, Optional<ExportPlan> plan) {
        var engine = session.engines().all().getFirst().name();
        var summary = new Summary(
                events.counts(),
                Duration.ofNanos(System.nanoTime() - begun),
                Summary.cpuNow(),
                ProcessMemory.peakBytes(),
                engine,
                found.unreadable().size());
        report.summary(summary);
        return new Result(atLeast == ExitCode.DONE ? summary.exitCode() : atLeast, plan);
    }

    private void work(ExportPlan plan, ExportEvents events, long begun) throws InterruptedException {
        var exports = session.exports();
        var idle = new CountDownLatch(1);
        // Rows of an earlier run of the same session are none of this one's.
        long before = exports.changesSince(0).version();
        exports.start(plan);
        var whenAsked = interruption.token().onCancel(exports::cancelAll);
        try {
            exports.whenIdle(idle::countDown);
            follow(idle, events, before, begun);
        } finally {
            whenAsked.close();
        }
    }

    /// Tells what happens until the batch is idle, and once more after that.
    private void follow(CountDownLatch idle, ExportEvents events, long before, long begun) throws InterruptedException {
        long version = before;
        boolean over;
        do {
            over = idle.await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            var changes = session.exports().changesSince(version);
            version = changes.version();
            events.accept(changes).forEach(report::event);
            report.moment(new ProgressScreen.Moment(
                    changes.totals(),
                    events.working(),
                    events.endedPhotos(),
                    Duration.ofNanos(System.nanoTime() - begun),
                    interruption.wasAsked()));
        } while (!over);
    }

    /// What a search found.
    private record Found(List<Photo> photos, List<Path> unreadable) {}

    private Found search(List<Path> inputs) throws InterruptedException {
        var listener = new Listener();
        session.scanner().scan(inputs, listener, interruption.token());
        listener.ended.await();
        listener.reasons.forEach(skip -> report.unreadable(skip.path(), skip.reason()));
        return new Found(
                List.copyOf(listener.photos),
                listener.reasons.stream().map(Skip::path).toList());
    }

    private record Skip(Path path, String reason) {}

    /// Collects on workers; read only after the walk has ended, which the latch makes visible.
    private static final class Listener implements PhotoScanner.ScanListener {

        private final List<Photo> photos = new ArrayList<>();
        private final List<Skip> reasons = new ArrayList<>();
        private final CountDownLatch ended = new CountDownLatch(1);

        @Override
        public void found(List<Photo> batch) {
            photos.addAll(batch);
        }

        @Override
        public void skipped(Path path, String reason) {
            reasons.add(new Skip(path, reason));
        }

        @Override
        public void ended(PhotoScanner.Ending ending) {
            ended.countDown();
        }
    }
}
