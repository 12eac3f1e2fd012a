package offprint.engine;

/// Bounds checked against the header's claims before anything is allocated.
///
/// @param maxPixels columns × rows × frames decoded
/// @param maxBytes estimated peak memory of one photo
public record Limits(long maxPixels, long maxBytes) {

    /// 0x3FFF² pixels, the default of the sharp library, and 4 GiB.
    public static final Limits STANDARD = new Limits(0x3FFFL * 0x3FFFL, 4L << 30);
}
