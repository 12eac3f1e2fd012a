package offprint.bench;

import offprint.image.PixelSize;

/// How soon a moved slider shows, for one variant of a 24 MP photo.
///
/// @param engine that encodes
/// @param variant its name
/// @param size of the variant
/// @param moves of the slider, each after the one before it was answered
/// @param coldMillis from choosing the photo to its first encoded picture, once
/// @param firstPictureMillis from a move to the first picture of it, an estimate or the exact one
/// @param exactMillis from a move to the exact picture, of those moves where it came within the time it is waited for
/// @param exact how many those were
/// @param shown pictures that came during twenty moves in a second
/// @param behind the most renders that were under way after one of these moves
public record PreviewFigures(
        String engine,
        String variant,
        PixelSize size,
        int moves,
        double coldMillis,
        Spread firstPictureMillis,
        Spread exactMillis,
        int exact,
        int shown,
        int behind) {}
