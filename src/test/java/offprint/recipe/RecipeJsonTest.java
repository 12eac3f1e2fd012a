package offprint.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import offprint.image.PixelSize;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RecipeJsonTest {

    private static final String EXAMPLE = """
            { "offprintRecipe": 1, "name": "Web",
              "variants": [
                { "name": "large", "size": {"longEdge": 2560}, "encoding": {"format": "jpeg", "quality": 85}, "file": "{name}-{variant}" },
                { "name": "small", "size": {"width": 640}, "encoding": {"format": "webp", "quality": 80}, "file": "{name}-{width}w" } ],
              "metadata": {"keep": ["copyright", "profile"]}, "onConflict": "rename" }
            """;

    private static RecipeResult read(String json) {
        return RecipeJson.read(json.getBytes(StandardCharsets.UTF_8));
    }

    private static Recipe valid(String json) {
        var result = read(json);
        assertThat(result).isInstanceOf(RecipeResult.Valid.class);
        return ((RecipeResult.Valid) result).recipe();
    }

    private static List<String> problems(String json) {
        var result = read(json);
        assertThat(result).as(json).isInstanceOf(RecipeResult.Invalid.class);
        return ((RecipeResult.Invalid) result)
                .problems().stream().map(RecipeProblem::toString).toList();
    }

    /// A recipe of one variant with that size and encoding.
    private static String one(String size, String encoding) {
        return "{\"offprintRecipe\":1,\"name\":\"R\",\"variants\":[{\"name\":\"v\",\"size\":" + size + ",\"encoding\":"
                + encoding + "}]}";
    }

    private static Sizing size(String size) {
        return valid(one(size, "{\"format\":\"png\"}")).variants().getFirst().sizing();
    }

    private static Encoding encoding(String encoding) {
        return valid(one("\"original\"", encoding)).variants().getFirst().encoding();
    }

    @Nested
    class A_good_recipe {

        @Test
        void is_read_as_it_stands() {
            var recipe = valid(EXAMPLE);

            assertThat(recipe.name()).isEqualTo("Web");
            assertThat(recipe.variants())
                    .containsExactly(
                            new Variant(
                                    "large",
                                    new Sizing.LongEdge(2560, Sizing.Enlargement.NEVER),
                                    new Encoding.Jpeg(85, true, Encoding.Chroma.SUBSAMPLED_420, false),
                                    new NamingTemplate("{name}-{variant}")),
                            new Variant(
                                    "small",
                                    new Sizing.Width(640, Sizing.Enlargement.NEVER),
                                    new Encoding.Webp(80, false),
                                    new NamingTemplate("{name}-{width}w")));
            assertThat(recipe.metadata().keep())
                    .containsExactlyInAnyOrder(MetadataPolicy.Group.COPYRIGHT, MetadataPolicy.Group.PROFILE);
            assertThat(recipe.onConflict()).isEqualTo(OnConflict.RENAME);
        }

        @Test
        void may_say_its_size_in_every_way() {
            var never = Sizing.Enlargement.NEVER;
            assertThat(size("\"original\"")).isEqualTo(new Sizing.Original());
            assertThat(size("{\"shortEdge\":9}")).isEqualTo(new Sizing.ShortEdge(9, never));
            assertThat(size("{\"height\":9}")).isEqualTo(new Sizing.Height(9, never));
            assertThat(size("{\"within\":[1080,1350]}")).isEqualTo(new Sizing.Within(new PixelSize(1080, 1350), never));
            assertThat(size("{\"megapixels\":2.5}")).isEqualTo(new Sizing.Megapixels(2.5, never));
            assertThat(size("{\"percent\":50,\"enlarge\":false}")).isEqualTo(new Sizing.Percent(50, never));
            assertThat(size("{\"longEdge\":9,\"enlarge\":true}"))
                    .isEqualTo(new Sizing.LongEdge(9, Sizing.Enlargement.ALLOWED));
        }

        @Test
        void gets_sensible_choices_where_it_makes_none() {
            assertThat(encoding("{\"format\":\"jpeg\"}"))
                    .isEqualTo(new Encoding.Jpeg(85, true, Encoding.Chroma.SUBSAMPLED_420, false));
            assertThat(encoding("{\"format\":\"webp\"}")).isEqualTo(new Encoding.Webp(80, false));
            assertThat(encoding("{\"format\":\"avif\"}")).isEqualTo(new Encoding.Avif(60, 3));
            assertThat(encoding("{\"format\":\"png\"}")).isEqualTo(new Encoding.Png(6, 8));
            assertThat(encoding("{\"format\":\"tiff\"}"))
                    .isEqualTo(new Encoding.Tiff(Encoding.TiffCompression.DEFLATE, 8));
            var bare = valid(one("\"original\"", "{\"format\":\"png\"}"));
            assertThat(bare.metadata()).isEqualTo(MetadataPolicy.STRIP);
            assertThat(bare.onConflict()).isEqualTo(OnConflict.RENAME);
            assertThat(bare.variants().getFirst().file()).isEqualTo(NamingTemplate.STANDARD);
        }

        @Test
        void may_begin_with_a_byte_order_mark() {
            assertThat(valid("\uFEFF" + EXAMPLE).name()).isEqualTo("Web");
        }
    }

    @Nested
    class A_mistake {

        @Test
        void is_shown_at_its_field() {
            assertThat(problems(EXAMPLE.replace("80", "140")))
                    .containsExactly(
                            "variants[1].encoding.quality: expected a whole number from 1 to 100 but received 140");
        }

        @Test
        void is_shown_together_with_all_the_others() {
            assertThat(problems("""
                    { "offprintRecipe": 1, "nmae": "x", "onConflict": "ask",
                      "variants": [
                        { "name": "a", "size": {"longEdge": "2560"}, "encoding": {"format": "jpeg", "chroma": "4:2:2"} },
                        { "name": "A", "size": {"width": 1, "height": 1}, "encoding": {"format": "gif"}, "file": "../{x}" },
                        7 ],
                      "metadata": {"keep": ["gps", "gps", "face"]} }
                    """))
                    .containsExactly(
                            "nmae: unknown field; expected one of offprintRecipe, name, variants, metadata, onConflict;"
                                    + " did you mean name?",
                            "name: expected a text but the field is missing",
                            "variants[0].size.longEdge: expected a whole number from 1 to 1000000 but received \"2560\"",
                            "variants[0].encoding.chroma: expected \"4:2:0\" or \"4:4:4\" but received \"4:2:2\"",
                            "variants[1].name: expected a name of its own but received \"A\", which variants[0] has",
                            "variants[1].size: expected exactly one of longEdge, shortEdge, width, height, within,"
                                    + " megapixels, percent but received width and height",
                            "variants[1].encoding.format: expected one of jpeg, webp, avif, png, tiff but received"
                                    + " \"gif\"",
                            "variants[1].file: expected a path below the destination but received \"..\" in it",
                            "variants[1].file: expected one of {name} {variant} {width} {height} {format} {date} {time}"
                                    + " {seq} {camera} {folder} but received {x}",
                            "variants[2]: expected an object { … } but received 7",
                            "metadata.keep[1]: expected each group once but received it again: \"gps\"",
                            "metadata.keep[2]: expected one of copyright, profile, camera, date, gps, description but"
                                    + " received \"face\"",
                            "onConflict: expected \"rename\" or \"skip\" or \"overwrite\" but received \"ask\"");
        }

        @Test
        void is_a_field_that_belongs_to_another_format() {
            assertThat(problems(one("\"original\"", "{\"format\":\"png\",\"quality\":80}")))
                    .containsExactly("variants[0].encoding.quality: unknown field; expected one of format, compression,"
                            + " bits");
        }

        @Test
        void is_any_value_of_the_wrong_kind() {
            for (var quality : List.of(
                    "0", "101", "85.0", "85.5", "\"85\"", "null", "true", "[85]", "1e2", "99999999999", "1e999")) {
                assertThat(problems(one("\"original\"", "{\"format\":\"jpeg\",\"quality\":" + quality + "}")))
                        .singleElement()
                        .asString()
                        .startsWith(
                                "variants[0].encoding.quality: expected a whole number from 1 to 100 but received ");
            }
            for (var size : List.of(
                    "\"full\"",
                    "2560",
                    "[1]",
                    "{}",
                    "null",
                    "{\"longEdge\":0}",
                    "{\"longEdge\":1000001}",
                    "{\"within\":[1]}",
                    "{\"within\":[1,2,3]}",
                    "{\"within\":[0,5]}",
                    "{\"within\":\"1x2\"}",
                    "{\"percent\":0}",
                    "{\"percent\":-1}",
                    "{\"percent\":1e999}",
                    "{\"percent\":1001}",
                    "{\"megapixels\":\"2\"}",
                    "{\"width\":5,\"enlarge\":1}",
                    "{\"original\":true}")) {
                assertThat(problems(one(size, "{\"format\":\"png\"}")))
                        .as(size)
                        .allMatch(problem -> problem.startsWith("variants[0].size"));
            }
            for (var bits : List.of("7", "\"8\"", "8.0", "24")) {
                assertThat(problems(one("\"original\"", "{\"format\":\"tiff\",\"bits\":" + bits + "}")))
                        .containsExactly("variants[0].encoding.bits: expected 8 or 16 but received " + bits);
            }
        }

        @Test
        void is_whatever_is_missing() {
            assertThat(problems("{}"))
                    .containsExactly(
                            "offprintRecipe: expected the number 1 but the field is missing",
                            "name: expected a text but the field is missing",
                            "variants: expected a list of variants but the field is missing");
            assertThat(problems("{\"offprintRecipe\":1,\"name\":\"x\",\"variants\":[{}],\"metadata\":{}}"))
                    .containsExactly(
                            "variants[0].name: expected a text but the field is missing",
                            "variants[0].size: expected an object such as {\"longEdge\": 2560} or \"original\" but the"
                                    + " field is missing",
                            "variants[0].encoding: expected an object but the field is missing",
                            "metadata.keep: expected a list of copyright, profile, camera, date, gps, description but"
                                    + " the field is missing");
            assertThat(problems("{\"offprintRecipe\":1,\"name\":\" \",\"variants\":[]}"))
                    .hasSize(2);
        }

        @Test
        void is_never_repeated_in_a_way_that_breaks_a_terminal() {
            assertThat(problems(EXAMPLE.replace("\"Web\"", "\"a\\u001b[31m\\u202e\""))
                            .toString())
                    .doesNotContain("\u001b")
                    .doesNotContain("\u202e");
            assertThat(problems(EXAMPLE.replace("\"name\": \"Web\"", "\"name\": \"Web\", \"\\u001b\\u202e\": 1"))
                            .toString())
                    .doesNotContain("\u001b")
                    .doesNotContain("\u202e");
        }
    }

    @Nested
    class A_file_that_is_no_recipe {

        @Test
        void is_told_where_its_json_breaks() {
            assertThat(problems("{\n  \"name\": \"x\",\n  oops }"))
                    .singleElement()
                    .asString()
                    .startsWith("line 3, column ")
                    .contains("this is not valid JSON: ")
                    .doesNotContain("Source");
        }

        @Test
        void may_not_say_a_thing_twice() {
            assertThat(problems("{\n\"name\": 1,\n\"name\": 2 }"))
                    .singleElement()
                    .asString()
                    .startsWith("line 3, column ")
                    .contains("uplicate")
                    .contains("name");
        }

        @Test
        void may_not_go_on_after_its_end() {
            assertThat(problems(EXAMPLE + " {}")).hasSize(1);
        }

        @Test
        void is_not_an_object_at_all() {
            for (var json : List.of("", " ", "[]", "7", "null", "\"x\"", "\u0000", "{", "<html>")) {
                assertThat(problems(json)).as(json).hasSize(1);
            }
        }

        @Test
        void has_its_bounds() {
            assertThat(RecipeJson.read(new byte[RecipeJson.MAX_BYTES + 1]))
                    .isInstanceOfSatisfying(
                            RecipeResult.Invalid.class,
                            invalid -> assertThat(invalid.problems().getFirst().message())
                                    .contains("at most 1048576 bytes"));
            assertThat(problems("[".repeat(100_000))).hasSize(1);
            assertThat(problems(EXAMPLE.replace("Web", "w".repeat(121))))
                    .containsExactly("name: expected at most 120 characters but received 121");
        }

        @Test
        void holds_bytes_that_are_no_text() {
            var bytes = EXAMPLE.getBytes(StandardCharsets.UTF_8);
            bytes[EXAMPLE.indexOf("Web")] = (byte) 0xFF;

            assertThat(RecipeJson.read(bytes)).isInstanceOf(RecipeResult.Invalid.class);
        }
    }

    @Test
    void a_recipe_of_a_newer_offprint_gets_its_own_message_and_no_other() {
        for (var form : List.of("2", "99999999999999999999")) {
            assertThat(problems("{\"offprintRecipe\": " + form + ", \"layers\": []}"))
                    .containsExactly("offprintRecipe: this recipe was made by a newer Offprint (form " + form
                            + "); this one reads form 1: update Offprint to use it");
        }
        assertThat(problems(EXAMPLE.replace("Recipe\": 1", "Recipe\": 0")))
                .containsExactly("offprintRecipe: expected the number 1 but received 0");
    }

    @Nested
    class Writing {

        @Test
        void is_stable_and_readable() {
            assertThat(RecipeJson.write(valid(EXAMPLE))).isEqualTo("""
                    {
                      "offprintRecipe": 1,
                      "name": "Web",
                      "variants": [
                        { "name": "large", "size": { "longEdge": 2560 }, "encoding": { "format": "jpeg", "quality": 85, "progressive": true, "chroma": "4:2:0", "mozjpeg": false }, "file": "{name}-{variant}" },
                        { "name": "small", "size": { "width": 640 }, "encoding": { "format": "webp", "quality": 80, "lossless": false }, "file": "{name}-{width}w" }
                      ],
                      "metadata": { "keep": ["copyright","profile"] },
                      "onConflict": "rename"
                    }
                    """);
        }

        @Test
        void reads_back_equal_whatever_the_recipe() {
            var random = new Random(3);
            for (int i = 0; i < 3_000; i++) {
                var recipe = anyRecipe(random);
                var json = RecipeJson.write(recipe);

                assertThat(valid(json)).isEqualTo(recipe);
                assertThat(RecipeJson.write(valid(json))).isEqualTo(json);
            }
        }

        private Recipe anyRecipe(Random random) {
            var variants = new ArrayList<Variant>();
            for (int i = 0; i <= random.nextInt(4); i++) {
                variants.add(new Variant(
                        "v" + i + "\"\\é😀%d",
                        anySizing(random),
                        anyEncoding(random),
                        new NamingTemplate("{name}/" + i)));
            }
            var keep = EnumSet.noneOf(MetadataPolicy.Group.class);
            for (var group : MetadataPolicy.Group.values()) {
                if (random.nextBoolean()) {
                    keep.add(group);
                }
            }
            var policies = OnConflict.values();
            return new Recipe(
                    "Näme \"%s\" {x} " + random.nextInt(),
                    variants,
                    new MetadataPolicy(keep),
                    policies[random.nextInt(policies.length)]);
        }

        private Sizing anySizing(Random random) {
            var enlargement = random.nextBoolean() ? Sizing.Enlargement.ALLOWED : Sizing.Enlargement.NEVER;
            int px = 1 + random.nextInt(Sizing.MAX_SIDE_PX);
            double amount = random.nextBoolean() ? 1 + random.nextInt(1_000) : random.nextDouble() * 999 + 0.001;
            return switch (random.nextInt(8)) {
                case 0 -> new Sizing.Original();
                case 1 -> new Sizing.LongEdge(px, enlargement);
                case 2 -> new Sizing.ShortEdge(px, enlargement);
                case 3 -> new Sizing.Width(px, enlargement);
                case 4 -> new Sizing.Height(px, enlargement);
                case 5 -> new Sizing.Within(new PixelSize(px, 1 + random.nextInt(9_999)), enlargement);
                case 6 -> new Sizing.Megapixels(amount, enlargement);
                default -> new Sizing.Percent(amount, enlargement);
            };
        }

        private Encoding anyEncoding(Random random) {
            int quality = 1 + random.nextInt(100);
            int level = random.nextInt(10);
            int bits = random.nextBoolean() ? 8 : 16;
            return switch (random.nextInt(5)) {
                case 0 ->
                    new Encoding.Jpeg(
                            quality,
                            random.nextBoolean(),
                            random.nextBoolean() ? Encoding.Chroma.FULL_444 : Encoding.Chroma.SUBSAMPLED_420,
                            random.nextBoolean());
                case 1 -> new Encoding.Webp(quality, random.nextBoolean());
                case 2 -> new Encoding.Avif(quality, level);
                case 3 -> new Encoding.Png(level, bits);
                default ->
                    new Encoding.Tiff(
                            random.nextBoolean() ? Encoding.TiffCompression.LZW : Encoding.TiffCompression.NONE, bits);
            };
        }
    }
}
