package offprint.engine;

/// Hears of a render's progress; must return at once and must not throw.
///
/// Different variants may be told of on different threads at the same time, as soon as the photo is decoded: never two
/// things at once of the same variant, and of each in the order resizing, encoding, finished. What is told of the photo
/// itself comes before all that, one at a time.
public interface RenderListener {

    /// Hears nothing.
    RenderListener SILENT = new RenderListener() {};

    /// The one decode of the photo begins.
    default void decoding() {}

    /// @param fraction 0–1, of the decode
    default void decodeProgress(double fraction) {}

    /// @param variant index into the request's variants
    default void resizing(int variant) {}

    /// @param variant index into the request's variants
    default void encoding(int variant) {}

    /// @param variant index into the request's variants
    /// @param fraction 0–1, of the encode
    default void encodeProgress(int variant, double fraction) {}

    /// The variant's partial file is complete, failed or was cancelled; nothing more is told of it.
    ///
    /// @param variant index into the request's variants
    default void finished(int variant, VariantResult result) {}
}
