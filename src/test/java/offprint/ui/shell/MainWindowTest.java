package offprint.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.ListCell;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.WindowEvent;
import offprint.export.ExportOutcome;
import offprint.export.ExportPlan;
import offprint.export.PastBatch;
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
            choose(0);
            pressButton("Cancel this photo (Esc)");
            choose(3);
            pressButton("Show in folder");
            pressButton("Retry (R)");
            pressButton("Finish what runs and cancel what waits (F)");
            choose(1);
            pressButton("Move the selected to the front (Home)");
            pressButton("Cancel the selected, or the marked variant (Esc)");
            pressButton("Run every failed photo again (R)");
            pressButton("Pause (Space in the queue)");
            pressButton("Resume (Space in the queue)");
            pressButton("Cancel all (Ctrl+Shift+Esc)");
            assertThat(services.queue.commands)
                    .containsExactly(
                            "cancelPhoto 0",
                            "cancelPhotos [0]",
                            "retry [2]",
                            "cancelWaiting",
                            "moveToFront [1]",
                            "cancelPhotos [1]",
                            "retryFailed",
                            "pause",
                            "resume",
                            "cancelAll");
            assertThat(services.revealed).hasSize(1);
        }

        private void choose(int row) throws Exception {
            Fx.run(() -> {
                var table = shown.window.queuePanel().table();
                table.requestFocus();
                table.getSelectionModel().clearAndSelect(row);
            });
            Fx.pulses(2);
        }

        @Test
        void keys_of_the_queue_work_on_the_selected_rows() throws Exception {
            choose(1);
            press(KeyCode.ESCAPE, false, false);
            press(KeyCode.HOME, false, false);
            press(KeyCode.SPACE, false, false);
            press(KeyCode.F, false, false);
            press(KeyCode.ESCAPE, true, true);
            choose(2);
            press(KeyCode.R, false, false);
            choose(3);
            press(KeyCode.ENTER, false, false);
            assertThat(services.queue.commands)
                    .containsExactly(
                            "cancelPhotos [1]", "moveToFront [1]", "pause", "cancelWaiting", "cancelAll", "retry [2]");
            assertThat(services.revealed).hasSize(1);
        }

        @Test
        void the_arrows_go_to_a_variant_and_delete_cancels_it_alone() throws Exception {
            choose(0);
            press(KeyCode.RIGHT, false, false);
            press(KeyCode.RIGHT, false, false);
            press(KeyCode.DELETE, false, false);
            press(KeyCode.LEFT, false, false);
            press(KeyCode.DELETE, false, false);
            press(KeyCode.LEFT, false, false);
            press(KeyCode.DELETE, false, false);
            assertThat(services.queue.commands)
                    .as("the first variant is written already; left of it is the photo")
                    .containsExactly("cancelVariant 0 1", "cancelPhotos [0]");
        }

        @Test
        void in_a_mirrored_window_the_arrows_go_where_they_point() throws Exception {
            Fx.run(() -> shown.stage.getScene().getRoot().setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT));
            choose(0);
            press(KeyCode.LEFT, false, false);
            press(KeyCode.LEFT, false, false);
            press(KeyCode.DELETE, false, false);
            assertThat(services.queue.commands).containsExactly("cancelVariant 0 1");
        }

        @Test
        void all_chosen_photos_are_cancelled_by_one_command() throws Exception {
            Fx.run(() -> shown.window.queuePanel().table().getSelectionModel().selectAll());
            Fx.run(() -> shown.window.queuePanel().table().requestFocus());
            press(KeyCode.ESCAPE, false, false);
            assertThat(services.queue.commands).containsExactly("cancelPhotos [0, 1]");
        }

        @Test
        void polite_is_a_key_a_word_and_a_setting() throws Exception {
            choose(0);
            press(KeyCode.L, false, false);
            shown.look();
            assertThat(services.queue.commands).containsExactly("conduct POLITE");
            assertThat(services.saved.getLast().polite()).isTrue();
            assertThat(labels()).anyMatch(text -> text.startsWith("polite: 2 workers at most"));
        }

        private List<String> labels() throws Exception {
            return all(javafx.scene.control.Label.class).stream()
                    .map(javafx.scene.control.Label::getText)
                    .toList();
        }

        @Test
        void sorting_by_state_puts_what_failed_first_and_keeps_the_choice() throws Exception {
            choose(1);
            pressButton("Sort by state, what needs a look first");
            assertThat(firstRow()).isEqualTo("DSC_0414.jpg");
            press(KeyCode.ESCAPE, false, false);
            assertThat(services.queue.commands).containsExactly("cancelPhotos [1]");
            pressButton("Sort by state, what needs a look first");
            assertThat(firstRow()).isEqualTo("DSC_0415.jpg");
            pressButton("Sort by state, what needs a look first");
            assertThat(firstRow()).isEqualTo("DSC_0412.jpg");
        }

        private String firstRow() throws Exception {
            return all(ListCell.class).stream()
                    .filter(cell ->
                            cell.getStyleClass().contains("matrix-row") && cell.getIndex() == 0 && !cell.isEmpty())
                    .flatMap(cell -> cell.lookupAll(".row-name").stream())
                    .map(label -> ((javafx.scene.control.Label) label).getText())
                    .findFirst()
                    .orElseThrow();
        }

        @Test
        void the_finished_files_of_the_chosen_rows_can_be_dragged_out() throws Exception {
            assertThat(services.queue.commands).isEmpty();
            Fx.run(() -> shown.window.queuePanel().table().getSelectionModel().selectAll());
            var files = Fx.call(() -> shown.window.queuePanel().filesToDrag(3));
            assertThat(files)
                    .extracting(file -> file.getFileName().toString())
                    .contains("DSC_0412.jpg-large", "DSC_0415.jpg-large", "DSC_0415.jpg-small")
                    .doesNotContain("DSC_0413.jpg-large");
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
            assertThat(all(ListCell.class)).hasSizeBetween(3, 60);
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
                    .filter(control -> !(control instanceof ListCell || control instanceof ScrollBar))
                    .filter(control -> control.getAccessibleText() == null
                            || control.getAccessibleText().isBlank())
                    .toList();
            assertThat(silent).isEmpty();
        }
    }

    @Nested
    class Work_of_last_time {

        private final List<String> chosen = new java.util.concurrent.CopyOnWriteArrayList<>();

        @BeforeEach
        void open_again_with_some() throws Exception {
            shown.close();
            services.unfinished(
                    new WindowServices.UnfinishedWork(41, failed -> chosen.add("resume"), () -> chosen.add("discard")));
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
        void that_could_not_be_taken_up_says_why_and_can_be_tried_again() throws Exception {
            shown.close();
            services.unfinished(new WindowServices.UnfinishedWork(
                    41, failed -> failed.accept("the disk is gone"), () -> chosen.add("discard")));
            shown = ShownWindow.open(services, 1280, 800);
            pressButton("Resume");
            assertThat(all(javafx.scene.control.Label.class))
                    .extracting(javafx.scene.control.Label::getText)
                    .contains("The exports of last time could not be taken up: the disk is gone.");
            assertThat(all(Button.class)).extracting(Button::getText).contains("Try again");
            Fx.until("no more waiting for rows", () -> !shown.window.sampler().isRunning());
        }

        @Test
        void can_be_discarded() throws Exception {
            pressButton("Discard");
            assertThat(chosen).containsExactly("discard");
            assertThat(shown.window.notice().isVisible()).isFalse();
        }
    }

    @Nested
    class The_history {

        private PastBatch past(String id, int photos) {
            return new PastBatch(
                    id,
                    java.time.Instant.parse("2026-09-14T18:07:00Z"),
                    java.time.Instant.parse("2026-09-14T18:09:00Z"),
                    DemoServices.RECIPES.getFirst(),
                    TO,
                    photos,
                    photos * 3 - 1,
                    0,
                    1,
                    0,
                    61_000_000,
                    java.util.Optional.of(TO.resolve("DSC_0412-large.jpg")));
        }

        @BeforeEach
        void two_batches() throws Exception {
            services.queue.history(List.of(past("b", 12), past("a", 3)));
            press(KeyCode.Q, false, false);
            Fx.run(shown.window.queuePanel()::showHistory);
            Fx.pulses(3);
        }

        @Test
        void tells_what_came_of_each_batch_the_newest_first() throws Exception {
            assertThat(all(javafx.scene.control.Label.class))
                    .extracting(javafx.scene.control.Label::getText)
                    .containsSubsequence(
                            "Web", "12 photos → 35 files", "61\u00a0MB", "1 failed", "Web", "3 photos → 8 files");
        }

        @Test
        void shows_a_batch_in_its_folder_and_runs_it_again_through_the_plan() throws Exception {
            Fx.run(() -> {
                var list = (javafx.scene.control.ListView<?>)
                        shown.stage.getScene().lookup(".history-list");
                list.requestFocus();
                list.getSelectionModel().select(1);
            });
            press(KeyCode.ENTER, false, false);
            assertThat(services.revealed).containsExactly(TO.resolve("DSC_0412-large.jpg"));
            press(KeyCode.R, false, false);
            Fx.until("the start", () -> services.queue.commands.contains("start 3"));
            assertThat(services.queue.commands).containsExactly("photosOf a", "plan 3 Web RENAME", "start 3");
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
