package offprint.ui.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import offprint.recipe.RecipeDraft;
import offprint.recipe.VariantDraft;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RecipeEditingTest {

    private final List<RecipeEditing.Saving> savings = new ArrayList<>();
    private final RecipeDraft web = RecipeDraft.fresh("Web", "large");

    private RecipeEditing editing(RecipeEditing.Subject subject, String... others) {
        return new RecipeEditing(web, subject, List.of(others), name -> name + " copy", savings::add);
    }

    private static void quality(RecipeEditing editing, String text) {
        editing.change(
                "quality",
                draft -> draft.withVariant(
                        0, variant -> variant.withEncoding(variant.encoding().with("quality", text))));
    }

    private List<String> saved() {
        return savings.stream()
                .map(saving -> saving.recipe().name() + " for " + saving.inPlaceOf())
                .toList();
    }

    @Nested
    class A_built_in_recipe {

        @Test
        void stays_as_it_is_until_the_first_change_makes_a_copy() {
            var editing = editing(RecipeEditing.Subject.BUILT_IN, "Web", "Web copy");
            assertThat(editing.problems()).isEmpty();
            quality(editing, "70");
            assertThat(editing.draft().name()).isEqualTo("Web copy 2");
            assertThat(editing.subject()).isEqualTo(RecipeEditing.Subject.OWN);
            assertThat(saved()).containsExactly("Web copy 2 for Web copy 2");
        }

        @Test
        void gives_its_copy_the_name_that_was_typed_if_that_was_the_change() {
            var editing = editing(RecipeEditing.Subject.BUILT_IN, "Web");
            editing.change("name", draft -> draft.withName("Album"));
            assertThat(editing.draft().name()).isEqualTo("Album");
            assertThat(saved()).containsExactly("Album for Web copy");
        }

        @Test
        void has_a_copy_that_undo_leads_back_to() {
            var editing = editing(RecipeEditing.Subject.BUILT_IN, "Web");
            quality(editing, "70");
            editing.undo();
            assertThat(editing.draft()).isEqualTo(web.withName("Web copy"));
            assertThat(editing.canUndo()).isFalse();
            assertThat(savings.getLast().recipe().name()).isEqualTo("Web copy");
        }

        @Test
        void makes_no_copy_of_a_change_that_changes_nothing() {
            var editing = editing(RecipeEditing.Subject.BUILT_IN, "Web");
            quality(editing, "85");
            assertThat(editing.subject()).isEqualTo(RecipeEditing.Subject.BUILT_IN);
        }
    }

    @Nested
    class Saving_as_one_goes {

        @Test
        void follows_a_rename_from_name_to_name() {
            var editing = editing(RecipeEditing.Subject.OWN);
            editing.change("name", draft -> draft.withName("W"));
            editing.change("name", draft -> draft.withName(""));
            editing.change("name", draft -> draft.withName("Album"));
            assertThat(saved()).containsExactly("W for Web", "Album for W");
        }

        @Test
        void waits_until_everything_is_right_again() {
            var editing = editing(RecipeEditing.Subject.OWN);
            quality(editing, "140");
            assertThat(savings).isEmpty();
            assertThat(editing.problemsAt("variants[0].encoding.quality")).hasSize(1);
            assertThat(editing.problemsAt("variants[0]")).hasSize(1);
            assertThat(editing.problemsAt("variants[0].encoding.qual")).isEmpty();
            editing.undo();
            assertThat(editing.problems()).isEmpty();
            assertThat(savings).as("it is as it was saved").isEmpty();
        }

        @Test
        void refuses_a_name_that_is_taken() {
            var editing = editing(RecipeEditing.Subject.OWN, "Album");
            editing.change("name", draft -> draft.withName("album"));
            assertThat(editing.problemsAt("name")).hasSize(1);
            assertThat(savings).isEmpty();
        }
    }

    @Nested
    class Undo {

        @Test
        void takes_what_was_typed_into_one_field_as_one_step() {
            var editing = editing(RecipeEditing.Subject.OWN);
            quality(editing, "8");
            quality(editing, "80");
            editing.change("name", draft -> draft.withName("A"));
            editing.undo();
            assertThat(editing.draft().name()).isEqualTo("Web");
            editing.undo();
            assertThat(editing.draft()).isEqualTo(web);
            editing.redo();
            editing.redo();
            assertThat(editing.draft().name()).isEqualTo("A");
            assertThat(editing.canRedo()).isFalse();
        }

        @Test
        void is_a_step_of_its_own_after_the_field_was_left() {
            var editing = editing(RecipeEditing.Subject.OWN);
            quality(editing, "80");
            editing.endStep();
            quality(editing, "70");
            editing.undo();
            assertThat(editing.draft().variants().getFirst().encoding().choice("quality"))
                    .isEqualTo("80");
        }

        @Test
        void forgets_what_was_undone_once_something_else_is_done() {
            var editing = editing(RecipeEditing.Subject.OWN);
            quality(editing, "80");
            editing.undo();
            quality(editing, "70");
            assertThat(editing.canRedo()).isFalse();
        }

        @Test
        void keeps_the_chosen_variant_within_the_list() {
            var editing = editing(RecipeEditing.Subject.OWN);
            editing.addVariant("small");
            assertThat(editing.selected()).isEqualTo(1);
            editing.undo();
            assertThat(editing.selected()).isZero();
        }
    }

    @Nested
    class The_variants {

        private List<String> names(RecipeEditing editing) {
            return editing.draft().variants().stream().map(VariantDraft::name).toList();
        }

        @Test
        void are_moved_with_the_choice_in_one_step() {
            var editing = editing(RecipeEditing.Subject.OWN);
            editing.addVariant("b");
            editing.addVariant("c");
            editing.moveVariant(1);
            editing.moveVariant(0);
            assertThat(names(editing)).containsExactly("c", "large", "b");
            assertThat(editing.selected()).isZero();
            editing.undo();
            assertThat(names(editing)).containsExactly("large", "b", "c");
        }

        @Test
        void are_one_at_least() {
            var editing = editing(RecipeEditing.Subject.OWN);
            assertThat(editing.canDeleteVariant()).isFalse();
            editing.deleteVariant();
            assertThat(names(editing)).containsExactly("large");
            editing.duplicateVariant();
            editing.deleteVariant();
            assertThat(names(editing)).containsExactly("large");
        }
    }
}
