package offprint.export;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import offprint.cancel.CancellationSource;
import offprint.export.PhotoProgress.Stage;
import offprint.export.PhotoProgress.State;
import offprint.export.PhotoProgress.VariantProgress;
import offprint.pool.TaskHandle;
import org.jspecify.annotations.Nullable;

/// One photo of the service's list, in the making. Everything but [#snapshot] is read and written under the lock of its
/// [ExportRows] only.
final class Row {

    static final VariantProgress WAITING = new VariantProgress(Stage.WAITING, 0, Optional.empty());

    final int number;

    /// Place in the batch that first had it, from 1: the template's `{seq}`, and the journal's key.
    final int sequence;

    ExportBatch batch;
    PlannedPhoto planned;
    State state = State.WAITING;
    double decodedFraction;
    VariantProgress[] variants;
    Optional<ExportOutcome.Failed> failure = Optional.empty();
    Optional<Integer> worker = Optional.empty();

    /// Counts the attempts; what a task of an earlier one says is void.
    int attempt;

    long startedNanos;
    Duration elapsed = Duration.ZERO;
    boolean cancelRequested;
    long cancelNanos;
    long[] variantCancelNanos;

    /// While it is on a worker.
    @Nullable
    CancellationSource photoCancel;

    List<CancellationSource> variantCancels = List.of();

    @Nullable
    TaskHandle<?> handle;

    /// Targets that it holds among the reservations.
    List<Path> reserved = List.of();

    /// Its turn among the waiting: lower goes first, then the lower number. Guarded by [Turns].
    int turn;

    /// Where it stands among the changes.
    long version;

    volatile PhotoProgress snapshot;

    Row(int number, int sequence, ExportBatch batch, PlannedPhoto planned) {
        this.number = number;
        this.sequence = sequence;
        this.batch = batch;
        this.planned = planned;
        int count = planned.outputs().size();
        this.variants = new VariantProgress[count];
        Arrays.fill(variants, WAITING);
        this.variantCancelNanos = new long[count];
        this.snapshot = picture(0);
    }

    /// Its newest state as a value.
    PhotoProgress picture(long nowNanos) {
        var running = state == State.WORKING || state == State.CANCELLING;
        return new PhotoProgress(
                number,
                planned,
                state,
                decodedFraction,
                List.of(variants),
                failure,
                running ? elapsed.plusNanos(nowNanos - startedNanos) : elapsed,
                worker);
    }

    /// Takes another plan; its outputs count as waiting when there are others than before.
    void plan(PlannedPhoto other) {
        if (other.outputs().size() != variants.length) {
            variants = new VariantProgress[other.outputs().size()];
            Arrays.fill(variants, WAITING);
            variantCancelNanos = new long[variants.length];
        }
        planned = other;
    }

    /// Opens a final row for another attempt at what was not written.
    void startAnew(ExportBatch retry) {
        batch = retry;
        attempt++;
        state = State.WAITING;
        decodedFraction = 0;
        failure = Optional.empty();
        cancelRequested = false;
        cancelNanos = 0;
        Arrays.fill(variantCancelNanos, 0);
        for (int i = 0; i < variants.length; i++) {
            boolean again = variants[i].outcome().map(Row::isToBeMade).orElse(true);
            if (again) {
                variants[i] = WAITING;
            }
        }
    }

    private static boolean isToBeMade(ExportOutcome outcome) {
        return switch (outcome) {
            case ExportOutcome.Failed failed -> true;
            case ExportOutcome.Cancelled cancelled -> true;
            case ExportOutcome.Written written -> false;
            case ExportOutcome.Skipped skipped -> false;
        };
    }

    boolean hasEnded(int variant) {
        return variants[variant].outcome().isPresent();
    }

    boolean allEnded() {
        for (var variant : variants) {
            if (variant.outcome().isEmpty()) {
                return false;
            }
        }
        return true;
    }

    void stage(int variant, Stage stage, double fraction) {
        if (!hasEnded(variant) && variants[variant].stage() != Stage.CANCELLING) {
            variants[variant] = new VariantProgress(stage, fraction, Optional.empty());
        }
    }

    /// @return whether it had not ended before
    boolean end(int variant, ExportOutcome outcome) {
        if (hasEnded(variant)) {
            return false;
        }
        variants[variant] = new VariantProgress(
                Stage.ENDED,
                outcome instanceof ExportOutcome.Written ? 1 : variants[variant].fraction(),
                Optional.of(outcome));
        return true;
    }

    /// The final state that its outcomes come to.
    State verdict() {
        boolean failed = failure.isPresent();
        boolean cancelled = variants.length == 0 && !failed;
        for (var variant : variants) {
            var outcome = variant.outcome();
            failed |= outcome.filter(ExportOutcome.Failed.class::isInstance).isPresent();
            cancelled |=
                    outcome.filter(ExportOutcome.Cancelled.class::isInstance).isPresent();
        }
        return failed ? State.FAILED : cancelled ? State.CANCELLED : State.DONE;
    }
}
