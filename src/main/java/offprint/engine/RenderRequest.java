package offprint.engine;

import java.nio.file.Path;
import java.util.List;
import offprint.image.SourceInfo;
import offprint.recipe.MetadataPolicy;

/// Everything an engine needs to make the variants of one photo; plain data that could travel to another process.
///
/// @param source the original, opened for reading only
/// @param info what [ImageEngine#probe] said of it
/// @param variants one or more, in any order of size
/// @param metadata what of the source's metadata is written
/// @param limits bounds checked before decoding
public record RenderRequest(
        Path source, SourceInfo info, List<VariantRequest> variants, MetadataPolicy metadata, Limits limits) {

    public RenderRequest {
        variants = List.copyOf(variants);
        if (variants.isEmpty()) {
            throw new IllegalArgumentException("expected at least one variant to render but received none");
        }
    }
}
