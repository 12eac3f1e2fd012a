package offprint.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.ListCell;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.WindowEvent;
import offprint.export.ExportOutcome;
import offprint.export.ExportPlan;
import offprint.export.PlannedOutput;
import offprint.export.PlannedPhoto;
import offprint.library.Photo;
import offprint.settings.Settings;
import offprint.ui.DemoQueue;
import offprint.ui.DemoServices;
import offprint.ui.Fx;
import offprint.ui.WindowServices;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MainWindowTest {

    private static final Path TO = Path.of("/home/anna/Pictures/Offprints");

    private final DemoServices services = new DemoServices();
    private ShownWindow shown;

    @BeforeEach
    void open() throws Exception {
        shown = ShownWindow.open(services, 1280, 800);
    }

    @AfterEach
    void close() {
        shown.close();
    }

    private void dropped(List<Photo> photos) throws Exception {
        services.finds(photos);
        shown.drop(photos.size());
    }

    private void press(KeyCode code, boolean shift, boolean control) throws Exception {
        Fx.run(() -> {
            var owner = shown.stage.getScene().getFocusOwner();
            Event.fireEvent(owner, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, control, false, false));
        });
        Fx.pulses(2);
    }

    private PlannedPhoto planned(int row) {
        return DemoQueue.planned(DemoServices.photos(row + 1).get(row), DemoServices.RECIPES.getFirst(), TO);
    }

    private <T> List<T> all(Class<T> type) throws Exception {
        return Fx.call(() -> {
            var found = new ArrayList<T>();
            collect(shown.stage.getScene().getRoot(), type, found);
            return found;
        });
    }

    private static <T> void collect(Node node, Class<T> type, List<T> found) {
        if (type.isInstance(node) && node.isVisible()) {
            found.add(type.cast(node));
        }
        if (node instanceof Parent parent && node.isVisible()) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, type, found));
        }
    }

    private void pressButton(String accessibleText) throws Exception {
        var button = all(Button.class).stream()
                .filter(candidate -> accessibleText.equals(candidate.getAccessibleText()))
                .findFirst()
                .orElseThrow();
        Fx.run(button::fire);
        Fx.pulses(3);
    }

    @Nested
    class With_many_photos {

        @Test
        void only_what_fits_the_screen_has_tiles_and_asks_for_thumbnails() throws Exception {
            dropped(DemoServices.photos(500));
            assertThat(Fx.call(() -> shown.window.grid().liveTiles())).isBetween(9, 60);
            assertThat(services.thumbnailRequests.get()).isBetween(9, 60);
        }

        @Test
        void the_keyboard_selects_removes_and_filters() throws Exception {
            dropped(DemoServices.photos(30));
            press(KeyCode.RIGHT, false, false);
            press(KeyCode.RIGHT, true, false);
            assertThat(shown.window.sidebar().exportButton().getText()).isEqualTo("Export 2 of 30");
            press(KeyCode.DELETE, false, false);
            assertThat(shown.window.grid().photos().size()).isEqualTo(28);
            press(KeyCode.A, false, true);
            assertThat(shown.window.grid().selection().selected()).hasSize(28);
            press(KeyCode.F, false, true);
            Fx.run(() -> shown.window.toolbar().filterField().setText("0420"));
            assertThat(shown.window.grid().photos().shown()).hasSize(1);
        }

        @Test
        void a_letter_typed_into_the_filter_is_no_command() throws Exception {
            press(KeyCode.F, false, true);
            press(KeyCode.Q, false, false);
            assertThat(shown.window.queuePanel().isVisible()).isFalse();
        }
    }

    @Nested
    class Exporting {

        @Test
        void the_shortcut_plans_says_the_plan_in_words_and_starts() throws Exception {
            dropped(DemoServices.photos(5));
            press(KeyCode.E, false, true);
            Fx.until("the start", () -> services.queue.commands.contains("start 5"));
            assertThat(services.queue.commands).containsExactly("plan 5 Web RENAME", "start 5");
            assertThat(shown.window.sidebar().summary()).startsWith("5 photos → 15 files");
        }

        @Test
        void a_plan_in_which_everything_failed_says_why_and_what_to_do() throws Exception {
            dropped(DemoServices.photos(2));
            var full = new ExportOutcome.Failed("E-SPACE", "The disk is full.", "Make room.");
            services.queue.planIs(new ExportPlan(
                    DemoServices.RECIPES.getFirst(),
                    TO,
                    DemoServices.photos(2).stream()
                            .map(photo -> new PlannedPhoto(photo, List.of(), java.util.Optional.of(full)))
                            .toList(),
                    0));
            press(KeyCode.E, false, true);
            Fx.until("the reason", () -> shown.window.sidebar().summary().contains("E-SPACE"));
            assertThat(shown.window.sidebar().summary()).contains("The disk is full.", "Make room.");
            assertThat(Fx.call(() -> shown.window.flow().isShown())).isTrue();
            assertThat(services.queue.commands).doesNotContain("start 2");
        }

        @Test
        void files_are_replaced_only_after_a_question() throws Exception {
            dropped(DemoServices.photos(1));
            var plain = planned(0);
            var replacing = plain.outputs().stream()
                    .map(output -> new PlannedOutput(
                            output.variant(),
                            output.size(),
                            output.encoding(),
                            output.target(),
                            java.util.Optional.of(new PlannedOutput.Note.Replaces())))
                    .toList();
            services.queue.planIs(new ExportPlan(
                    DemoServices.RECIPES.getFirst(),
                    TO,
                    List.of(new PlannedPhoto(plain.photo(), replacing, java.util.Optional.empty())),
                    0));
            press(KeyCode.E, false, true);
            Fx.until("the plan", () -> shown.window.flow().isShown());
            assertThat(services.queue.commands).doesNotContain("start 1");
            pressButton("Export 1, replace 3 files (Ctrl+E)");
            assertThat(services.queue.commands).endsWith("start 1");
        }
    }

    @Nested
    class The_window_s_own_delay {

        private List<String> delays() throws Exception {
            return all(javafx.scene.control.Label.class).stream()
                    .filter(label -> label.getStyleClass().contains("window-delay"))
                    .map(javafx.scene.control.Label::getText)
                    .toList();
        }

        @Test
        void is_shown_while_something_is_under_way_and_gone_at_rest() throws Exception {
            assertThat(delays()).isEmpty();
            services.queue.put(DemoQueue.encoding(0, planned(0), 1, 0.5));
            shown.look();
            assertThat(delays()).singleElement().asString().startsWith("window ");
            services.queue.put(DemoQueue.done(0, planned(0)));
            Fx.until("the end of the sampling", () -> !shown.window.sampler().isRunning());
            assertThat(delays()).isEmpty();
        }
    }

    @Nested
    class While_exports_run {

        @BeforeEach
        void four_rows() throws Exception {
            dropped(DemoServices.photos(4));
            services.queue.put(DemoQueue.encoding(0, planned(0), 1, 0.5));
            services.queue.put(DemoQueue.waiting(1, planned(1)));
            services.queue.put(DemoQueue.failed(2, planned(2), "E-SPACE", "Full.", "Free some."));
            services.queue.put(DemoQueue.done(3, planned(3)));
            press(KeyCode.Q, false, false);
            shown.look();
        }

        @Test
        void every_button_asks_the_exports() throws Exception {
            pressButton("Cancel DSC_0412.jpg");
            pressButton("Cancel this variant");
            pressButton("Retry (R)");
            pressButton("Show in folder");
            pressButton("Run every failed photo again (R)");
            pressButton("Pause (Space in the queue)");
            pressButton("Resume (Space in the queue)");
            pressButton("Cancel all (Ctrl+Shift+Esc)");
            assertThat(services.queue.commands)
                    .contains("cancelPhoto 0", "retry [2]", "retryFailed", "pause", "resume", "cancelAll")
                    .anyMatch(command -> command.startsWith("cancelVariant 0"));
            assertThat(services.revealed).hasSize(1);
        }

        @Test
        void keys_of_the_queue_work_on_the_selected_rows() throws Exception {
            Fx.run(() -> {
                var table = shown.window.queuePanel().table();
                table.requestFocus();
                table.getSelectionModel().clearAndSelect(1);
            });
            press(KeyCode.ESCAPE, false, false);
            press(KeyCode.SPACE, false, false);
            press(KeyCode.ESCAPE, true, true);
            assertThat(services.queue.commands).containsExactly("cancelPhoto 1", "pause", "cancelAll");
        }

        @Test
        void a_failed_row_shows_message_and_remedy_in_place() throws Exception {
            assertThat(all(javafx.scene.control.Label.class).stream().map(javafx.scene.control.Label::getText))
                    .contains("failed", "Full.", "E-SPACE · Free some.");
        }

        @Test
        void ten_thousand_rows_have_few_cells() throws Exception {
            for (int row = 4; row < 10_000; row++) {
                services.queue.put(DemoQueue.waiting(row, planned(0)));
            }
            shown.look();
            Fx.until(
                    "the rows",
                    () -> shown.window.queuePanel().table().getItems().size() == 10_000);
            assertThat(all(TableRow.class)).hasSizeLessThan(40);
        }

        @Test
        void closing_asks_and_goes_only_when_everything_has_stopped() throws Exception {
            Fx.run(() -> shown.stage.fireEvent(new WindowEvent(shown.stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
            assertThat(shown.window.prompt().isOpen()).isTrue();
            assertThat(shown.stage.isShowing()).isTrue();
            pressButton("Stop now");
            assertThat(services.queue.commands).contains("cancelAll");
            assertThat(shown.closed).isFalse();
            services.queue.put(DemoQueue.cancelled(0, planned(0), java.time.Duration.ofMillis(8)));
            services.queue.put(DemoQueue.cancelled(1, planned(1), java.time.Duration.ZERO));
            Fx.until("the end", shown.closed::get);
            assertThat(shown.stage.isShowing()).isFalse();
        }

        @Test
        void every_control_that_takes_the_focus_has_a_text_for_the_ear() throws Exception {
            var silent = all(Control.class).stream()
                    .filter(Node::isFocusTraversable)
                    .filter(control -> !(control instanceof ListCell || control instanceof TableCell))
                    .filter(control -> !(control instanceof TableRow || control instanceof ScrollBar))
                    .filter(control -> control.getAccessibleText() == null
                            || control.getAccessibleText().isBlank())
                    .toList();
            assertThat(silent).isEmpty();
            assertThat(all(TableView.class)).hasSize(1);
        }
    }

    @Nested
    class Work_of_last_time {

        private final List<String> chosen = new java.util.concurrent.CopyOnWriteArrayList<>();

        @BeforeEach
        void open_again_with_some() throws Exception {
            shown.close();
            services.unfinished(
                    new WindowServices.UnfinishedWork(41, () -> chosen.add("resume"), () -> chosen.add("discard")));
            shown = ShownWindow.open(services, 1280, 800);
        }

        @Test
        void is_offered_and_resumed_once() throws Exception {
            assertThat(all(javafx.scene.control.Label.class))
                    .extracting(javafx.scene.control.Label::getText)
                    .contains("41 photos were not finished last time.");
            pressButton("Resume");
            assertThat(chosen).containsExactly("resume");
            assertThat(shown.window.notice().isVisible()).isFalse();
            assertThat(Fx.call(() -> shown.window.sampler().isRunning()))
                    .as("looks for the rows to come")
                    .isTrue();
        }

        @Test
        void can_be_discarded() throws Exception {
            pressButton("Discard");
            assertThat(chosen).containsExactly("discard");
            assertThat(shown.window.notice().isVisible()).isFalse();
        }
    }

    @Nested
    class The_theme {

        @Test
        void goes_round_and_is_remembered() throws Exception {
            press(KeyCode.T, false, true);
            press(KeyCode.T, false, true);
            assertThat(services.saved).extracting(Settings::theme).endsWith(Settings.Theme.DARK, Settings.Theme.SYSTEM);
        }
    }
}
