package offprint.export;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import offprint.export.PlannedOutput.Note;
import offprint.recipe.OnConflict;

/// Makes a batch ready to run, on a worker: its folder, its targets' reservation, its journal.
final class BatchOpener {

    private static final System.Logger LOG = System.getLogger(BatchOpener.class.getName());

    private final ExportRows rows;
    private final RowEndings endings;
    private final TargetReservations reservations;
    private final ExportJournal journal;
    private final FileSteps steps;
    private final PhotoScan scan;
    private final InstantSource clock;

    BatchOpener(
            ExportRows rows,
            RowEndings endings,
            TargetReservations reservations,
            ExportJournal journal,
            FileSteps steps,
            PhotoScan scan,
            InstantSource clock) {
        this.rows = rows;
        this.endings = endings;
        this.reservations = reservations;
        this.journal = journal;
        this.steps = steps;
        this.scan = scan;
        this.clock = clock;
    }

    /// Whether the rows' plans are fresh, or of an attempt before.
    enum Plans {
        FRESH,
        /// The sources are looked at again and every open target is chosen anew.
        OF_AN_EARLIER_ATTEMPT,
        /// From the journal, with fresh facts: every open target is chosen anew.
        OF_AN_INTERRUPTED_BATCH
    }

    /// @return the rows that may run; empty when the batch can't be opened, which every row tells then
    List<Row> open(ExportBatch batch, List<Row> ordered, Plans plans) {
        try {
            steps.createFolders(batch.destination);
        } catch (IOException failure) {
            fail(ordered, Failures.of(failure));
            return List.of();
        }
        try {
            adopt(batch, ordered, plans);
            var waiting = waiting(ordered);
            if (!waiting.isEmpty()) {
                record(batch, waiting);
            }
            return waiting;
        } catch (RuntimeException bug) {
            LOG.log(Level.ERROR, "a batch could not be opened", bug);
            fail(ordered, Failures.thrown(bug, 0));
            return List.of();
        }
    }

    private List<Row> waiting(List<Row> ordered) {
        return rows.quietly(() -> ordered.stream().filter(RowEndings::isWaiting).toList());
    }

    private void fail(List<Row> ordered, ExportOutcome.Failed failure) {
        for (var row : waiting(ordered)) {
            endings.photoFailed(row, failure);
            endings.finished(row);
        }
    }

    private void record(ExportBatch batch, List<Row> waiting) {
        try {
            batch.journal(journal.open(new JournalWriter.Order(
                    batch.id,
                    clock.instant(),
                    batch.recipe,
                    batch.destination,
                    ExportBatch.ordered(waiting),
                    batch.continues)));
        } catch (IOException failure) {
            // An export without a record is better than none; a crash would cost the rest of the queue.
            LOG.log(Level.WARNING, "this batch is not journalled", failure);
        }
    }

    private void adopt(ExportBatch batch, List<Row> ordered, Plans plans) {
        var chooser = new TargetChooser(
                batch.destination,
                batch.originals,
                target -> !batch.keeps(target) && reservations.reserve(target),
                reservations::release);
        for (var row : ordered) {
            var progress = row.snapshot;
            if (progress.state().isFinal()) {
                continue;
            }
            var held = new ArrayList<Path>();
            var planned = switch (plans) {
                case FRESH -> reserved(progress, chooser, batch.policy(), held);
                case OF_AN_EARLIER_ATTEMPT ->
                    chosenAnew(scan.again(row.sequence, progress, batch), chooser, batch.policy(), held);
                case OF_AN_INTERRUPTED_BATCH ->
                    chosenAnew(PhotoScan.Again.allOf(progress.planned()), chooser, batch.policy(), held);
            };
            take(row, planned, held);
        }
    }

    /// Keeps each target that is still nobody's, and chooses another for the rest.
    private PlannedPhoto reserved(PhotoProgress progress, TargetNaming chooser, OnConflict policy, List<Path> held) {
        var outputs = new ArrayList<PlannedOutput>();
        for (int i = 0; i < progress.planned().outputs().size(); i++) {
            var output = progress.planned().outputs().get(i);
            boolean settled = progress.variants().get(i).outcome().isPresent()
                    || willFail(output)
                    || ExportPlan.isLeftOut(output);
            if (!settled && !reservations.reserve(output.target())) {
                output = chosenAnew(output, chooser, policy);
            }
            if (!settled && !willFail(output)) {
                held.add(output.target());
            }
            outputs.add(output);
        }
        return new PlannedPhoto(
                progress.planned().photo(), outputs, progress.planned().failure());
    }

    private PlannedPhoto chosenAnew(PhotoScan.Again again, TargetNaming chooser, OnConflict policy, List<Path> held) {
        var outputs = new ArrayList<PlannedOutput>();
        for (int i = 0; i < again.planned().outputs().size(); i++) {
            var output = again.planned().outputs().get(i);
            if (again.isOpen(i)) {
                output = chosenAnew(output, chooser, policy);
                if (!willFail(output)) {
                    held.add(output.target());
                }
            }
            outputs.add(output);
        }
        return new PlannedPhoto(
                again.planned().photo(), outputs, again.planned().failure());
    }

    /// A target for an output that had one. A numbered name stays a numbered one, which never replaces a file: under
    /// its wanted name another output of its batch may be by now.
    private static PlannedOutput chosenAnew(PlannedOutput output, TargetNaming chooser, OnConflict policy) {
        if (output.note().orElse(null) instanceof Note.Renamed renamed) {
            var choice = chooser.choose(output.target(), OnConflict.RENAME);
            Optional<Note> note = willFail(choice.note()) ? choice.note() : Optional.of(renamed);
            return with(output, choice.target(), note);
        }
        if (output.note().orElse(null) instanceof Note.WillFail refusal
                && refusal.failure().code().startsWith("E-ENCODE")) {
            return output;
        }
        var choice = chooser.choose(output.target(), policy);
        return with(output, choice.target(), choice.note());
    }

    private static PlannedOutput with(PlannedOutput output, Path target, Optional<Note> note) {
        return new PlannedOutput(output.variant(), output.size(), output.encoding(), target, note);
    }

    private static boolean willFail(PlannedOutput output) {
        return willFail(output.note());
    }

    private static boolean willFail(Optional<Note> note) {
        return note.filter(Note.WillFail.class::isInstance).isPresent();
    }

    private void take(Row row, PlannedPhoto planned, List<Path> held) {
        boolean taken = rows.quietly(() -> {
            if (!RowEndings.isWaiting(row)) {
                return false;
            }
            row.reserved = List.copyOf(held);
            if (!planned.equals(row.planned)) {
                rows.update(row, changed -> changed.plan(planned));
            }
            return true;
        });
        if (!taken) {
            held.forEach(reservations::release);
        }
    }
}
