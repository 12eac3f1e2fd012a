package offprint.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import offprint.export.PastBatch;
import offprint.ui.DemoQueue;
import offprint.ui.DemoServices;
import offprint.ui.Fx;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Somebody whose hands are on the keyboard and who waits for nothing.
class QuickHandsTest {

    private static final Path TO = Path.of("/home/anna/Pictures/Offprints");

    private final DemoServices services = new DemoServices();
    private ShownWindow shown;

    @BeforeEach
    void open() throws Exception {
        shown = ShownWindow.open(services.finds(DemoServices.photos(3)), 1280, 800);
        shown.drop(3);
        Fx.until("recipes", shown.window::hasRecipe);
    }

    @AfterEach
    void close() {
        shown.close();
    }

    /// On the FX thread.
    private void press(KeyCode code, boolean control) {
        Event.fireEvent(
                shown.stage.getScene().getFocusOwner(),
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false));
    }

    private void typed(KeyCode code) throws Exception {
        Fx.run(() -> press(code, false));
        Fx.pulses(3);
    }

    private Node focused() throws Exception {
        return Fx.call(() -> shown.stage.getScene().getFocusOwner());
    }

    @Test
    void the_button_to_export_does_not_move_when_the_estimate_comes() throws Exception {
        var before = exportButton("");
        assertThat(exportButton("about 61 MB in 1 248 files (± 9 MB)")).isEqualTo(before);
    }

    private Bounds exportButton(String estimate) throws Exception {
        Fx.run(() -> shown.window.sidebar().showEstimate(estimate));
        Fx.pulses(3);
        return Fx.call(() -> {
            var button = shown.window.sidebar().exportButton();
            return button.localToScene(button.getLayoutBounds());
        });
    }

    @Nested
    class In_a_recipe {

        @BeforeEach
        void edit() throws Exception {
            Fx.run(() -> press(KeyCode.R, true));
            Fx.pulses(3);
        }

        /// Changes, leaves and exports before anything that a worker does for it can have come back.
        private void changeLeaveAndExport() {
            RecipeWindowTest.byId(shown, "variants[0].size.longEdge", TextField.class)
                    .setText("123");
            press(KeyCode.ESCAPE, false);
            press(KeyCode.E, true);
        }

        @Test
        void what_was_changed_is_exported_before_the_disk_has_it() throws Exception {
            Fx.run(this::changeLeaveAndExport);
            Fx.until("the plan", () -> !services.queue.commands.isEmpty());
            assertThat(services.queue.commands.getFirst())
                    .as("the copy that the change has made")
                    .isEqualTo("plan 3 Web copy RENAME");
        }

        @Test
        void another_recipe_that_is_chosen_after_it_is_exported_instead() throws Exception {
            Fx.run(() -> {
                RecipeWindowTest.byId(shown, "variants[0].size.longEdge", TextField.class)
                        .setText("123");
                press(KeyCode.ESCAPE, false);
                press(KeyCode.DOWN, false);
                press(KeyCode.E, true);
            });
            Fx.until("the plan", () -> !services.queue.commands.isEmpty());
            assertThat(services.queue.commands.getFirst()).isEqualTo("plan 3 Client delivery RENAME");
        }

        @Test
        void that_could_not_be_saved_the_one_in_the_list_is_exported() throws Exception {
            services.recipes.refuse("The disk is full.");
            Fx.run(this::changeLeaveAndExport);
            Fx.pulses(3);
            services.queue.commands.clear();
            Fx.run(() -> press(KeyCode.E, true));
            Fx.until("the plan", () -> !services.queue.commands.isEmpty());
            assertThat(services.queue.commands.getFirst()).isEqualTo("plan 3 Web RENAME");
        }
    }

    @Nested
    class In_the_queue {

        @BeforeEach
        void something_is_under_way() throws Exception {
            var planned = DemoQueue.planned(DemoServices.photos(1).getFirst(), DemoServices.RECIPES.getFirst(), TO);
            services.queue.put(DemoQueue.encoding(0, planned, 1, 0.5));
            shown.look();
        }

        @Test
        void its_keys_work_as_soon_as_it_is_open() throws Exception {
            typed(KeyCode.Q);
            typed(KeyCode.SPACE);
            typed(KeyCode.DOWN);
            typed(KeyCode.ESCAPE);
            assertThat(services.queue.commands).containsExactly("pause", "cancelPhotos [0]");
        }

        @Test
        void q_again_leads_back_to_where_the_keys_were() throws Exception {
            Fx.run(() -> shown.window.grid().select(0));
            Fx.run(() -> shown.window.grid().takeFocus());
            typed(KeyCode.ENTER);
            var divider = focused();
            typed(KeyCode.Q);
            assertThat(focused()).isEqualTo(shown.window.queuePanel().table());
            typed(KeyCode.Q);
            assertThat(focused()).isEqualTo(divider);
        }

        @Test
        void the_arrows_begin_at_the_newest_batch_of_the_past() throws Exception {
            var ended = Instant.parse("2026-09-14T18:09:00Z");
            var recipe = DemoServices.RECIPES.getFirst();
            services.queue.history(List.of(new PastBatch(
                    "a", ended, ended, recipe, TO, 1, 3, 0, 0, 0, 1_000, Optional.of(TO.resolve("a.jpg")))));
            typed(KeyCode.Q);
            typed(KeyCode.H);
            typed(KeyCode.DOWN);
            typed(KeyCode.ENTER);
            assertThat(services.revealed).containsExactly(TO.resolve("a.jpg"));
        }

        @Test
        void h_turns_to_the_past_and_back_with_the_keys() throws Exception {
            typed(KeyCode.Q);
            typed(KeyCode.H);
            assertThat(focused().getStyleClass()).contains("history-list");
            typed(KeyCode.H);
            assertThat(focused()).isEqualTo(shown.window.queuePanel().table());
        }
    }
}
