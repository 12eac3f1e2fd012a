package offprint.engine.header;

import java.util.Optional;
import offprint.image.PixelSize;

/// Finds the picture inside of a thumbnail that a camera embedded: many have dark bars to fill another shape.
///
/// @param left columns to leave out
/// @param top rows to leave out
/// @param size of what remains
public record ThumbnailCrop(int left, int top, PixelSize size) {

    /// A thumbnail of another shape than its photo shows another crop, or an older state.
    private static final double MAX_ASPECT_DIFFERENCE = 0.02;

    /// Brightest that a bar may be, of 255.
    private static final int BAR_BRIGHTNESS = 32;

    /// Asks a pixel of the thumbnail.
    @FunctionalInterface
    public interface Raster {

        /// Red, green and blue as in `0xRRGGBB`; what stands above them is not looked at.
        int rgb(int x, int y);
    }

    /// Nothing when the thumbnail shows another shape than the photo, even without its bars.
    ///
    /// @param photo size of the photo, turned as the thumbnail is
    public static Optional<ThumbnailCrop> of(PixelSize photo, PixelSize thumbnail, Raster raster) {
        double wanted = photo.widthPx() / (double) photo.heightPx();
        double has = thumbnail.widthPx() / (double) thumbnail.heightPx();
        if (Math.abs(has / wanted - 1) <= MAX_ASPECT_DIFFERENCE) {
            return Optional.of(new ThumbnailCrop(0, 0, thumbnail));
        }
        boolean barsAbove = has < wanted;
        int width = barsAbove ? thumbnail.widthPx() : (int) Math.max(1, Math.round(thumbnail.heightPx() * wanted));
        int height = barsAbove ? (int) Math.max(1, Math.round(thumbnail.widthPx() / wanted)) : thumbnail.heightPx();
        int left = (thumbnail.widthPx() - width) / 2;
        int top = (thumbnail.heightPx() - height) / 2;
        boolean dark = barsAbove
                ? isDark(raster, 0, width, 0, top) && isDark(raster, 0, width, top + height, thumbnail.heightPx())
                : isDark(raster, 0, left, 0, height) && isDark(raster, left + width, thumbnail.widthPx(), 0, height);
        return dark ? Optional.of(new ThumbnailCrop(left, top, new PixelSize(width, height))) : Optional.empty();
    }

    private static boolean isDark(Raster raster, int fromX, int toX, int fromY, int toY) {
        long sum = 0;
        for (int y = fromY; y < toY; y++) {
            for (int x = fromX; x < toX; x++) {
                int colour = raster.rgb(x, y);
                sum += (colour >> 16 & 0xFF) + (colour >> 8 & 0xFF) + (colour & 0xFF);
            }
        }
        return sum <= 3L * BAR_BRIGHTNESS * (toX - fromX) * (toY - fromY);
    }
}
