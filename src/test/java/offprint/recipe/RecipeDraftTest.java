package offprint.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import offprint.image.ImageFormat;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecipeDraftTest {

    private final RecipeDraft fresh = RecipeDraft.fresh("Mine", "large");

    private static List<RecipeProblem> problems(RecipeDraft draft) {
        return draft.check() instanceof RecipeResult.Invalid invalid ? invalid.problems() : List.of();
    }

    private RecipeDraft sized(SizeDraft.Kind kind, String amount, String second) {
        return fresh.withVariant(0, variant -> variant.withSize(new SizeDraft(kind, amount, second, false)));
    }

    @Nested
    class A_draft_of_a_recipe {

        @Test
        void comes_back_as_the_same_recipe_for_every_built_in_one() {
            for (var entry : BuiltInRecipes.all()) {
                var recipe = entry.recipe().orElseThrow();
                assertThat(RecipeDraft.of(recipe).check()).isEqualTo(new RecipeResult.Valid(recipe));
            }
        }

        @ParameterizedTest
        @EnumSource(SizeDraft.Kind.class)
        void keeps_every_measure(SizeDraft.Kind kind) {
            var draft = sized(kind, kind == SizeDraft.Kind.ORIGINAL ? "" : "12", "")
                    .withVariant(
                            0,
                            variant -> kind == SizeDraft.Kind.WITHIN
                                    ? variant.withSize(
                                            variant.size().withSecond("34").withEnlarge(true))
                                    : variant);
            var recipe = ((RecipeResult.Valid) draft.check()).recipe();
            assertThat(RecipeDraft.of(recipe)).isEqualTo(draft);
        }

        @Test
        void keeps_every_choice_of_every_format() {
            for (var format : EncodingDraft.FORMATS) {
                var draft = fresh.withVariant(0, variant -> variant.withEncoding(EncodingDraft.usual(format)));
                var recipe = ((RecipeResult.Valid) draft.check()).recipe();
                assertThat(RecipeDraft.of(recipe)).isEqualTo(draft);
                assertThat(recipe.variants().getFirst().encoding().format()).isEqualTo(format);
            }
        }

        @Test
        void offers_every_word_that_the_reader_knows() {
            for (var format : EncodingDraft.FORMATS) {
                for (var name : EncodingDraft.usual(format).choices().keySet()) {
                    for (var word : EncodingDraft.wordsFor(format, name)) {
                        var draft = fresh.withVariant(
                                0,
                                variant -> variant.withEncoding(
                                        EncodingDraft.usual(format).with(name, word)));
                        assertThat(problems(draft)).as(name + " " + word).isEmpty();
                    }
                }
            }
            assertThat(EncodingDraft.wordsFor(ImageFormat.TIFF, "compression"))
                    .containsExactly("none", "lzw", "deflate");
        }
    }

    @Nested
    class What_is_wrong {

        @Test
        void is_told_at_its_field_in_the_reader_s_own_words() {
            var draft = fresh.withVariant(
                            0,
                            variant -> variant.withEncoding(variant.encoding().with("quality", "140")))
                    .withVariant(0, variant -> variant.withFile("a//b"));
            assertThat(problems(draft))
                    .extracting(RecipeProblem::toString)
                    .containsExactly(
                            "variants[0].encoding.quality: expected a whole number from 1 to 100 but received 140",
                            "variants[0].file: expected a name between two / but received none");
        }

        @Test
        void is_found_in_texts_that_are_no_numbers() {
            assertThat(problems(sized(SizeDraft.Kind.LONG_EDGE, "2k", "")))
                    .extracting(RecipeProblem::path)
                    .containsExactly("variants[0].size.longEdge");
            assertThat(problems(sized(SizeDraft.Kind.WITHIN, "1080", "")))
                    .extracting(RecipeProblem::path)
                    .containsExactly("variants[0].size.within");
            assertThat(problems(sized(SizeDraft.Kind.LONG_EDGE, "2048.5", ""))).hasSize(1);
            assertThat(problems(sized(SizeDraft.Kind.MEGAPIXELS, "1.5", ""))).isEmpty();
            assertThat(problems(sized(SizeDraft.Kind.LONG_EDGE, " 2048 ", ""))).isEmpty();
        }

        @Test
        void includes_a_name_that_another_recipe_has() {
            assertThat(fresh.check(List.of("Other"))).isInstanceOf(RecipeResult.Valid.class);
            var taken = (RecipeResult.Invalid) fresh.withName(" mine").check(List.of("Mine"));
            assertThat(taken.problems()).singleElement().satisfies(problem -> {
                assertThat(problem.path()).isEqualTo("name");
                assertThat(problem.message()).contains("which another of your recipes has");
            });
        }

        @Test
        void of_one_variant_does_not_hide_another() {
            var draft = fresh.withNewVariant(0, "large").withVariant(0, variant -> variant.withName(""));
            assertThat(draft.variant(0)).isEmpty();
            assertThat(draft.variant(1)).map(Variant::name).contains("large 2");
        }
    }

    @Nested
    class Changing_the_list {

        private Iterable<String> names(RecipeDraft draft) {
            return draft.variants().stream().map(VariantDraft::name).toList();
        }

        @Test
        void numbers_what_is_new_and_keeps_one_at_least() {
            var three = fresh.withNewVariant(0, "small").withCopyOf(0);
            assertThat(names(three)).containsExactly("large", "large 2", "small");
            assertThat(problems(three)).isEmpty();
            assertThat(names(three.without(1))).containsExactly("large", "small");
            assertThat(names(fresh.without(0))).containsExactly("large");
        }

        @Test
        void moves_to_any_place_and_no_further_than_the_ends() {
            var three = fresh.withNewVariant(0, "b").withNewVariant(1, "c");
            assertThat(names(three.withMoved(0, 1))).containsExactly("b", "large", "c");
            assertThat(names(three.withMoved(0, 2))).containsExactly("b", "c", "large");
            assertThat(names(three.withMoved(2, -4))).containsExactly("c", "large", "b");
            assertThat(names(three.withMoved(0, 9))).containsExactly("b", "c", "large");
        }

        @Test
        void changes_groups_of_metadata_one_at_a_time() {
            var draft = fresh.withGroup(MetadataPolicy.Group.GPS, true).withGroup(MetadataPolicy.Group.PROFILE, false);
            assertThat(draft.keep()).isEqualTo(Set.of(MetadataPolicy.Group.GPS));
            assertThat(new TreeSet<>(
                            draft.withGroup(MetadataPolicy.Group.GPS, false).keep()))
                    .isEmpty();
        }
    }

    @Test
    void a_measure_of_another_unit_begins_with_its_usual_amount() {
        var edge = new SizeDraft(SizeDraft.Kind.LONG_EDGE, "2560", "", false);
        assertThat(edge.withKind(SizeDraft.Kind.WIDTH).amount()).isEqualTo("2560");
        assertThat(edge.withKind(SizeDraft.Kind.PERCENT).amount()).isEqualTo("50");
        assertThat(edge.withKind(SizeDraft.Kind.WITHIN).second()).isEqualTo("2560");
    }

    @Test
    void free_names_are_numbered_whatever_their_case() {
        assertThat(RecipeDraft.freeName("Web copy", List.of("Web"))).isEqualTo("Web copy");
        assertThat(RecipeDraft.freeName("Web copy", List.of("web COPY", "Web copy 2")))
                .isEqualTo("Web copy 3");
    }
}
