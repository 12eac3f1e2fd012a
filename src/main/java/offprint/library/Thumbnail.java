package offprint.library;

import offprint.image.Pixels;

/// A thumbnail, owned and closed by whoever is given it.
///
/// @param pixels upright, sRGB, at most as large as the box that was asked for
/// @param sharpness whether a better one may follow
public record Thumbnail(Pixels pixels, Sharpness sharpness) {

    /// How good a thumbnail is.
    public enum Sharpness {
        /// The camera's own small picture, at once.
        EMBEDDED,
        /// Made of the photo itself; nothing better follows.
        SHARP
    }
}
