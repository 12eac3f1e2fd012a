package offprint.export;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import offprint.export.PhotoProgress.State;

/// Sums over all rows, kept up to date by what each change takes away and brings.
final class Tally {

    private final Map<State, Integer> photos = new EnumMap<>(State.class);
    private int rows;
    private int variants;
    private int written;
    private int skipped;
    private int failed;
    private int cancelled;
    private long writtenBytes;
    private Optional<Duration> lastTimeToStop = Optional.empty();

    void add(PhotoProgress row) {
        count(row, 1);
    }

    void remove(PhotoProgress row) {
        count(row, -1);
    }

    void stoppedAfter(Duration timeToStop) {
        lastTimeToStop = Optional.of(timeToStop);
    }

    private void count(PhotoProgress row, int sign) {
        rows += sign;
        photos.merge(row.state(), sign, Integer::sum);
        variants += sign * row.variants().size();
        for (var variant : row.variants()) {
            if (variant.outcome().isPresent()) {
                count(variant.outcome().get(), sign);
            }
        }
    }

    private void count(ExportOutcome outcome, int sign) {
        switch (outcome) {
            case ExportOutcome.Written file -> {
                written += sign;
                writtenBytes += sign * file.bytes();
            }
            case ExportOutcome.Skipped left -> skipped += sign;
            case ExportOutcome.Failed failure -> failed += sign;
            case ExportOutcome.Cancelled stopped -> cancelled += sign;
        }
    }

    private int photos(State state) {
        return photos.getOrDefault(state, 0);
    }

    /// The sums, without the pace.
    ExportTotals totals() {
        return new ExportTotals(
                rows,
                photos(State.WAITING) + photos(State.WAITING_FOR_MEMORY),
                photos(State.WAITING_FOR_MEMORY),
                photos(State.WORKING) + photos(State.CANCELLING),
                photos(State.DONE),
                photos(State.FAILED),
                photos(State.CANCELLED),
                variants,
                written,
                skipped,
                failed,
                cancelled,
                writtenBytes,
                0,
                Optional.empty(),
                lastTimeToStop);
    }
}
