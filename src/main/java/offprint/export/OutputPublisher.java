package offprint.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Predicate;
import offprint.cancel.CancellationToken;
import offprint.cancel.CancelledException;
import offprint.export.PlannedOutput.Note;
import offprint.recipe.OnConflict;

/// Checks a rendered partial file, forces it to disk and brings it to its target as the recipe's policy says, looking
/// again at what is there now. Blocks, for workers.
final class OutputPublisher {

    private static final int MAX_RENAMES = 1_000;

    private final OutputVerifier verifier;
    private final AtomicOutput output;
    private final TargetReservations reservations;
    private final Predicate<Path> isOriginal;

    /// @param isOriginal whether a file is an original of any running batch
    OutputPublisher(
            OutputVerifier verifier, AtomicOutput output, TargetReservations reservations, Predicate<Path> isOriginal) {
        this.verifier = verifier;
        this.output = output;
        this.reservations = reservations;
        this.isOriginal = isOriginal;
    }

    /// One output that is ready to be published.
    ///
    /// @param sequence the photo's place in the batch
    /// @param onRenamed hears of a target that had to be another one after all; it is reserved
    record Job(ExportBatch batch, int sequence, PlannedOutput planned, Path partial, Consumer<Path> onRenamed) {}

    /// The partial file may still be there afterwards, and is the caller's to remove.
    ExportOutcome publish(Job job, CancellationToken cancellation) throws CancelledException {
        var event = new WriteEvent();
        event.begin();
        try {
            var wrong = verifier.verify(job.partial, job.planned, job.batch.recipe.metadata(), cancellation);
            if (wrong.isPresent()) {
                return wrong.get();
            }
            output.force(job.partial);
            if (!RealPaths.isWithin(TargetNames.folder(job.planned.target()), job.batch.destination)) {
                return Failures.targetOutside(job.planned.target());
            }
            event.bytes = Files.size(job.partial);
            var outcome = place(job, event.bytes, cancellation);
            event.target = job.planned.target().toString();
            event.commit();
            return outcome;
        } catch (IOException failure) {
            return Failures.of(failure);
        }
    }

    private ExportOutcome place(Job job, long bytes, CancellationToken cancellation)
            throws IOException, CancelledException {
        boolean isNumbered =
                job.planned.note().filter(Note.Renamed.class::isInstance).isPresent();
        return switch (isNumbered ? OnConflict.RENAME : job.batch.policy()) {
            case RENAME -> placeFree(job, bytes, cancellation);
            case SKIP ->
                placeNew(job, job.planned.target(), bytes, cancellation)
                        ? written(job, job.planned.target(), bytes)
                        : new ExportOutcome.Skipped(
                                job.planned.target(), "A file of this name has appeared in the meantime.");
            case OVERWRITE -> placeOver(job, bytes, cancellation);
        };
    }

    private ExportOutcome placeFree(Job job, long bytes, CancellationToken cancellation)
            throws IOException, CancelledException {
        var target = job.planned.target();
        for (int attempt = 0; attempt < MAX_RENAMES; attempt++) {
            if (placeNew(job, target, bytes, cancellation)) {
                return written(job, target, bytes);
            }
            var chooser = new TargetChooser(
                    job.batch.destination, job.batch.originals, reservations::reserve, reservations::release);
            var choice = chooser.choose(wanted(job.planned), OnConflict.RENAME);
            if (choice.note().orElse(null) instanceof Note.WillFail refusal) {
                return refusal.failure();
            }
            target = choice.target();
            job.onRenamed.accept(target);
        }
        return Failures.noFreeName(target);
    }

    private ExportOutcome placeOver(Job job, long bytes, CancellationToken cancellation)
            throws IOException, CancelledException {
        var target = job.planned.target();
        for (int attempt = 0; attempt < MAX_RENAMES; attempt++) {
            switch (FolderListings.occupant(target)) {
                case NOTHING -> {
                    if (placeNew(job, target, bytes, cancellation)) {
                        return written(job, target, bytes);
                    }
                }
                case FILE -> {
                    if (isOriginal.test(target)) {
                        return Failures.targetIsOriginal(target);
                    }
                    announce(job, target, bytes);
                    output.placeOver(job.partial, target, cancellation);
                    return written(job, target, bytes);
                }
                case LINK -> {
                    return Failures.targetIsLink(target);
                }
                case OTHER -> {
                    return Failures.targetIsNoFile(target);
                }
            }
        }
        return Failures.noFreeName(target);
    }

    private boolean placeNew(Job job, Path target, long bytes, CancellationToken cancellation)
            throws IOException, CancelledException {
        announce(job, target, bytes);
        return output.placeNew(job.partial, target, cancellation);
    }

    private static void announce(Job job, Path target, long bytes) throws IOException {
        var modifiedAt = Files.getLastModifiedTime(job.partial).toInstant();
        job.batch
                .journal()
                .ifPresent(journal -> journal.placing(job.sequence, job.planned.variant(), target, bytes, modifiedAt));
    }

    private static ExportOutcome written(Job job, Path target, long bytes) {
        return new ExportOutcome.Written(target, job.planned.size(), bytes);
    }

    /// The name before any numbering.
    static Path wanted(PlannedOutput planned) {
        return planned.note().orElse(null) instanceof Note.Renamed renamed ? renamed.wanted() : planned.target();
    }
}
