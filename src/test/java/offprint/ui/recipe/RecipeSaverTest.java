package offprint.ui.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import offprint.recipe.Recipe;
import offprint.recipe.RecipeChange;
import offprint.recipe.RecipeDraft;
import offprint.recipe.RecipeResult;
import offprint.recipe.RecipeStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecipeSaverTest {

    private final Deque<Runnable> background = new ArrayDeque<>();
    private final List<RecipeChange> done = new ArrayList<>();
    private final Recipe mine =
            ((RecipeResult.Valid) RecipeDraft.fresh("A", "large").check()).recipe();

    @TempDir
    Path folder;

    private StoredRecipes port = new StoredRecipes(new RecipeStore(Path.of("")));
    private RecipeSaver saver = new RecipeSaver(port, background::add);

    @BeforeEach
    void open() {
        port = new StoredRecipes(new RecipeStore(folder));
        saver = new RecipeSaver(port, background::add);
    }

    private void work() {
        while (!background.isEmpty()) {
            background.poll().run();
        }
    }

    private void save(String name, String inPlaceOf) {
        saver.save(new RecipeEditing.Saving(mine.withName(name), inPlaceOf), done::add);
    }

    private List<String> own() {
        return port.all().stream()
                .filter(entry -> entry.file().isPresent())
                .map(entry -> entry.name())
                .toList();
    }

    @Test
    void of_several_savings_the_newest_is_done_in_place_of_the_first() {
        save("A", "A");
        work();
        save("B", "A");
        save("C", "B");
        save("D", "C");
        work();
        assertThat(own()).containsExactly("D");
        assertThat(done).hasSize(2);
    }

    @Test
    void wishes_are_done_in_their_order_and_one_at_a_time() {
        save("A", "A");
        saver.run(() -> done.add(port.delete("A")));
        assertThat(background).as("pieces of work under way").hasSize(1);
        work();
        assertThat(own()).isEmpty();
        assertThat(done).hasSize(2);
        save("B", "B");
        work();
        assertThat(own()).containsExactly("B");
    }

    @Test
    void a_wish_that_breaks_does_not_hold_up_the_next() {
        saver.run(() -> {
            throw new IllegalStateException("planted");
        });
        save("A", "A");
        try {
            background.poll().run();
        } catch (IllegalStateException planted) {
            assertThat(planted).hasMessage("planted");
        }
        work();
        assertThat(own()).containsExactly("A");
    }
}
