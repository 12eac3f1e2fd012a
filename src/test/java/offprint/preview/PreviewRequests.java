package offprint.preview;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import offprint.engine.EngineResult;
import offprint.engine.View;
import offprint.fixtures.FakeEngine;
import offprint.library.Photo;
import offprint.preview.PreviewRequest.Wanted;
import offprint.recipe.Encoding;
import offprint.recipe.MetadataPolicy;
import offprint.recipe.NamingTemplate;
import offprint.recipe.OnConflict;
import offprint.recipe.Recipe;
import offprint.recipe.Sizing;
import offprint.recipe.Variant;

/// Requests for tests of previews.
final class PreviewRequests {

    static final View FITTED = new View.Fitted(300);

    private PreviewRequests() {}

    /// A 24 MP photo that exists nowhere.
    static Photo photo(String name) {
        return new Photo(
                Path.of(name).toAbsolutePath(),
                Path.of("").toAbsolutePath(),
                4,
                Instant.EPOCH,
                EngineResult.done(FakeEngine.PHOTO));
    }

    static Encoding jpeg(int quality) {
        return new Encoding.Jpeg(quality, false, Encoding.Chroma.SUBSAMPLED_420, false);
    }

    static Recipe recipe(Variant... variants) {
        return new Recipe("Test", List.of(variants), MetadataPolicy.STRIP, OnConflict.RENAME);
    }

    static Variant variant(int longEdgePx, Encoding encoding) {
        return new Variant(
                "v" + longEdgePx,
                new Sizing.LongEdge(longEdgePx, Sizing.Enlargement.NEVER),
                encoding,
                NamingTemplate.STANDARD);
    }

    /// A small JPEG, which is encoded at once.
    static PreviewRequest small(Photo photo, int quality) {
        var recipe = recipe(variant(640, jpeg(80)));
        return new PreviewRequest(photo, recipe, 0, jpeg(quality), FITTED, Wanted.AFTER);
    }

    /// The same, before and after.
    static PreviewRequest both(PreviewRequest request) {
        return new PreviewRequest(
                request.photo(),
                request.recipe(),
                request.variant(),
                request.encoding(),
                request.view(),
                Wanted.BEFORE_AND_AFTER);
    }

    static PreviewRequest seenAs(PreviewRequest request, View view) {
        return new PreviewRequest(
                request.photo(), request.recipe(), request.variant(), request.encoding(), view, request.wanted());
    }
}
