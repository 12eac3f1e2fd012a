package offprint.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import offprint.export.ExportChanges;
import offprint.export.ExportOutcome;
import offprint.export.ExportOutcome.Cancelled;
import offprint.export.ExportOutcome.Failed;
import offprint.export.ExportOutcome.Skipped;
import offprint.export.ExportOutcome.Written;
import offprint.export.PhotoProgress;
import offprint.recipe.Recipe;

/// Follows the rows of one batch: turns what changed between two looks into events, each told once, and counts the
/// ends of variants.
///
/// Every photo counts with as many variants as the recipe has, so that `variants` is always photos × variants and the
/// sum of
/// `written`, `skipped`, `failed` and `cancelled` once all have ended: a photo that can't be read has failed in each of
/// them.
/// Used by one thread.
final class ExportEvents {

    private final Recipe recipe;
    private final int photos;
    private final Map<Integer, PhotoProgress> working = new TreeMap<>();
    private final Set<Integer> started = new HashSet<>();
    private final Set<Long> toldVariants = new HashSet<>();
    private final Set<Integer> ended = new HashSet<>();
    private int written;
    private int skipped;
    private int failed;
    private int cancelled;
    private long writtenBytes;

    ExportEvents(Recipe recipe, int photos) {
        this.recipe = recipe;
        this.photos = photos;
    }

    /// Takes a look's changes in and says what happened, the oldest first.
    List<ExportEvent> accept(ExportChanges changes) {
        var events = new ArrayList<ExportEvent>();
        for (var row : changes.changed()) {
            accept(row, events);
        }
        return List.copyOf(events);
    }

    private void accept(PhotoProgress row, List<ExportEvent> events) {
        if (ended.contains(row.row())) {
            return;
        }
        var photo = row.planned().photo().file();
        if (row.workerNumber().isPresent() && started.add(row.row())) {
            events.add(new ExportEvent.Started(photo, row.workerNumber().get()));
        }
        for (int i = 0; i < row.variants().size(); i++) {
            var outcome = row.variants().get(i).outcome();
            if (outcome.isPresent()) {
                tell(row, i, outcome.get(), events);
            }
        }
        if (row.state().isFinal()) {
            settle(row, events);
        } else if (row.workerNumber().isPresent()) {
            working.put(row.row(), row);
        }
    }

    /// Ends the row: variants of which nothing was told share the photo's fate.
    private void settle(PhotoProgress row, List<ExportEvent> events) {
        for (int i = 0; i < recipe.variants().size(); i++) {
            tell(row, i, fate(row), events);
        }
        working.remove(row.row());
        ended.add(row.row());
        long bytes = 0;
        int files = 0;
        int left = 0;
        for (var variant : row.variants()) {
            if (variant.outcome().isPresent() && variant.outcome().get() instanceof Written file) {
                bytes += file.bytes();
                files++;
            } else if (variant.outcome().isPresent() && variant.outcome().get() instanceof Skipped) {
                left++;
            }
        }
        events.add(new ExportEvent.PhotoEnded(
                row.planned().photo().file(), row.state(), files, left, bytes, row.elapsed(), ended.size(), photos));
    }

    private static ExportOutcome fate(PhotoProgress row) {
        if (row.failure().isPresent()) {
            return row.failure().get();
        }
        return row.state() == PhotoProgress.State.CANCELLED
                ? new Cancelled(java.time.Duration.ZERO)
                : new Failed("E-BUG", "It ended without saying how.", "Please report this, with the photo if you can.");
    }

    private void tell(PhotoProgress row, int variant, ExportOutcome outcome, List<ExportEvent> events) {
        if (!toldVariants.add((long) row.row() << 20 | variant)) {
            return;
        }
        switch (outcome) {
            case Written file -> {
                written++;
                writtenBytes += file.bytes();
            }
            case Skipped skippedOne -> skipped++;
            case Failed failedOne -> failed++;
            case Cancelled cancelledOne -> cancelled++;
        }
        events.add(new ExportEvent.VariantEnded(
                row.planned().photo().file(), recipe.variants().get(variant).name(), outcome));
    }

    /// The rows that are on workers, by worker.
    List<PhotoProgress> working() {
        return working.values().stream()
                .sorted(Comparator.comparingInt(row -> row.workerNumber().orElse(0)))
                .toList();
    }

    /// How many photos have ended.
    int endedPhotos() {
        return ended.size();
    }

    /// The sums so far.
    Counts counts() {
        return new Counts(photos, photos * recipe.variants().size(), written, skipped, failed, cancelled, writtenBytes);
    }

    /// Sums over variants.
    ///
    /// @param photos photos of the batch
    /// @param variants photos × variants of the recipe
    record Counts(int photos, int variants, int written, int skipped, int failed, int cancelled, long writtenBytes) {}
}
