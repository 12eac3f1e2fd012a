package offprint.export;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import offprint.image.PixelSize;
import offprint.recipe.Recipe;

/// A batch that a crash, a kill or a power cut has interrupted, as its journal tells it.
///
/// @param id unique; also in the names of its partial files
/// @param journalFile where it was read from
/// @param startedAt when it was ordered
/// @param recipe what was to be made
/// @param destination the real folder that it went to
/// @param photos those with something left to do, in order
/// @param finishedTargets what is done already and stays as it is
/// @param folders of every output that was ordered, where partial files may be left
/// @param claims targets that were about to appear; an empty file there is a claim of ours and no output
/// @param unreadableLines orders that this system can't read any more, such as names that its locale can't express
public record UnfinishedBatch(
        String id,
        Path journalFile,
        Instant startedAt,
        Recipe recipe,
        Path destination,
        List<Source> photos,
        List<Path> finishedTargets,
        Set<Path> folders,
        List<Path> claims,
        int unreadableLines) {

    public UnfinishedBatch {
        photos = List.copyOf(photos);
        finishedTargets = List.copyOf(finishedTargets);
        folders = Set.copyOf(folders);
        claims = List.copyOf(claims);
    }

    /// Outputs that are left to do.
    public int outputsLeft() {
        return photos.stream().mapToInt(photo -> photo.outputs().size()).sum();
    }

    /// An original with something left to do.
    ///
    /// @param file absolute path
    /// @param dropRoot see [offprint.library.Photo]
    /// @param bytes its size when it was ordered
    /// @param modifiedAt its modification time when it was ordered
    /// @param sequence its place in the batch, from 1
    /// @param outputs what is left
    public record Source(Path file, Path dropRoot, long bytes, Instant modifiedAt, int sequence, List<Output> outputs) {

        public Source {
            outputs = List.copyOf(outputs);
        }
    }

    /// An output that is left to do.
    ///
    /// @param variant name of the variant in the recipe
    /// @param size planned size
    /// @param target planned path
    /// @param naming whether the target is a numbered name
    public record Output(String variant, PixelSize size, Path target, Naming naming) {}

    /// How a target came by its name.
    public enum Naming {
        AS_WANTED,
        NUMBERED
    }
}
