package offprint.recipe;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/// What to make of every photo of a batch: several variants, what metadata leaves, and what to do where a file exists.
///
/// @param name what the photographer calls it; not blank
/// @param variants one or more, with names that differ (case does not count)
/// @param metadata what of the source's metadata is written
/// @param onConflict what to do when a target exists already
public record Recipe(String name, List<Variant> variants, MetadataPolicy metadata, OnConflict onConflict) {

    public Recipe {
        if (name.isBlank()) {
            throw new IllegalArgumentException("expected a name for the recipe but received an empty one");
        }
        variants = List.copyOf(variants);
        if (variants.isEmpty()) {
            throw new IllegalArgumentException("expected at least one variant but received none");
        }
        var seen = new HashSet<String>();
        for (var variant : variants) {
            if (!seen.add(variant.name().toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException(
                        "expected variants of different names but received \"" + variant.name() + "\" twice");
            }
        }
    }

    public Recipe withName(String other) {
        return new Recipe(other, variants, metadata, onConflict);
    }

    /// @param variant index of the variant that gets it
    public Recipe withEncoding(int variant, Encoding encoding) {
        var changed = new ArrayList<>(variants);
        changed.set(variant, variants.get(variant).withEncoding(encoding));
        return new Recipe(name, changed, metadata, onConflict);
    }

    public Recipe withOnConflict(OnConflict policy) {
        return new Recipe(name, variants, metadata, policy);
    }
}
