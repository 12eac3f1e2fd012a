import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// A program that makes variants of photos, started as its users would, with two photos in work at once.
interface Rival {

    /// As in the table.
    String name();

    /// Why it can't be run here, if so.
    Optional<String> missing();

    /// Exports every photo of the folder and says what it cost; empty when it has no way to make this set.
    ///
    /// @param output an empty folder
    Optional<Cost> run(Batch batch, Path output) throws IOException, InterruptedException;

    /// @param set a word of `offprint bench export --set`
    /// @param input folder of JPEG files and nothing else
    /// @param photos how many there are
    record Batch(String set, Path input, int photos) {}
}
