package offprint.export;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.LongSupplier;
import offprint.cancel.CancellationSource;
import offprint.export.PhotoProgress.Stage;
import offprint.export.PhotoProgress.State;
import offprint.pool.TaskHandle;

/// Asks rows to stop. Waiting ones are ended at once, running ones are shown as being cancelled until their worker has
/// left them. Touches no disk; any thread may call it.
final class ExportCommands {

    /// Rows that are changed in one go, so that whoever wants to change another one waits a moment only.
    private static final int AT_ONCE = 256;

    private final ExportRows rows;
    private final RowEndings endings;
    private final LongSupplier nanoTime;

    ExportCommands(ExportRows rows, RowEndings endings, LongSupplier nanoTime) {
        this.rows = rows;
        this.endings = endings;
        this.nanoTime = nanoTime;
    }

    /// What must be called outside the rows' lock: hooks run foreign code.
    private record Stop(List<CancellationSource> sources, List<TaskHandle<?>> handles) {
        Stop() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        void run() {
            sources.forEach(CancellationSource::cancel);
            handles.forEach(TaskHandle::cancel);
        }
    }

    /// Cancels rows, waiting and running.
    void cancel(Collection<Row> several, RowEndings.StoppedBy by) {
        var stop = new Stop();
        rows.quietly(() -> {
            for (var row : several) {
                if (row.handle != null && !row.state.isFinal()) {
                    stop.handles.add(row.handle);
                }
            }
            return stop;
        });
        endings.cancelWaiting(several, by);
        // What started before that is WORKING by now, and nothing of the rest can start any more.
        rows.quietly(() -> {
            var working =
                    several.stream().filter(row -> row.state == State.WORKING).toList();
            if (!working.isEmpty()) {
                rows.update(working, row -> markCancelling(row, by, stop));
            }
            return stop;
        });
        stop.run();
    }

    /// Cancels those that have not started; what runs goes on to its end.
    void cancelWaiting(List<Row> several) {
        for (int from = 0; from < several.size(); from += AT_ONCE) {
            var some = several.subList(from, Math.min(several.size(), from + AT_ONCE));
            endings.cancelWaiting(some, RowEndings.StoppedBy.USER);
        }
    }

    private void markCancelling(Row row, RowEndings.StoppedBy by, Stop stop) {
        row.state = State.CANCELLING;
        row.cancelRequested = by == RowEndings.StoppedBy.USER;
        row.cancelNanos = nanoTime.getAsLong();
        for (int i = 0; i < row.variants.length; i++) {
            row.stage(i, Stage.CANCELLING, row.variants[i].fraction());
        }
        if (row.photoCancel != null) {
            stop.sources.add(row.photoCancel);
        }
    }

    /// Cancels one output; when it was the last open one, the photo.
    void cancelVariant(Row row, int variant) {
        var stop = new Stop();
        boolean wholePhoto = rows.quietly(() -> {
            if (variant < 0 || variant >= row.variants.length || row.state.isFinal() || row.hasEnded(variant)) {
                return false;
            }
            if (isLastOpen(row, variant)) {
                return true;
            }
            if (RowEndings.isWaiting(row)) {
                endings.variant(row, variant, new ExportOutcome.Cancelled(java.time.Duration.ZERO));
            } else if (row.state == State.WORKING) {
                rows.update(row, running -> {
                    running.variantCancelNanos[variant] = nanoTime.getAsLong();
                    running.stage(variant, Stage.CANCELLING, running.variants[variant].fraction());
                });
                stop.sources.add(row.variantCancels.get(variant));
            }
            return false;
        });
        if (wholePhoto) {
            cancel(List.of(row), RowEndings.StoppedBy.USER);
        } else {
            stop.run();
        }
    }

    private static boolean isLastOpen(Row row, int variant) {
        for (int i = 0; i < row.variants.length; i++) {
            if (i != variant && !row.hasEnded(i) && row.variants[i].stage() != Stage.CANCELLING) {
                return false;
            }
        }
        return true;
    }
}
