package offprint.engine;

/// Bounds checked against the header's claims before anything is allocated.
///
/// @param maxPixels columns × rows × frames decoded
/// @param maxBytes estimated peak memory of one photo
public record Limits(long maxPixels, long maxBytes) {

    /// 0x3FFF² pixels, the default of the sharp library, and 4 GiB.
    public static final Limits STANDARD = new Limits(0x3FFFL * 0x3FFFL, 4L << 30);

    /// The same with another bound for pixels, and as many times as much memory.
    ///
    /// @param megapixels 1 or more
    public Limits withMegapixels(int megapixels) {
        long pixels = megapixels * 1_000_000L;
        return new Limits(pixels, Math.max(maxBytes, Math.round((double) maxBytes / maxPixels * pixels)));
    }
}
