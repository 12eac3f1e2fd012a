package offprint.bench;

import java.util.Optional;

/// What exporting a set of variants cost, or why it was not measured.
public sealed interface ExportFigures {

    ExportSet set();

    /// The engine that was preferred.
    String engine();

    /// The engines here can't make the set.
    record Left(ExportSet set, String engine, String reason) implements ExportFigures {}

    /// What it cost.
    ///
    /// @param photos exported while the clock ran; some more before it, to warm up
    /// @param cpuMillisPerPhoto of the whole process, from the search for the photos to the last file on disk
    /// @param wallMillisPerPhoto of the same
    /// @param bytesPerPhoto of the written files
    /// @param memory what the process held in RAM; empty where the system does not tell
    record Measured(
            ExportSet set,
            String engine,
            int photos,
            double cpuMillisPerPhoto,
            double wallMillisPerPhoto,
            long bytesPerPhoto,
            Optional<Memory> memory)
            implements ExportFigures {}

    /// @param peakBytes most since the process began
    /// @param hundreds most while the first and the last hundred photos were exported; empty with fewer than 200
    record Memory(long peakBytes, Optional<Hundreds> hundreds) {}

    /// @param firstBytes until a hundred photos had ended
    /// @param lastBytes from the moment when all but a hundred had
    record Hundreds(long firstBytes, long lastBytes) {}
}
