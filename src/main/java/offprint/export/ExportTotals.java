package offprint.export;

import java.time.Duration;
import java.util.Optional;

/// Sums over every row of the service at one moment.
///
/// @param photos rows in all
/// @param waiting rows not started, those that wait for memory included
/// @param waitingForMemory rows that are next but do not fit the memory budget
/// @param working rows on a worker, those being cancelled included
/// @param done rows with every variant written or skipped
/// @param failed rows with a failed variant
/// @param cancelled rows cancelled
/// @param variants planned outputs in all
/// @param written variants written
/// @param skipped variants skipped
/// @param variantsFailed variants failed
/// @param variantsCancelled variants cancelled
/// @param writtenBytes bytes of the written files
/// @param photosPerMinute of the last half minute, 0 while unknown
/// @param timeLeft at that pace, empty while unknown or nothing is left
/// @param lastTimeToStop of the most recent cancel of a running photo
public record ExportTotals(
        int photos,
        int waiting,
        int waitingForMemory,
        int working,
        int done,
        int failed,
        int cancelled,
        int variants,
        int written,
        int skipped,
        int variantsFailed,
        int variantsCancelled,
        long writtenBytes,
        double photosPerMinute,
        Optional<Duration> timeLeft,
        Optional<Duration> lastTimeToStop) {

    public boolean isBusy() {
        return waiting + working > 0;
    }

    ExportTotals withPace(double perMinute, Optional<Duration> left) {
        return new ExportTotals(
                photos,
                waiting,
                waitingForMemory,
                working,
                done,
                failed,
                cancelled,
                variants,
                written,
                skipped,
                variantsFailed,
                variantsCancelled,
                writtenBytes,
                perMinute,
                left,
                lastTimeToStop);
    }
}
