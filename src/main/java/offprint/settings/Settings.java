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
/// @param notifications whether the desktop is told when exports are done and the window is not looked at
/// @param library how the photos were ordered
/// @param window how it was left
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
        boolean polite,
        boolean notifications,
        LibraryView library,
        WindowPlace window) {

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
            false,
            true,
            LibraryView.INITIAL,
            WindowPlace.INITIAL);

    public Settings withTheme(Theme chosen) {
        return with(chosen, recipeName, destination, library, window);
    }

    public Settings withRecipe(String name) {
        return with(theme, Optional.of(name), destination, library, window);
    }

    public Settings withDestination(Path folder) {
        return with(theme, recipeName, Optional.of(folder), library, window);
    }

    public Settings withWindow(WindowPlace place) {
        return with(theme, recipeName, destination, library, place);
    }

    public Settings withLibrary(LibraryView view) {
        return with(theme, recipeName, destination, view, window);
    }

    private Settings with(
            Theme look, Optional<String> recipe, Optional<Path> folder, LibraryView view, WindowPlace place) {
        return new Settings(
                look,
                language,
                recipe,
                folder,
                thumbnailPx,
                workers,
                memoryBudgetBytes,
                maxMegapixels,
                recoverDamaged,
                polite,
                notifications,
                view,
                place);
    }

    /// The window's colours.
    public enum Theme {
        SYSTEM,
        LIGHT,
        DARK
    }
}
