package offprint.export;

import java.nio.file.Path;
import java.time.Duration;
import offprint.image.PixelSize;

/// How one variant of one photo ended.
public sealed interface ExportOutcome {

    /// It is there, whole and checked.
    record Written(Path file, PixelSize size, long bytes) implements ExportOutcome {}

    /// It was left as it is, as the recipe or the plan said.
    record Skipped(Path file, String reason) implements ExportOutcome {}

    /// It is not there.
    ///
    /// @param code stable, such as `E-SPACE`
    /// @param message what happened, one sentence
    /// @param remedy what to do about it, one sentence
    record Failed(String code, String message, String remedy) implements ExportOutcome {}

    /// It was cancelled.
    ///
    /// @param timeToStop from the request to the worker being free
    record Cancelled(Duration timeToStop) implements ExportOutcome {}
}
