package offprint.recipe;

/// A variant as the user left it, right or wrong.
///
/// @param name unique within the recipe, if it is right
/// @param size how large
/// @param encoding which format, and how
/// @param file the template of the file name
public record VariantDraft(String name, SizeDraft size, EncodingDraft encoding, String file) {

    public VariantDraft withName(String text) {
        return new VariantDraft(text, size, encoding, file);
    }

    public VariantDraft withSize(SizeDraft other) {
        return new VariantDraft(name, other, encoding, file);
    }

    public VariantDraft withEncoding(EncodingDraft other) {
        return new VariantDraft(name, size, other, file);
    }

    public VariantDraft withFile(String text) {
        return new VariantDraft(name, size, encoding, text);
    }
}
