package offprint.engine;

import java.nio.file.Path;
import offprint.image.PixelSize;
import offprint.recipe.Encoding;

/// One output of a render.
///
/// @param name the variant's name, for reports
/// @param size exact size of the output, upright
/// @param encoding format and its choices
/// @param partialFile where to write: a file of the caller's, never the final target
public record VariantRequest(String name, PixelSize size, Encoding encoding, Path partialFile) {}
