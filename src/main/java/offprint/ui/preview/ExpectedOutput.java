package offprint.ui.preview;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import offprint.engine.EngineResult;
import offprint.image.ImageFormat;
import offprint.image.PixelSize;
import offprint.image.SourceInfo;
import offprint.library.Photo;
import offprint.recipe.Recipe;
import offprint.recipe.Variant;
import offprint.ui.Texts;

/// One file that a recipe would make of a photo.
///
/// @param variant its name
/// @param description format and size in pixels
/// @param reason why it can't be written here, if so
record ExpectedOutput(String variant, String description, Optional<String> reason) {

    static List<ExpectedOutput> of(Photo photo, Recipe recipe, Set<ImageFormat> writable) {
        Optional<PixelSize> source = switch (photo.info()) {
            case EngineResult.Done<SourceInfo> done -> Optional.of(done.value().displaySize());
            case EngineResult.Failed<SourceInfo> ignored -> Optional.empty();
        };
        return recipe.variants().stream()
                .map(variant -> of(variant, source, writable))
                .toList();
    }

    private static ExpectedOutput of(Variant variant, Optional<PixelSize> source, Set<ImageFormat> writable) {
        var format = variant.encoding().format();
        var size = source.map(variant.sizing()::sizeFor);
        var text =
                size.map(px -> Texts.get("preview.output", format.label(), px)).orElse(format.label());
        if (!writable.contains(format)) {
            return new ExpectedOutput(
                    variant.name(), text, Optional.of(Texts.get("preview.notWritable", format.label())));
        }
        var tooLong = size.filter(px -> px.longEdgePx() > format.maxSidePx())
                .map(ignored -> Texts.get("preview.tooLong", format.label(), Texts.count(format.maxSidePx())));
        return new ExpectedOutput(variant.name(), text, tooLong);
    }
}
