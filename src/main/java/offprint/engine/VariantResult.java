package offprint.engine;

import offprint.image.PixelSize;

/// How one variant of a render ended.
public sealed interface VariantResult {

    /// The partial file is complete.
    record Rendered(PixelSize size, long bytes) implements VariantResult {}

    record VariantFailed(EngineFailure failure) implements VariantResult {}

    record VariantCancelled() implements VariantResult {}
}
