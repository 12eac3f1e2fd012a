package offprint.recipe;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import offprint.image.ImageFormat;

/// A recipe that is being written: every field as the user left it, right or wrong. What is wrong is told by the same
/// reader, with the same paths and messages, that reads recipes' files. Immutable; any thread may use it.
///
/// @param name of the recipe
/// @param variants in their order
/// @param keep groups of metadata that are written
/// @param onConflict what to do where a file exists
public record RecipeDraft(
        String name, List<VariantDraft> variants, Set<MetadataPolicy.Group> keep, OnConflict onConflict) {

    public RecipeDraft {
        variants = List.copyOf(variants);
        keep = Set.copyOf(keep);
    }

    public static RecipeDraft of(Recipe recipe) {
        return new RecipeDraft(
                recipe.name(),
                recipe.variants().stream()
                        .map(variant -> DraftJson.variant(RecipeWriter.node(variant)))
                        .toList(),
                recipe.metadata().keep(),
                recipe.onConflict());
    }

    /// A new recipe of one ordinary variant.
    ///
    /// @param variantName of the variant
    public static RecipeDraft fresh(String name, String variantName) {
        return new RecipeDraft(
                name, List.of(usualVariant(variantName)), MetadataPolicy.STRIP.keep(), OnConflict.RENAME);
    }

    private static VariantDraft usualVariant(String name) {
        return new VariantDraft(
                name,
                new SizeDraft(SizeDraft.Kind.LONG_EDGE, "2048", "", false),
                EncodingDraft.usual(ImageFormat.JPEG),
                NamingTemplate.STANDARD.text());
    }

    /// The recipe, or everything that is wrong with the draft.
    public RecipeResult check() {
        return RecipeReader.read(DraftJson.node(this));
    }

    /// The same, beside other recipes.
    ///
    /// @param others names that other recipes of the user have
    public RecipeResult check(Collection<String> others) {
        var result = check();
        var taken = others.stream().anyMatch(other -> RecipeNames.fold(other).equals(RecipeNames.fold(name)));
        if (!taken) {
            return result;
        }
        var problems = new ArrayList<RecipeProblem>();
        problems.add(new RecipeProblem("name", RecipeFault.of(RecipeFault.Kind.NAME_TAKEN, Shown.text(name))));
        if (result instanceof RecipeResult.Invalid invalid) {
            problems.addAll(invalid.problems());
        }
        return new RecipeResult.Invalid(problems);
    }

    /// One variant alone, whatever is wrong with the rest; empty when something is wrong with it.
    public Optional<Variant> variant(int index) {
        var alone = new RecipeDraft("alone", List.of(variants.get(index)), keep, onConflict);
        return alone.check() instanceof RecipeResult.Valid valid
                ? Optional.of(valid.recipe().variants().getFirst())
                : Optional.empty();
    }

    /// The path of a variant's field in problems: `variants[1].size`.
    public static String path(int variant, String field) {
        return "variants[" + variant + "]." + field;
    }

    /// The first of `wanted`, `wanted 2`, `wanted 3` … that is none of the taken names; case does not count.
    public static String freeName(String wanted, Collection<String> taken) {
        var folded = taken.stream().map(RecipeNames::fold).toList();
        var name = wanted;
        for (int i = 2; folded.contains(RecipeNames.fold(name)); i++) {
            name = wanted + " " + i;
        }
        return name;
    }

    public RecipeDraft withName(String text) {
        return new RecipeDraft(text, variants, keep, onConflict);
    }

    public RecipeDraft withOnConflict(OnConflict policy) {
        return new RecipeDraft(name, variants, keep, policy);
    }

    public RecipeDraft withGroup(MetadataPolicy.Group group, boolean kept) {
        Set<MetadataPolicy.Group> groups = EnumSet.noneOf(MetadataPolicy.Group.class);
        groups.addAll(keep);
        if (kept) {
            groups.add(group);
        } else {
            groups.remove(group);
        }
        return new RecipeDraft(name, variants, groups, onConflict);
    }

    public RecipeDraft withVariant(int index, UnaryOperator<VariantDraft> change) {
        return changed(list -> list.set(index, change.apply(list.get(index))));
    }

    /// With an ordinary variant behind the one at `index`.
    ///
    /// @param wanted its name, numbered where it is taken
    public RecipeDraft withNewVariant(int index, String wanted) {
        return changed(list -> list.add(index + 1, usualVariant(freeName(wanted, variantNames()))));
    }

    /// With a copy of a variant behind it, under a name of its own.
    public RecipeDraft withCopyOf(int index) {
        var copy = variants.get(index);
        return changed(list -> list.add(index + 1, copy.withName(freeName(copy.name(), variantNames()))));
    }

    /// Without a variant; the last one stays, since a recipe has one at least.
    public RecipeDraft without(int index) {
        return variants.size() == 1
                ? this
                : changed(list -> list.subList(index, index + 1).clear());
    }

    /// With a variant in another place of the list; places beyond its ends are its ends.
    public RecipeDraft withMoved(int from, int to) {
        return changed(list -> list.add(Math.clamp(to, 0, list.size() - 1), list.remove(from)));
    }

    private List<String> variantNames() {
        return variants.stream().map(VariantDraft::name).toList();
    }

    private RecipeDraft changed(Consumer<List<VariantDraft>> change) {
        var list = new ArrayList<>(variants);
        change.accept(list);
        return new RecipeDraft(name, list, keep, onConflict);
    }
}
