package offprint.pool;

import java.time.Duration;

/// Durations as nanoseconds.
final class Times {

    private Times() {}

    /// Nanoseconds, and the most a long can hold for what is longer than 292 years; sums of it with a clock's reading
    /// are therefore kept below by half.
    static long saturatedNanos(Duration duration) {
        var longest = Duration.ofNanos(Long.MAX_VALUE / 2);
        return duration.compareTo(longest) > 0 ? longest.toNanos() : duration.toNanos();
    }
}
