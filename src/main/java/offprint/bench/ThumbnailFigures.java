package offprint.bench;

import java.util.List;

/// How soon the thumbnails of dropped photos were there.
///
/// @param photos that were dropped
/// @param onScreen thumbnails of the first screen
/// @param firstScreenMillis from the drop until each of them showed a picture
/// @param sharpScreenMillis from the drop until each of them showed the sharp one
/// @param loaded thumbnails that were fetched, those ahead of the screen among them
/// @param allMillis from the drop until the last of them was there
/// @param steps how late the window was meanwhile, and in what followed
public record ThumbnailFigures(
        int photos,
        int onScreen,
        double firstScreenMillis,
        double sharpScreenMillis,
        int loaded,
        double allMillis,
        List<WindowFigures.Step> steps) {

    public ThumbnailFigures {
        steps = List.copyOf(steps);
    }
}
