package offprint.recipe;

import java.util.stream.Collectors;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Writes a recipe as people would: a line a variant, a line a setting, every choice spelled out.
final class RecipeWriter {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final ObjectWriter ONE_LINE = JsonMapper.builder()
            .build()
            .writer()
            .with(new DefaultPrettyPrinter(
                            Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER))
                    .withObjectIndenter(DefaultPrettyPrinter.FixedSpaceIndenter.instance())
                    .withArrayIndenter(DefaultPrettyPrinter.NopIndenter.instance()));

    private RecipeWriter() {}

    static String write(Recipe recipe) {
        var variants = recipe.variants().stream()
                .map(variant -> "    " + line(node(variant)))
                .collect(Collectors.joining(",\n"));
        return """
                {
                  "offprintRecipe": %d,
                  "name": %s,
                  "variants": [
                %s
                  ],
                  "metadata": %s,
                  "onConflict": %s
                }
                """.formatted(
                        RecipeJson.FORM,
                        line(NODES.stringNode(recipe.name())),
                        variants,
                        line(node(recipe.metadata())),
                        line(NODES.stringNode(RecipeWords.of(RecipeWords.ON_CONFLICT, recipe.onConflict()))));
    }

    private static String line(JsonNode node) {
        return ONE_LINE.writeValueAsString(node);
    }

    static ObjectNode node(Variant variant) {
        var node = NODES.objectNode();
        node.put("name", variant.name());
        node.set("size", node(variant.sizing()));
        node.set("encoding", node(variant.encoding()));
        node.put("file", variant.file().text());
        return node;
    }

    static ObjectNode node(MetadataPolicy metadata) {
        var keep = NODES.arrayNode();
        RecipeWords.GROUPS.forEach((word, group) -> {
            if (metadata.keeps(group)) {
                keep.add(word);
            }
        });
        var node = NODES.objectNode();
        node.set("keep", keep);
        return node;
    }

    private static JsonNode node(Sizing sizing) {
        var node = NODES.objectNode();
        return switch (sizing) {
            case Sizing.Original original -> NODES.stringNode("original");
            case Sizing.LongEdge edge -> enlarge(node.put("longEdge", edge.px()), edge.enlargement());
            case Sizing.ShortEdge edge -> enlarge(node.put("shortEdge", edge.px()), edge.enlargement());
            case Sizing.Width width -> enlarge(node.put("width", width.px()), width.enlargement());
            case Sizing.Height height -> enlarge(node.put("height", height.px()), height.enlargement());
            case Sizing.Within within -> {
                var box = within.box();
                node.set("within", NODES.arrayNode().add(box.widthPx()).add(box.heightPx()));
                yield enlarge(node, within.enlargement());
            }
            case Sizing.Megapixels size -> enlarge(number(node, "megapixels", size.megapixels()), size.enlargement());
            case Sizing.Percent size -> enlarge(number(node, "percent", size.percent()), size.enlargement());
        };
    }

    private static ObjectNode number(ObjectNode node, String field, double amount) {
        return amount == Math.rint(amount) ? node.put(field, (long) amount) : node.put(field, amount);
    }

    private static ObjectNode enlarge(ObjectNode node, Sizing.Enlargement enlargement) {
        return switch (enlargement) {
            case NEVER -> node;
            case ALLOWED -> node.put("enlarge", true);
        };
    }

    static ObjectNode node(Encoding encoding) {
        var node = NODES.objectNode().put("format", encoding.format().id());
        return switch (encoding) {
            case Encoding.Jpeg jpeg ->
                node.put("quality", jpeg.qualityPercent())
                        .put("progressive", jpeg.progressive())
                        .put("chroma", RecipeWords.of(RecipeWords.CHROMA, jpeg.chroma()))
                        .put("mozjpeg", jpeg.mozjpeg());
            case Encoding.Webp webp ->
                node.put("quality", webp.qualityPercent()).put("lossless", webp.lossless());
            case Encoding.Avif avif ->
                node.put("quality", avif.qualityPercent()).put("effort", avif.effort());
            case Encoding.Png png ->
                node.put("compression", png.compressionLevel()).put("bits", png.bits());
            case Encoding.Tiff tiff ->
                node.put("compression", RecipeWords.of(RecipeWords.TIFF_COMPRESSION, tiff.compression()))
                        .put("bits", tiff.bits());
        };
    }
}
