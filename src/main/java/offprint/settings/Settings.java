package offprint.settings;

import java.nio.file.Path;
import java.util.Optional;

/// What the program remembers for its user.
///
/// @param theme dark or light, or as the system says
/// @param language of the window, a BCP 47 tag such as `de` or `zh-CN`; empty: the system's
/// @param recipeName the recipe chosen last
/// @param destination the folder chosen last
/// @param thumbnailPx side of a thumbnail in the grid
/// @param workers workers for exports; empty: one a processor
/// @param memoryBudgetBytes for running tasks; empty: a share of this machine's
/// @param maxMegapixels of a photo, lest a hostile file take all memory; empty: the usual limit
/// @param recoverDamaged whether of a damaged photo what can be read is exported, instead of nothing
/// @param polite whether exports take half of the workers and rest on battery
public record Settings(
        Theme theme,
        Optional<String> language,
        Optional<String> recipeName,
        Optional<Path> destination,
        int thumbnailPx,
        Optional<Integer> workers,
        Optional<Long> memoryBudgetBytes,
        Optional<Integer> maxMegapixels,
        boolean recoverDamaged,
        boolean polite) {

    public static final Settings INITIAL = new Settings(
            Theme.SYSTEM,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            160,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            false);

    /// The window's colours.
    public enum Theme {
        SYSTEM,
        LIGHT,
        DARK
    }
}
