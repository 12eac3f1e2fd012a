package offprint.export;

import java.nio.file.Path;
import java.util.Optional;
import offprint.image.PixelSize;
import offprint.recipe.Encoding;

/// One file that a batch will write.
///
/// @param variant name of the variant
/// @param size exact size in pixels
/// @param encoding format and its choices
/// @param target absolute path, unique within the plan and every running batch
/// @param note what the user should know before the start: renamed, replaces a file, will be skipped, can't be written
public record PlannedOutput(String variant, PixelSize size, Encoding encoding, Path target, Optional<Note> note) {

    /// What happens to an output that does not simply get written.
    public sealed interface Note {

        /// The wanted name is taken; the target is the next free one.
        record Renamed(Path wanted) implements Note {}

        /// A file is there and will be replaced.
        record Replaces() implements Note {}

        /// It will not be written.
        record WillSkip(String reason) implements Note {}

        /// It can't be written; known before the start.
        record WillFail(ExportOutcome.Failed failure) implements Note {}
    }
}
