package offprint.export;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import offprint.cancel.CancellationSource;
import offprint.export.PhotoProgress.State;

/// Ends outputs and rows, each once, and does what follows from it: notes for the journal, targets given back, the
/// batch counted down. Touches no disk; any thread may call it.
final class RowEndings {

    private final ExportRows rows;
    private final TargetReservations reservations;
    private final Pace pace;
    private final LongSupplier nanoTime;
    private final Consumer<ExportBatch> onBatchEnded;

    RowEndings(
            ExportRows rows,
            TargetReservations reservations,
            Pace pace,
            LongSupplier nanoTime,
            Consumer<ExportBatch> onBatchEnded) {
        this.rows = rows;
        this.reservations = reservations;
        this.pace = pace;
        this.nanoTime = nanoTime;
        this.onBatchEnded = onBatchEnded;
    }

    /// Who wanted it to stop.
    enum StoppedBy {
        /// The journal notes it as done with.
        USER,
        /// The journal keeps it for the next start.
        PROGRAM
    }

    /// One output of a row has ended.
    void variant(Row row, int variant, ExportOutcome outcome) {
        rows.update(row, changed -> {
            if (changed.end(variant, outcome)) {
                note(changed, variant, outcome);
            }
        });
    }

    /// One output was stopped; its time counts from its own request.
    void variantStopped(Row row, int variant) {
        rows.update(row, changed -> {
            long requested = changed.variantCancelNanos[variant];
            long took = requested == 0 ? 0 : Math.max(0, nanoTime.getAsLong() - requested);
            var outcome = new ExportOutcome.Cancelled(Duration.ofNanos(took));
            if (changed.end(variant, outcome)) {
                note(changed, variant, outcome);
            }
        });
    }

    /// The same, unless the photo is being cancelled as a whole: then its end tells.
    void variantStoppedAlone(Row row, int variant) {
        if (row.snapshot.state() == State.WORKING) {
            variantStopped(row, variant);
        }
    }

    /// Nothing can be made of the photo: every output that has not ended fails by it.
    void photoFailed(Row row, ExportOutcome.Failed failure) {
        rows.update(row, changed -> {
            changed.failure = Optional.of(failure);
            for (int i = 0; i < changed.variants.length; i++) {
                if (changed.end(i, failure)) {
                    note(changed, i, failure);
                }
            }
            if (changed.variants.length == 0) {
                changed.batch.journal().ifPresent(journal -> journal.ended(changed.sequence, "", failure));
            }
        });
    }

    /// Cancels those of the rows that are still waiting.
    void cancelWaiting(Collection<Row> several, StoppedBy by) {
        var ended = new ArrayList<Row>();
        rows.quietly(() -> {
            var waiting = several.stream().filter(RowEndings::isWaiting).toList();
            if (!waiting.isEmpty()) {
                rows.update(waiting, row -> {
                    endOpenVariants(row, Duration.ZERO, by);
                    close(row);
                });
                ended.addAll(waiting);
            }
            return ended;
        });
        ended.forEach(this::after);
    }

    static boolean isWaiting(Row row) {
        return row.state == State.WAITING || row.state == State.WAITING_FOR_MEMORY;
    }

    /// A row's work has left its worker: what it has left open was stopped.
    ///
    /// @param timeToStop from the request to the worker being free
    void stopped(Row row, Duration timeToStop, StoppedBy by) {
        end(row, ending -> {
            boolean wasOpen = !ending.allEnded();
            endOpenVariants(ending, timeToStop, by);
            if (wasOpen || ending.cancelRequested) {
                rows.tally().stoppedAfter(timeToStop);
            }
        });
    }

    /// A row's work has left its worker after it did everything.
    void finished(Row row) {
        pace.photoEnded();
        end(row, ending -> {});
    }

    private void end(Row row, Consumer<Row> lastWords) {
        boolean ended = rows.quietly(() -> {
            if (row.state.isFinal()) {
                return false;
            }
            rows.update(row, ending -> {
                if (ending.startedNanos != 0) {
                    ending.elapsed = ending.elapsed.plusNanos(nanoTime.getAsLong() - ending.startedNanos);
                }
                lastWords.accept(ending);
                close(ending);
            });
            return true;
        });
        if (ended) {
            after(row);
        }
    }

    private void endOpenVariants(Row row, Duration timeToStop, StoppedBy by) {
        var cancelled = new ExportOutcome.Cancelled(timeToStop);
        boolean all = true;
        for (int i = 0; i < row.variants.length; i++) {
            all &= !row.hasEnded(i);
        }
        for (int i = 0; i < row.variants.length; i++) {
            if (row.end(i, cancelled) && by == StoppedBy.USER && !all) {
                note(row, i, cancelled);
            }
        }
        switch (by) {
            case USER -> {
                if (all) {
                    row.batch.journal().ifPresent(journal -> journal.ended(row.sequence, "", cancelled));
                }
            }
            case PROGRAM -> row.batch.keepJournal();
        }
    }

    private static void close(Row row) {
        row.state = row.verdict();
        row.worker = Optional.empty();
        row.handle = null;
        row.startedNanos = 0;
    }

    /// What follows once the row is final; outside the lock.
    private void after(Row row) {
        var left = rows.quietly(() -> {
            var freed = row.reserved;
            var sources = new ArrayList<CancellationSource>(row.variantCancels);
            if (row.photoCancel != null) {
                sources.add(row.photoCancel);
            }
            row.reserved = List.of();
            row.variantCancels = List.of();
            row.photoCancel = null;
            freed.forEach(reservations::release);
            return sources;
        });
        left.forEach(CancellationSource::close);
        if (row.batch.rowEnded()) {
            onBatchEnded.accept(row.batch);
        }
    }

    private static void note(Row row, int variant, ExportOutcome outcome) {
        row.batch
                .journal()
                .ifPresent(journal -> journal.ended(
                        row.sequence, row.planned.outputs().get(variant).variant(), outcome));
    }
}
