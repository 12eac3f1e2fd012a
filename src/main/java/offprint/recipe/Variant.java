package offprint.recipe;

/// One output of a recipe.
///
/// @param name unique within the recipe; usable in file names as `{variant}`
/// @param sizing how large
/// @param encoding which format, and how
/// @param file the template of the output's path below the destination, without the extension
public record Variant(String name, Sizing sizing, Encoding encoding, NamingTemplate file) {

    public Variant {
        if (name.isBlank()) {
            throw new IllegalArgumentException("expected a name for the variant but received an empty one");
        }
    }

    public Variant withEncoding(Encoding other) {
        return new Variant(name, sizing, other, file);
    }
}
