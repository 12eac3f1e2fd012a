package offprint.export;

import java.time.InstantSource;
import java.util.List;
import offprint.export.ExportOutcome.Written;

/// Sums up a batch that has ended, for the history. Blocks, for workers.
record HistoryKeeper(BatchHistory history, ExportRows rows, InstantSource clock) {

    /// Notes the order that the batch belongs to: all its photos, as they stand after this batch, which may be a retry.
    void ended(ExportBatch batch) {
        var ordered = rows.all().stream()
                .filter(row -> row.batch.origin.equals(batch.origin))
                .map(row -> row.snapshot)
                .toList();
        if (!ordered.isEmpty()) {
            history.add(summed(batch, ordered), sources(ordered));
        }
    }

    private PastBatch summed(ExportBatch batch, List<PhotoProgress> ordered) {
        var tally = new Tally();
        ordered.forEach(tally::add);
        var totals = tally.totals();
        int unread = (int) ordered.stream()
                .filter(photo -> photo.variants().isEmpty() && photo.failure().isPresent())
                .count();
        var first = ordered.stream()
                .flatMap(photo -> photo.variants().stream())
                .flatMap(variant -> variant.outcome().stream())
                .filter(Written.class::isInstance)
                .map(outcome -> ((Written) outcome).file())
                .findFirst();
        return new PastBatch(
                batch.origin.id(),
                batch.origin.startedAt(),
                clock.instant(),
                batch.recipe,
                batch.destination,
                totals.photos(),
                totals.written(),
                totals.skipped(),
                totals.variantsFailed() + unread,
                totals.variantsCancelled(),
                totals.writtenBytes(),
                first);
    }

    private static List<PastBatch.Source> sources(List<PhotoProgress> ordered) {
        return ordered.stream()
                .map(photo -> photo.planned().photo())
                .map(photo -> new PastBatch.Source(photo.file(), photo.dropRoot()))
                .toList();
    }
}
