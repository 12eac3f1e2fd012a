package offprint.recipe;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import offprint.image.ImageFormat;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Drafts as the JSON tree that a recipe's file would have, and back. A text that is a number becomes one; any other
/// stays a text, which the reader then refuses with its own words.
final class DraftJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,15})?");

    private DraftJson() {}

    static ObjectNode node(RecipeDraft draft) {
        var variants = NODES.arrayNode();
        draft.variants().forEach(variant -> variants.add(node(variant)));
        var node = NODES.objectNode();
        node.put("offprintRecipe", RecipeJson.FORM);
        node.put("name", draft.name());
        node.set("variants", variants);
        node.set("metadata", RecipeWriter.node(new MetadataPolicy(draft.keep())));
        node.put("onConflict", RecipeWords.of(RecipeWords.ON_CONFLICT, draft.onConflict()));
        return node;
    }

    private static ObjectNode node(VariantDraft draft) {
        var encoding = NODES.objectNode();
        encoding.put("format", draft.encoding().format().id());
        draft.encoding().choices().forEach((name, text) -> encoding.set(name, value(text)));
        var node = NODES.objectNode();
        node.put("name", draft.name());
        node.set("size", node(draft.size()));
        node.set("encoding", encoding);
        node.put("file", draft.file());
        return node;
    }

    private static JsonNode node(SizeDraft draft) {
        var word = draft.kind().word();
        if (draft.kind() == SizeDraft.Kind.ORIGINAL) {
            return NODES.stringNode(word);
        }
        var node = NODES.objectNode();
        node.set(
                word,
                draft.kind() == SizeDraft.Kind.WITHIN
                        ? NODES.arrayNode().add(value(draft.amount())).add(value(draft.second()))
                        : value(draft.amount()));
        if (draft.enlarge()) {
            node.put("enlarge", true);
        }
        return node;
    }

    private static JsonNode value(String raw) {
        var text = raw.strip();
        if (text.equals("true") || text.equals("false")) {
            return NODES.booleanNode(text.equals("true"));
        }
        if (!NUMBER.matcher(text).matches()) {
            return NODES.stringNode(raw);
        }
        var number = new BigDecimal(text);
        return text.indexOf('.') < 0 ? NODES.numberNode(number.toBigIntegerExact()) : NODES.numberNode(number);
    }

    static VariantDraft variant(JsonNode node) {
        return new VariantDraft(
                text(node, "name"), size(node.path("size")), encoding(node.path("encoding")), text(node, "file"));
    }

    private static SizeDraft size(JsonNode node) {
        var kind = Arrays.stream(SizeDraft.Kind.values())
                .filter(candidate -> node.has(candidate.word()))
                .findFirst()
                .orElse(SizeDraft.Kind.ORIGINAL);
        var amount = node.path(kind.word());
        boolean enlarge = node.has("enlarge");
        return amount.isArray()
                ? new SizeDraft(kind, amount.path(0).asString(), amount.path(1).asString(), enlarge)
                : new SizeDraft(kind, kind == SizeDraft.Kind.ORIGINAL ? "" : amount.asString(), "", enlarge);
    }

    /// The choices of an encoding's node, which has a format that is written.
    static EncodingDraft encoding(JsonNode node) {
        Map<String, String> choices = new LinkedHashMap<>();
        for (var property : node.properties()) {
            choices.put(property.getKey(), property.getValue().asString());
        }
        choices.remove("format");
        return new EncodingDraft(ImageFormat.byId(text(node, "format")).orElseThrow(), choices);
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString();
    }
}
