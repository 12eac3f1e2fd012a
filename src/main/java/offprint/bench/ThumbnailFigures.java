package offprint.bench;

/// How soon the thumbnails of dropped photos were there.
///
/// @param photos that were dropped
/// @param onScreen thumbnails of the first screen
/// @param firstScreenMillis from the drop until each of them showed a picture
/// @param sharpScreenMillis from the drop until each of them showed the sharp one
/// @param loaded thumbnails that were fetched, those ahead of the screen among them
/// @param allMillis from the drop until the last of them was there
/// @param loadingGapMillis between one pulse and the next meanwhile
/// @param scrollingGapMillis between one pulse and the next while all photos were scrolled through
public record ThumbnailFigures(
        int photos,
        int onScreen,
        double firstScreenMillis,
        double sharpScreenMillis,
        int loaded,
        double allMillis,
        Spread loadingGapMillis,
        Spread scrollingGapMillis) {}
