package offprint.engine;

/// Hears of a render's progress; must not throw.
///
/// The photo's own calls come on the worker's thread. Those about a variant may come on a thread of the engine, and for
/// different variants on several at once, but never two at once for one variant, each after the one before it is done.
/// Of each variant it hears resizing, encoding, finished, in that order, after the photo was decoded. All calls return
/// at once but [#finished].
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

    /// The variant's partial file is complete and closed, or it failed or was cancelled; nothing more is told of it.
    /// Told once of every variant that has a result, as soon as it has one.
    ///
    /// May take as long as reading the file back and forcing it to its disk takes: an engine holds no lock meanwhile.
    ///
    /// @param variant index into the request's variants
    default void finished(int variant, VariantResult result) {}
}
