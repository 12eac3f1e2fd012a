package offprint.pool;

import java.time.Duration;
import java.util.Optional;

/// What the pool must know of a task before it runs it.
///
/// @param label for people and logs, such as a file name
/// @param priority who goes first
/// @param estimatedBytes upper estimate of the memory it takes while it runs, 0 or more
/// @param deadline longest run time, from its start; it is cancelled then and fails with a
/// [java.util.concurrent.TimeoutException]
public record TaskSpec(String label, Priority priority, long estimatedBytes, Optional<Duration> deadline) {

    public TaskSpec {
        if (estimatedBytes < 0) {
            throw new IllegalArgumentException("expected 0 or more for estimatedBytes but received " + estimatedBytes);
        }
    }

    public static TaskSpec of(String label, Priority priority, long estimatedBytes) {
        return new TaskSpec(label, priority, estimatedBytes, Optional.empty());
    }
}
