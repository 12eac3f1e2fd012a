package offprint.export;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import offprint.recipe.OnConflict;
import offprint.recipe.Recipe;
import org.jspecify.annotations.Nullable;

/// What the rows of one order share. A retry is an order of its own.
final class ExportBatch {

    /// The order that it belongs to, which its retries share.
    ///
    /// @param id of the first batch
    record Origin(String id, Instant startedAt) {}

    final String id;
    final Origin origin;
    final Recipe recipe;

    /// The real folder.
    final Path destination;

    final Originals originals;

    /// Keys of what an earlier attempt at this order has written, and which this one must not replace.
    private final Set<String> kept;

    /// Id of the interrupted batch that it goes on with.
    final Optional<String> continues;

    private final AtomicInteger openRows = new AtomicInteger();
    private volatile @Nullable JournalWriter journal;
    private volatile boolean keepsJournal;

    /// A new order.
    ExportBatch(Origin origin, Recipe recipe, Path destination, Originals originals) {
        this(origin.id, origin, recipe, destination, originals, List.of(), Optional.empty());
    }

    private ExportBatch(
            String id,
            Origin origin,
            Recipe recipe,
            Path destination,
            Originals originals,
            Collection<Path> kept,
            Optional<String> continues) {
        this.id = id;
        this.origin = origin;
        this.recipe = recipe;
        this.destination = destination;
        this.originals = originals;
        this.kept = kept.stream().map(TargetNames::key).collect(Collectors.toUnmodifiableSet());
        this.continues = continues;
    }

    /// The rest of an interrupted batch.
    static ExportBatch continuing(UnfinishedBatch interrupted, Origin origin, Originals originals) {
        return new ExportBatch(
                origin.id,
                origin,
                interrupted.recipe(),
                interrupted.destination(),
                originals,
                interrupted.finishedTargets(),
                Optional.of(interrupted.id()));
    }

    /// The same order once more, for what was not written.
    ///
    /// @param written what must not be replaced
    ExportBatch again(String newId, Collection<Path> written) {
        return new ExportBatch(newId, origin, recipe, destination, originals, written, Optional.empty());
    }

    OnConflict policy() {
        return recipe.onConflict();
    }

    boolean keeps(Path target) {
        return kept.contains(TargetNames.key(target));
    }

    void expectRows(int count) {
        openRows.set(count);
    }

    /// @return whether it was the last one
    boolean rowEnded() {
        return openRows.decrementAndGet() == 0;
    }

    void journal(JournalWriter writer) {
        journal = writer;
    }

    Optional<JournalWriter> journal() {
        return Optional.ofNullable(journal);
    }

    /// Some rows were stopped by the program's end and not by the user: the next start offers to go on.
    void keepJournal() {
        keepsJournal = true;
    }

    /// Ends the record; touches the disk.
    void closeJournal() {
        journal().ifPresent(writer -> {
            if (keepsJournal) {
                writer.closeAndKeep();
            } else {
                writer.closeAndDelete();
            }
        });
    }

    /// The plan of the rows that this order has, for the journal.
    static List<JournalWriter.OrderedPhoto> ordered(List<Row> rows) {
        return rows.stream()
                .map(row -> new JournalWriter.OrderedPhoto(row.sequence, openOutputs(row.snapshot)))
                .toList();
    }

    /// The planned photo with the outputs only that have not ended yet.
    private static PlannedPhoto openOutputs(PhotoProgress progress) {
        var planned = progress.planned();
        var open = IntStream.range(0, planned.outputs().size())
                .filter(i -> progress.variants().get(i).outcome().isEmpty())
                .mapToObj(planned.outputs()::get)
                .toList();
        return new PlannedPhoto(planned.photo(), open, planned.failure());
    }
}
