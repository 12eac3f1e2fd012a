package offprint.export;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import offprint.recipe.Recipe;

/// A batch that has ended, as the history tells it; its photos are read only when it is to run again.
///
/// @param id unique
/// @param startedAt when it was ordered; a retry counts to the order it repeats
/// @param endedAt when its last photo ended
/// @param recipe as it was then
/// @param destination where it went
/// @param photos in all
/// @param written files written
/// @param skipped files left as they were
/// @param failed files that could not be written, and photos that could not be read
/// @param cancelled files cancelled
/// @param bytes of the written files
/// @param firstFile the first that was written, to be shown in its folder
public record PastBatch(
        String id,
        Instant startedAt,
        Instant endedAt,
        Recipe recipe,
        Path destination,
        int photos,
        int written,
        int skipped,
        int failed,
        int cancelled,
        long bytes,
        Optional<Path> firstFile) {

    /// An original of a past batch.
    ///
    /// @param file absolute path
    /// @param dropRoot see [offprint.library.Photo]
    record Source(Path file, Path dropRoot) {}
}
