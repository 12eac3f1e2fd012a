package offprint.engine;

import java.util.List;
import offprint.cancel.CancellationToken;

/// The tokens of one render: the photo's, and one for each variant that can be cancelled alone.
///
/// @param photo cancels everything
/// @param variants one for each variant of the request, in its order, each linked to the photo's by whoever made it
public record RenderCancellation(CancellationToken photo, List<CancellationToken> variants) {

    public RenderCancellation {
        variants = List.copyOf(variants);
    }

    /// One token for all of `variantCount` variants.
    public static RenderCancellation of(CancellationToken photo, int variantCount) {
        return new RenderCancellation(photo, java.util.Collections.nCopies(variantCount, photo));
    }
}
