package offprint.cli;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/// How an export ended, in sums.
///
/// @param counts of variants
/// @param cpu of the whole process and its helpers, the JVM's own work included
/// @param peakRssBytes most memory that the process ever held in RAM; empty where the system does not tell
/// @param engine that was preferred
/// @param unreadableInputs inputs that were no photo and could not be walked
record Summary(
        ExportEvents.Counts counts,
        Duration wall,
        Duration cpu,
        Optional<Long> peakRssBytes,
        String engine,
        int unreadableInputs) {

    /// CPU time so far of this process and of those that it started and that still live, such as AVIF's encoders.
    static Duration cpuNow() {
        return Stream.concat(
                        Stream.of(ProcessHandle.current()),
                        ProcessHandle.current().descendants())
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    Json json() {
        return Json.event("summary")
                .with("photos", counts.photos())
                .with("variants", counts.variants())
                .with("written", counts.written())
                .with("skipped", counts.skipped())
                .with("failed", counts.failed())
                .with("cancelled", counts.cancelled())
                .with("wallMillis", wall.toMillis())
                .with("cpuMillis", cpu.toMillis())
                .with("peakRssBytes", peakRssBytes)
                .with("engine", engine);
    }

    String text() {
        var text = new StringBuilder(Printable.count(counts.photos(), "photo"))
                .append(": ")
                .append(Printable.count(counts.written(), "file"))
                .append(" written (")
                .append(Printable.bytes(counts.writtenBytes()))
                .append(')');
        append(text, counts.skipped(), " skipped");
        append(text, counts.failed(), " failed");
        append(text, counts.cancelled(), " cancelled");
        append(text, unreadableInputs, unreadableInputs == 1 ? " input not readable" : " inputs not readable");
        return text.append(" in ").append(Printable.span(wall)).append('.').toString();
    }

    private static void append(StringBuilder text, int number, String what) {
        if (number > 0) {
            text.append(", ").append(number).append(what);
        }
    }

    ExitCode exitCode() {
        if (counts.cancelled() > 0) {
            return ExitCode.CANCELLED;
        }
        return counts.failed() > 0 || unreadableInputs > 0 ? ExitCode.FAILED : ExitCode.DONE;
    }
}
