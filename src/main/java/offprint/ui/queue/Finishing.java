package offprint.ui.queue;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import offprint.export.PhotoProgress;
import offprint.export.PhotoProgress.Stage;

/// Encoders that have all pixels and say nothing more until they are done, as those of AVIF: how long they have been
/// silent. Plain Java.
final class Finishing {

    /// A silence shorter than this is no silence.
    private static final long SILENT_NANOS = 1_500_000_000L;

    private final Map<Integer, Silence> byRow = new HashMap<>();

    /// @param variant being encoded
    /// @param fraction it said last
    /// @param sinceNanos when it said so
    private record Silence(int variant, double fraction, long sinceNanos) {}

    /// Takes over a row's newest state.
    void take(PhotoProgress row, long nowNanos) {
        int variant = encoding(row);
        if (variant < 0) {
            byRow.remove(row.row());
            return;
        }
        double fraction = row.variants().get(variant).fraction();
        var before = byRow.get(row.row());
        if (before == null || before.variant != variant || before.fraction != fraction) {
            byRow.put(row.row(), new Silence(variant, fraction, nowNanos));
        }
    }

    private static int encoding(PhotoProgress row) {
        if (row.state() == PhotoProgress.State.WORKING) {
            for (int i = 0; i < row.variants().size(); i++) {
                if (row.variants().get(i).stage() == Stage.ENCODING) {
                    return i;
                }
            }
        }
        return -1;
    }

    /// Whether some encoder of the row is at work, and so may fall silent.
    boolean isEncoding(int row) {
        return byRow.containsKey(row);
    }

    /// For how long the encoder of a variant has been silent; empty while it talks.
    Optional<Duration> silentFor(int row, int variant, long nowNanos) {
        return Optional.ofNullable(byRow.get(row))
                .filter(silence -> silence.variant == variant && nowNanos - silence.sinceNanos >= SILENT_NANOS)
                .map(silence -> Duration.ofNanos(nowNanos - silence.sinceNanos));
    }
}
