package offprint.pool;

import java.util.List;

/// How a close ended.
///
/// @param cancelled labels of tasks that were cancelled because the time ran out, waiting or running
/// @param abandoned labels of tasks whose workers had still not left them after the grace time
public record CloseReport(List<String> cancelled, List<String> abandoned) {

    public CloseReport {
        cancelled = List.copyOf(cancelled);
        abandoned = List.copyOf(abandoned);
    }

    public boolean isClean() {
        return cancelled.isEmpty() && abandoned.isEmpty();
    }
}
