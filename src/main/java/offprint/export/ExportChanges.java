package offprint.export;

import java.util.List;

/// What has changed since an earlier look: for a window that copies once a pulse.
///
/// @param version to ask the next time
/// @param changed rows that changed since, each once, in its newest state, by row number
/// @param totals sums over all rows
/// @param paused whether nothing new is started
public record ExportChanges(long version, List<PhotoProgress> changed, ExportTotals totals, boolean paused) {

    public ExportChanges {
        changed = List.copyOf(changed);
    }
}
