package offprint.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// What this process holds in RAM, as proc(5) of Linux tells; empty elsewhere.
final class ProcessMemory {

    private static final Path STATUS = Path.of("/proc/self/status");

    private ProcessMemory() {}

    /// The most it ever held.
    static Optional<Long> peakBytes() {
        return bytes("VmHWM:");
    }

    /// What it holds now.
    static Optional<Long> nowBytes() {
        return bytes("VmRSS:");
    }

    private static Optional<Long> bytes(String field) {
        try {
            return Files.readAllLines(STATUS).stream()
                    .filter(line -> line.startsWith(field))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
