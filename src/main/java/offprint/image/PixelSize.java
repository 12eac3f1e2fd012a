package offprint.image;

/// The size of a raster: columns by rows, both at least one.
///
/// @param widthPx columns, 1 or more
/// @param heightPx rows, 1 or more
public record PixelSize(int widthPx, int heightPx) {

    public PixelSize {
        if (widthPx < 1 || heightPx < 1) {
            throw new IllegalArgumentException(
                    "expected a size of at least 1 × 1 px but received " + widthPx + " × " + heightPx);
        }
    }

    /// The longer side, in pixels.
    public int longEdgePx() {
        return Math.max(widthPx, heightPx);
    }

    /// The shorter side, in pixels.
    public int shortEdgePx() {
        return Math.min(widthPx, heightPx);
    }

    /// Columns × rows; never overflows, since both are `int`.
    public long pixels() {
        return (long) widthPx * heightPx;
    }

    /// The same raster turned by a quarter.
    public PixelSize transposed() {
        return new PixelSize(heightPx, widthPx);
    }

    /// Whether both sides are at least as long as those of `other`.
    public boolean covers(PixelSize other) {
        return widthPx >= other.widthPx && heightPx >= other.heightPx;
    }

    @Override
    public String toString() {
        return widthPx + " × " + heightPx;
    }
}
