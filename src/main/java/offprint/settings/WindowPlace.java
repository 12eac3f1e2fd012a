package offprint.settings;

import java.nio.file.Path;
import java.util.Optional;
import offprint.image.PixelSize;

/// How the window was left.
///
/// @param frame where it is while it is not maximised; empty: where the system puts it
/// @param maximised whether it filled its screen
/// @param sideShown whether the preview beside the photos is wanted
/// @param queueHeightPx of the expanded queue; empty: the usual
/// @param chooserFolder where a chooser was left last
public record WindowPlace(
        Optional<Frame> frame,
        boolean maximised,
        boolean sideShown,
        Optional<Integer> queueHeightPx,
        Optional<Path> chooserFolder) {

    public static final WindowPlace INITIAL =
            new WindowPlace(Optional.empty(), false, true, Optional.empty(), Optional.empty());

    /// The outer edges of a window, in the toolkit's pixels, on the plane of all screens.
    ///
    /// @param leftPx may be below 0, left of the first screen
    /// @param topPx may be below 0
    public record Frame(int leftPx, int topPx, PixelSize size) {}
}
