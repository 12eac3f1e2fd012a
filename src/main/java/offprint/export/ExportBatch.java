package offprint.export;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import offprint.recipe.OnConflict;
import offprint.recipe.Recipe;
import org.jspecify.annotations.Nullable;

/// What the rows of one order share. A retry is an order of its own.
final class ExportBatch {

    final String id;
    final Recipe recipe;

    /// The real folder.
    final Path destination;

    final Originals originals;

    private final AtomicInteger openRows = new AtomicInteger();
    private volatile @Nullable JournalWriter journal;
    private volatile boolean keepsJournal;

    ExportBatch(String id, Recipe recipe, Path destination, Originals originals) {
        this.id = id;
        this.recipe = recipe;
        this.destination = destination;
        this.originals = originals;
    }

    OnConflict policy() {
        return recipe.onConflict();
    }

    void expectRows(int count) {
        openRows.set(count);
    }

    /// @return whether it was the last one
    boolean rowEnded() {
        return openRows.decrementAndGet() == 0;
    }

    boolean hasEnded() {
        return openRows.get() <= 0;
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
        var open = java.util.stream.IntStream.range(0, planned.outputs().size())
                .filter(i -> progress.variants().get(i).outcome().isEmpty())
                .mapToObj(planned.outputs()::get)
                .toList();
        return new PlannedPhoto(planned.photo(), open, planned.failure());
    }
}
