package offprint.preview;

import java.util.List;
import offprint.engine.View;
import offprint.image.PixelSize;
import offprint.library.Photo;
import offprint.recipe.Encoding;
import offprint.recipe.Recipe;
import offprint.recipe.Variant;

/// A variant of a photo to look at.
///
/// @param photo which
/// @param recipe that makes it
/// @param variant index into the recipe's variants
/// @param encoding in the place of the variant's own, which it may differ from in its quality
/// @param view what of the variant is looked at, at its own size
/// @param wanted what is not on the screen yet
public record PreviewRequest(Photo photo, Recipe recipe, int variant, Encoding encoding, View view, Wanted wanted) {

    public PreviewRequest {
        if (variant < 0 || variant >= recipe.variants().size()) {
            throw new IllegalArgumentException(
                    "expected a variant below " + recipe.variants().size() + " but received " + variant);
        }
    }

    /// What has changed since the request before.
    public enum Wanted {
        /// The picture without loss, then the encoded one.
        BEFORE_AND_AFTER,
        /// Only the encoded one: the quality was changed.
        AFTER
    }

    /// The same, for a screen that has the picture before the encoder already.
    public PreviewRequest onlyAfter() {
        return new PreviewRequest(photo, recipe, variant, encoding, view, Wanted.AFTER);
    }

    List<Variant> variants() {
        return recipe.variants();
    }

    /// @param source upright size of the photo
    PixelSize sizeFor(PixelSize source) {
        return variants().get(variant).sizing().sizeFor(source);
    }
}
