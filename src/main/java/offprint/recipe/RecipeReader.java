package offprint.recipe;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import offprint.image.ImageFormat;
import offprint.image.PixelSize;
import offprint.recipe.RecipeFault.Kind;
import tools.jackson.databind.JsonNode;

/// Turns the JSON tree of a recipe into a [Recipe], or into the list of everything that is wrong with it.
final class RecipeReader {

    private static final int MAX_NAME = 120;
    private static final int MAX_VARIANTS = 64;

    private static final List<String> SIZES = SizeDraft.measures();

    private final List<RecipeProblem> problems = new ArrayList<>();

    private RecipeReader() {}

    static RecipeResult read(JsonNode root) {
        return new RecipeReader().readRoot(root);
    }

    private RecipeResult readRoot(JsonNode root) {
        if (!root.isObject()) {
            var received = root.isMissingNode() ? "nothing" : Shown.value(root);
            return new RecipeResult.Invalid(List.of(new RecipeProblem("", RecipeFault.of(Kind.NO_OBJECT, received))));
        }
        var fields = new JsonFields(root, "", problems);
        if (isNewer(fields)) {
            return new RecipeResult.Invalid(problems);
        }
        fields.allowOnly(List.of("offprintRecipe", "name", "variants", "metadata", "onConflict"));
        var name = fields.requiredText("name", MAX_NAME);
        var variants = readVariants(fields);
        var metadata = readMetadata(fields);
        var onConflict = fields.choice("onConflict", RecipeWords.ON_CONFLICT, OnConflict.RENAME);
        if (!problems.isEmpty() || name.isEmpty()) {
            return new RecipeResult.Invalid(problems);
        }
        return new RecipeResult.Valid(new Recipe(name.get(), variants, metadata, onConflict));
    }

    /// A later form may mean anything by its fields, so that nothing else is worth saying about it.
    private boolean isNewer(JsonFields fields) {
        var form = fields.required("offprintRecipe", "the number " + RecipeJson.FORM);
        if (form.isEmpty()) {
            return false;
        }
        var number = form.get();
        if (number.isIntegralNumber() && number.doubleValue() > RecipeJson.FORM) {
            fields.problem("offprintRecipe", Kind.NEWER, Shown.value(number), RecipeJson.FORM);
            return true;
        }
        if (!number.isIntegralNumber() || !number.canConvertToInt() || number.intValue() != RecipeJson.FORM) {
            fields.unexpected("offprintRecipe", Kind.FORM, RecipeJson.FORM);
        }
        return false;
    }

