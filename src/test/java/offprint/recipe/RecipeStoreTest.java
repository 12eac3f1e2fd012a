package offprint.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecipeStoreTest {

    @TempDir
    Path home;

    private Path folder = Path.of("");
    private RecipeStore store = new RecipeStore(folder);

    @BeforeEach
    void open() {
        folder = home.resolve("config/recipes");
        store = new RecipeStore(folder);
    }

    private static Recipe recipe(String name) {
        return new Recipe(
                name,
                List.of(new Variant("v", new Sizing.Original(), new Encoding.Png(6, 8), NamingTemplate.STANDARD)),
                MetadataPolicy.STRIP,
                OnConflict.SKIP);
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(file), text);
    }

    private List<String> names() {
        return store.all().stream().map(RecipeEntry::name).toList();
    }

    @Nested
    class Without_anything_of_the_users {

        @Test
        void there_are_the_built_in_recipes() {
            assertThat(names()).containsExactly("Web", "Client delivery", "Social", "Print", "Contact sheet", "Email");
            assertThat(store.all()).allMatch(entry -> entry.origin() == RecipeEntry.Origin.BUILT_IN);
        }

        @Test
        void no_built_in_recipe_keeps_where_a_photo_was_taken() {
            assertThat(store.all())
                    .flatExtracting(
                            entry -> entry.recipe().orElseThrow().metadata().keep())
                    .contains(MetadataPolicy.Group.COPYRIGHT)
                    .doesNotContain(MetadataPolicy.Group.GPS);
        }

        @Test
        void nothing_is_written() {
            store.all();
            store.find("Web");

            assertThat(home).isEmptyDirectory();
        }
    }

    @Nested
    class Looking_for_a_recipe {

        @Test
        void finds_it_by_name_whatever_the_case() {
            assertThat(store.find(" client DELIVERY "))
                    .isInstanceOfSatisfying(
                            RecipeLookup.Found.class,
                            found -> assertThat(found.recipe().name()).isEqualTo("Client delivery"));
        }

        @Test
        void finds_it_by_its_file() throws IOException {
            var file = home.resolve("mine.json");
            Files.writeString(file, RecipeJson.write(recipe("Mine")));

            assertThat(store.find(file.toString()))
                    .isEqualTo(new RecipeLookup.Found(recipe("Mine"), RecipeEntry.Origin.USER));
        }

        @Test
        void suggests_what_was_perhaps_meant() {
            assertThat(store.find("Scoial")).isInstanceOfSatisfying(RecipeLookup.NotFound.class, missing -> {
                assertThat(missing.nearest()).contains("Social");
                assertThat(missing.message()).isEqualTo("There is no recipe \"Scoial\"; did you mean \"Social\"?");
            });
            assertThat(store.find("cont"))
                    .isInstanceOfSatisfying(
                            RecipeLookup.NotFound.class,
                            missing -> assertThat(missing.nearest()).contains("Contact sheet"));
        }

        @Test
        void lists_what_there_is_when_nothing_is_near() {
            assertThat(store.find("xyzzyxyzzy\u0000")).isInstanceOfSatisfying(RecipeLookup.NotFound.class, missing -> {
                assertThat(missing.nearest()).isEmpty();
                assertThat(missing.message())
                        .contains("Web, Client delivery, Social")
                        .doesNotContain("\u0000");
            });
        }

        @Test
        void tells_what_is_wrong_with_a_broken_file() throws IOException {
            var file = home.resolve("mine.json");
            Files.writeString(file, "{}");

            assertThat(store.find(file.toString()))
                    .isInstanceOfSatisfying(
                            RecipeLookup.Broken.class,
                            broken -> assertThat(broken.problems()).hasSize(3));
            assertThat(store.find(home.toString()))
                    .isInstanceOfSatisfying(
                            RecipeLookup.Broken.class,
                            broken -> assertThat(broken.problems())
                                    .extracting(RecipeProblem::toString)
                                    .containsExactly("the file can't be read: this is not a file"));
        }
    }

    @Nested
    class With_recipes_of_the_users {

        @Test
        void a_broken_file_hides_no_other() throws IOException {
            write("a.json", "{ broken");
            write("b.json", RecipeJson.write(recipe("Mine")));
            write("notes.txt", "not a recipe");

            assertThat(names()).hasSize(8).endsWith("a", "Mine");
            assertThat(store.all().get(6).recipe()).isEmpty();
            assertThat(store.find("a")).isInstanceOf(RecipeLookup.Broken.class);
            assertThat(store.find("mine")).isInstanceOf(RecipeLookup.Found.class);
        }

        @Test
        void theirs_hides_the_built_in_one_of_the_same_name() throws IOException {
            write("x.json", RecipeJson.write(recipe("WEB")));

            assertThat(names()).hasSize(6).contains("WEB").doesNotContain("Web");
            assertThat(store.find("web")).isEqualTo(new RecipeLookup.Found(recipe("WEB"), RecipeEntry.Origin.USER));
        }

        @Test
        void a_broken_file_called_like_a_built_in_one_does_not_hide_it() throws IOException {
            write("web.json", "{");

            assertThat(store.find("Web")).isInstanceOf(RecipeLookup.Found.class);
            assertThat(names()).contains("Web", "web");
        }

        @Test
        void two_of_one_name_are_told_apart() throws IOException {
            write("a.json", RecipeJson.write(recipe("Mine")));
            write("b.json", RecipeJson.write(recipe("mine")));

            var second = store.all().stream()
                    .filter(entry -> entry.name().equals("b"))
                    .findFirst();
            assertThat(second.orElseThrow().result())
                    .isInstanceOfSatisfying(
                            RecipeResult.Invalid.class,
                            invalid -> assertThat(invalid.problems())
                                    .extracting(RecipeProblem::toString)
                                    .containsExactly("name: expected a name of its own but received \"mine\", which"
                                            + " a.json has"));
        }
    }

    @Nested
    class Saving {

        @Test
        void keeps_a_recipe_for_the_next_start() {
            assertThat(store.save(recipe("My: recipe?"))).isInstanceOf(RecipeChange.Done.class);

            assertThat(folder.resolve("My_ recipe_.json")).exists();
            assertThat(new RecipeStore(folder).find("my: recipe?")).isInstanceOf(RecipeLookup.Found.class);
        }

        @Test
        void replaces_the_one_of_the_same_name_where_it_is() throws IOException {
            write("old place.json", RecipeJson.write(recipe("Mine")));

            store.save(recipe("MINE"));

            assertThat(folder).isDirectoryContaining("glob:**old place.json");
            try (var files = Files.list(folder)) {
                assertThat(files).hasSize(1);
            }
            assertThat(store.find("mine")).isEqualTo(new RecipeLookup.Found(recipe("MINE"), RecipeEntry.Origin.USER));
        }

        @Test
        void never_takes_another_recipes_file() {
            store.save(recipe("a:b"));
            store.save(recipe("a?b"));

            assertThat(names()).contains("a:b", "a?b");
            assertThat(folder.resolve("a_b (2).json")).exists();
        }

        @Test
        void never_leaves_its_folder() throws IOException {
            store.save(recipe("../../evil"));

            assertThat(folder.resolve("_.._evil.json")).exists();
        }

        @Test
        void says_why_it_could_not() throws IOException {
            Files.createDirectories(folder.getParent());
            Files.writeString(folder, "a file where the folder should be");

            assertThat(store.save(recipe("Mine"))).isInstanceOf(RecipeChange.Refused.class);
            assertThat(names()).hasSize(6);
        }

        @Test
        void refuses_what_would_not_read_back() {
            assertThat(store.save(recipe("n".repeat(121))))
                    .isInstanceOfSatisfying(
                            RecipeChange.Refused.class,
                            refused -> assertThat(refused.message()).contains("at most 120 characters"));
            assertThat(folder).doesNotExist();
        }
    }

    @Nested
    class Deleting {

        @Test
        void brings_the_built_in_one_back() {
            store.save(recipe("Web"));

            assertThat(store.delete("web")).isInstanceOf(RecipeChange.Done.class);
            assertThat(store.find("Web"))
                    .isInstanceOfSatisfying(
                            RecipeLookup.Found.class,
                            found -> assertThat(found.origin()).isEqualTo(RecipeEntry.Origin.BUILT_IN));
        }

        @Test
        void never_touches_a_built_in_one() {
            assertThat(store.delete("Web")).isInstanceOf(RecipeChange.Refused.class);
            assertThat(names()).contains("Web");
        }

        @Test
        void removes_a_broken_file_by_its_name() throws IOException {
            write("junk.json", "{");

            store.delete("junk");

            assertThat(folder).isEmptyDirectory();
            assertThat(store.find("junk"))
                    .isInstanceOfSatisfying(
                            RecipeLookup.NotFound.class,
                            missing -> assertThat(missing.nearest()).isEqualTo(Optional.empty()));
        }
    }

    @Nested
    class Renaming {

        private final Recipe mine =
                ((RecipeResult.Valid) RecipeDraft.fresh("Mine", "large").check()).recipe();

        @Test
        void keeps_one_file_and_one_recipe() {
            store.save(mine);
            store.save(mine.withName("Yours"), "Mine");
            assertThat(store.find("Mine")).isInstanceOf(RecipeLookup.NotFound.class);
            assertThat(store.find("yours")).isInstanceOf(RecipeLookup.Found.class);
            assertThat(folder).isDirectoryContaining("glob:**Mine.json").isDirectoryNotContaining("glob:**Yours.json");
        }

        @Test
        void of_a_recipe_that_is_not_there_keeps_it_as_a_new_one() {
            store.save(mine.withName("Yours"), "Gone");
            assertThat(store.find("Yours")).isInstanceOf(RecipeLookup.Found.class);
        }
    }

    @Nested
    class Taking_a_file_in {

        private final Recipe mine =
                ((RecipeResult.Valid) RecipeDraft.fresh("Mine", "large").check()).recipe();

        private Path given(Recipe recipe) {
            var file = folder.resolve("given.offprint-recipe");
            assertThat(store.export(recipe, file)).isEqualTo(new RecipeChange.Done(file));
            return file;
        }

        @Test
        void keeps_what_it_holds_once() {
            var file = given(mine);
            assertThat(store.take(file)).isEqualTo(new RecipeLookup.Found(mine, RecipeEntry.Origin.USER));
            assertThat(store.take(file)).isEqualTo(new RecipeLookup.Found(mine, RecipeEntry.Origin.USER));
            assertThat(store.all())
                    .filteredOn(entry -> entry.origin() == RecipeEntry.Origin.USER)
                    .hasSize(1);
        }

        @Test
        void never_takes_the_place_of_another_recipe_of_that_name() {
            var other = mine.withOnConflict(OnConflict.SKIP);
            store.save(mine);
            assertThat(store.take(given(other)))
                    .isEqualTo(new RecipeLookup.Found(other.withName("Mine 2"), RecipeEntry.Origin.USER));
            assertThat(store.find("Mine")).isEqualTo(new RecipeLookup.Found(mine, RecipeEntry.Origin.USER));
        }

        @Test
        void says_what_is_wrong_with_it() throws Exception {
            var file = folder.resolve("broken.offprint-recipe");
            write("broken.offprint-recipe", "{}");
            assertThat(store.take(file)).isInstanceOf(RecipeLookup.Broken.class);
            assertThat(store.take(folder.resolve("none.offprint-recipe"))).isInstanceOf(RecipeLookup.Broken.class);
        }
    }
}
