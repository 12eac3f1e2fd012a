package offprint.export;

import java.util.List;

/// What has changed since an earlier look: for a window that copies once a pulse.
///
/// @param version to ask the next time
/// @param changed rows that changed since, each once, in its newest state, by row number
/// @param totals sums over all rows
/// @param line whose turn it is
/// @param conduct towards the rest of the machine
public record ExportChanges(
        long version, List<PhotoProgress> changed, ExportTotals totals, WaitingLine line, Conduct conduct) {

    public ExportChanges {
        changed = List.copyOf(changed);
    }

    /// Whether nothing new is started.
    public boolean paused() {
        return conduct.hold() != Conduct.Hold.NONE;
    }
}