    private List<Variant> readVariants(JsonFields fields) {
        var list = fields.required("variants", "a list of variants");
        if (list.isEmpty()) {
            return List.of();
        }
        var nodes = list.get();
        if (!nodes.isArray() || nodes.isEmpty()) {
            fields.unexpected("variants", Kind.NO_VARIANTS);
            return List.of();
        }
        if (nodes.size() > MAX_VARIANTS) {
            fields.problem("variants", Kind.TOO_MANY_VARIANTS, MAX_VARIANTS, nodes.size());
            return List.of();
        }
        var variants = new ArrayList<Variant>();
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < nodes.size(); i++) {
            readVariant(nodes.get(i), i, seen).ifPresent(variants::add);
        }
        return variants;
    }

    private Optional<Variant> readVariant(JsonNode node, int index, Map<String, Integer> seen) {
        var path = "variants[" + index + "]";
        if (!node.isObject()) {
            problems.add(new RecipeProblem(path, RecipeFault.of(Kind.NO_OBJECT, Shown.value(node))));
            return Optional.empty();
        }
        var fields = new JsonFields(node, path, problems);
        fields.allowOnly(List.of("name", "size", "encoding", "file"));
        var name = fields.requiredText("name", MAX_NAME);
        name.ifPresent(text -> {
            var first = seen.putIfAbsent(RecipeNames.fold(text), index);
            if (first != null) {
                fields.problem("name", Kind.NAME_TWICE, Shown.text(text), "variants[" + first + "]");
            }
        });
        var size = readSize(fields);
        var encoding = fields.requiredObject("encoding").flatMap(RecipeReader::readEncoding);
        var file = readFile(fields);
        if (name.isEmpty() || size.isEmpty() || encoding.isEmpty() || file.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Variant(name.get(), size.get(), encoding.get(), file.get()));
    }

    private static Optional<NamingTemplate> readFile(JsonFields fields) {
        var node = fields.optional("file");
        if (node.isEmpty()) {
            return Optional.of(NamingTemplate.STANDARD);
        }
        if (!node.get().isString()) {
            fields.unexpected("file", Kind.TEMPLATE);
            return Optional.empty();
        }
        var text = node.get().stringValue();
        var faults = NamingTemplate.faultsOf(text);
        faults.forEach(fault -> fields.problem("file", fault));
        return faults.isEmpty() ? Optional.of(new NamingTemplate(text)) : Optional.empty();
    }

    private Optional<Sizing> readSize(JsonFields variant) {
        var node = variant.required("size", "an object such as {\"longEdge\": 2560} or \"original\"");
        if (node.isEmpty()) {
            return Optional.empty();
        }
        if (node.get().isString() && node.get().stringValue().equals("original")) {
            return Optional.of(new Sizing.Original());
        }
        if (!node.get().isObject()) {
            variant.unexpected("size", Kind.SIZE);
            return Optional.empty();
        }
        var fields = new JsonFields(node.get(), variant.pathOf("size"), problems);
        var known = new ArrayList<>(SIZES);
        known.add("enlarge");
        fields.allowOnly(known);
        var enlargement = fields.flag("enlarge", false) ? Sizing.Enlargement.ALLOWED : Sizing.Enlargement.NEVER;
        var given =
                SIZES.stream().filter(size -> fields.optional(size).isPresent()).toList();
        if (given.size() != 1) {
            fields.problemHere(
                    Kind.ONE_SIZE,
                    String.join(", ", SIZES),
                    given.isEmpty() ? "none" : String.join(" and ", given),
                    given.isEmpty() ? "–" : String.join(", ", given));
            return Optional.empty();
        }
        return Optional.of(sizing(fields, given.getFirst(), enlargement));
    }

    private static Sizing sizing(JsonFields fields, String kind, Sizing.Enlargement enlargement) {
        return switch (kind) {
            case "longEdge" -> new Sizing.LongEdge(side(fields, kind), enlargement);
            case "shortEdge" -> new Sizing.ShortEdge(side(fields, kind), enlargement);
            case "width" -> new Sizing.Width(side(fields, kind), enlargement);
            case "height" -> new Sizing.Height(side(fields, kind), enlargement);
            case "within" -> new Sizing.Within(box(fields), enlargement);
            case "megapixels" -> new Sizing.Megapixels(fields.positiveNumber(kind, Sizing.MAX_AMOUNT, 1), enlargement);
            default -> new Sizing.Percent(fields.positiveNumber(kind, Sizing.MAX_AMOUNT, 100), enlargement);
        };
    }

    private static int side(JsonFields fields, String kind) {
        return fields.wholeNumber(kind, 1, Sizing.MAX_SIDE_PX, 1);
    }

    private static PixelSize box(JsonFields fields) {
        var node = fields.optional("within").orElseThrow();
        if (node.isArray() && node.size() == 2 && isSide(node.get(0)) && isSide(node.get(1))) {
            return new PixelSize(node.get(0).intValue(), node.get(1).intValue());
        }
        fields.unexpected("within", Kind.BOX, Sizing.MAX_SIDE_PX);
        return new PixelSize(1, 1);
    }

    private static boolean isSide(JsonNode node) {
        return node.isIntegralNumber()
                && node.canConvertToInt()
                && node.intValue() >= 1
                && node.intValue() <= Sizing.MAX_SIDE_PX;
    }

    private static Optional<Encoding> readEncoding(JsonFields fields) {
        var formats = List.of("jpeg", "webp", "avif", "png", "tiff");
        var known = String.join(", ", formats);
        var format = fields.required("format", "one of " + known);
        if (format.isEmpty()) {
            return Optional.empty();
        }
        var named =
                format.get().isString() ? ImageFormat.byId(format.get().stringValue()) : Optional.<ImageFormat>empty();
        var encoding = named.flatMap(id -> EncodingReader.read(id, fields));
        if (encoding.isEmpty()) {
            fields.unexpected("format", Kind.ONE_OF, known);
        }
        return encoding;
    }

    private MetadataPolicy readMetadata(JsonFields fields) {
        if (fields.optional("metadata").isEmpty()) {
            return MetadataPolicy.STRIP;
        }
        return fields.requiredObject("metadata").map(this::readKeep).orElse(MetadataPolicy.STRIP);
    }

    private MetadataPolicy readKeep(JsonFields metadata) {
        metadata.allowOnly(List.of("keep"));
        var words = String.join(", ", RecipeWords.GROUPS.keySet());
        var list = metadata.required("keep", "a list of " + words);
        if (list.isEmpty()) {
            return MetadataPolicy.STRIP;
        }
        if (!list.get().isArray()) {
            metadata.unexpected("keep", Kind.GROUPS, words);
            return MetadataPolicy.STRIP;
        }
        Set<MetadataPolicy.Group> keep = EnumSet.noneOf(MetadataPolicy.Group.class);
        for (int i = 0; i < list.get().size(); i++) {
            var node = list.get().get(i);
            var path = "metadata.keep[" + i + "]";
            var group = node.isString() ? RecipeWords.GROUPS.get(node.stringValue()) : null;
            if (group == null) {
                problems.add(new RecipeProblem(path, RecipeFault.of(Kind.ONE_OF, words, Shown.value(node))));
            } else if (!keep.add(group)) {
                problems.add(new RecipeProblem(path, RecipeFault.of(Kind.GROUP_TWICE, Shown.value(node))));
            }
        }
        return new MetadataPolicy(keep);
    }
}
