package offprint.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import offprint.library.ThumbnailCache;
import offprint.recipe.RecipeStore;

/// Where commands get what they work with; nothing is built before it is asked for.
public interface Workshop {

    /// The version for people, such as `0.1.0`.
    String version();

    /// Builds workers, engines and services; the caller closes them.
    Session open(SessionOptions options);

    /// The same with a journal and a history of its own, so that nothing of a measurement is ever offered to the user.
    ///
    /// @param state folder for them, made when missing
    Session openApart(SessionOptions options, Path state);

    /// Every recipe there is, built in and the user's own.
    RecipeStore recipes();

    /// The thumbnails that are kept between runs.
    ThumbnailCache thumbnails();

    /// The folder of the sample photos, when it came with the program.
    Optional<Path> samples();

    /// Runs this program again in a fresh process with the same terminal, and waits for it.
    ///
    /// @return its exit code
    int runAgain(List<String> words);

    /// @param workers empty: one a processor
    /// @param memoryBudgetBytes empty: a share of this process's memory
    /// @param engine name of the only engine to use; empty: the best one for each photo
    /// @param maxMegapixels of a photo; empty: the usual limit
    /// @param recoverDamaged whether of a damaged photo what can be read is exported, instead of nothing
    record SessionOptions(
            Optional<Integer> workers,
            Optional<Long> memoryBudgetBytes,
            Optional<String> engine,
            Optional<Integer> maxMegapixels,
            boolean recoverDamaged) {

        public static final SessionOptions STANDARD =
                new SessionOptions(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);
    }
}
