package offprint.image;

import java.time.LocalDateTime;
import java.util.Optional;

/// What the header of a picture file says, read without decoding a pixel.
///
/// @param format what the file really is, by its content
/// @param storedSize the raster as stored, before the orientation is applied
/// @param orientation how the stored pixels must be turned
/// @param bands samples a pixel (1 grey, 3 colour, 4 colour and alpha or CMYK)
/// @param bitsPerSample 1, 8, 16 or 32
/// @param hasAlpha whether a transparency channel is stored
/// @param frames pictures in the file; only the first is exported
/// @param profileName the embedded colour profile's description, if one is embedded
/// @param hasGps whether a position is stored in the metadata
/// @param capturedAt the camera's clock when the picture was taken; it has no zone
/// @param camera maker and model, trimmed
public record SourceInfo(
        ImageFormat format,
        PixelSize storedSize,
        Orientation orientation,
        int bands,
        int bitsPerSample,
        boolean hasAlpha,
        int frames,
        Optional<String> profileName,
        boolean hasGps,
        Optional<LocalDateTime> capturedAt,
        Optional<String> camera) {

    /// Whether the picture is the JPEG that a camera embedded in its RAW file: then size, bands and depth are that
    /// JPEG's,
    /// and what the sensor saw is more.
    public boolean isEmbeddedPreview() {
        return format == ImageFormat.RAW;
    }

    /// The size a viewer shows: upright.
    public PixelSize displaySize() {
        return orientation.upright(storedSize);
    }

    /// Bytes that the decoded raster of one frame takes; saturates instead of overflowing.
    public long decodedBytes() {
        long bytesPerPixel = Math.max(1L, (long) bands * Math.max(8, bitsPerSample) / 8);
        long high = Math.multiplyHigh(storedSize.pixels(), bytesPerPixel);
        long low = storedSize.pixels() * bytesPerPixel;
        return high != 0 || low < 0 ? Long.MAX_VALUE : low;
    }
}
