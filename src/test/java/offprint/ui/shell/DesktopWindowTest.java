package offprint.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import offprint.export.PlannedPhoto;
import offprint.ui.Command;
import offprint.ui.DemoQueue;
import offprint.ui.DemoServices;
import offprint.ui.Fx;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// What the window has to do with the desktop around it.
class DesktopWindowTest {

    private static final Path TO = Path.of("/home/anna/Pictures/Offprints");

    private final DemoServices services = new DemoServices();
    private ShownWindow shown;

    @BeforeEach
    void open() throws Exception {
        shown = ShownWindow.open(services, 1000, 800);
    }

    @AfterEach
    void close() {
        shown.close();
    }

    private static PlannedPhoto planned(int row) {
        return DemoQueue.planned(DemoServices.photos(row + 1).get(row), DemoServices.RECIPES.getFirst(), TO);
    }

    private void begins(int... rows) throws Exception {
        for (int row : rows) {
            services.queue.put(DemoQueue.encoding(row, planned(row), 1, 0.5));
        }
        shown.look();
    }

    private void ends(int... rows) throws Exception {
        for (int row : rows) {
            services.queue.put(DemoQueue.done(row, planned(row)));
        }
        shown.look();
    }

    private String title() throws Exception {
        return Fx.call(() -> shown.stage.getTitle());
    }

    @Nested
    class The_title {

        @Test
        void tells_how_far_the_exports_are_and_nothing_at_rest() throws Exception {
            assertThat(title()).isEqualTo("Offprint");
            begins(0, 1, 2, 3);
            Fx.until("a percentage", () -> shown.stage.getTitle().matches("\\d+\u00a0% – Offprint"));
            int before = Integer.parseInt(title().replaceAll("\\D", ""));
            ends(0, 1, 2);
            Fx.until("more", () -> {
                var digits = shown.stage.getTitle().replaceAll("\\D", "");
                return !digits.isEmpty() && Integer.parseInt(digits) > Math.max(before, 74);
            });
            ends(3);
            Fx.until("the end", () -> shown.stage.getTitle().equals("Offprint"));
        }

        @Test
        void of_a_second_batch_begins_anew() throws Exception {
            begins(0, 1, 2);
            ends(0, 1, 2);
            Fx.until("the end", () -> shown.stage.getTitle().equals("Offprint"));
            services.queue.put(DemoQueue.waiting(3, planned(3)));
            services.queue.put(DemoQueue.waiting(4, planned(4)));
            shown.look();
            Fx.until("nothing yet", () -> shown.stage.getTitle().equals("0\u00a0% – Offprint"));
        }
    }

    @Nested
    class A_notification {

        @BeforeEach
        void look_elsewhere() throws Exception {
            Fx.run(() -> shown.stage.setIconified(true));
        }

        @Test
        void tells_what_a_batch_made_once_it_is_done() throws Exception {
            begins(0, 1);
            assertThat(services.desktop.told).isEmpty();
            ends(0, 1);
            Fx.until("the notification", () -> !services.desktop.told.isEmpty());
            assertThat(services.desktop.told).singleElement().asString().startsWith("Export finished: 2 photos → ");
        }

        @Test
        void tells_of_this_batch_only_and_of_what_failed() throws Exception {
            begins(0, 1);
            ends(0, 1);
            Fx.until("the first", () -> services.desktop.told.size() == 1);
            begins(2, 3, 4);
            services.queue.put(DemoQueue.failed(2, planned(2), "E-SPACE", "The disk is full.", "Make room."));
            ends(3, 4);
            Fx.until("the second", () -> services.desktop.told.size() == 2);
            assertThat(services.desktop.told.getLast()).startsWith("Export finished: 1 photo failed: 3 photos → ");
        }

        @Test
        void of_a_retry_counts_what_failed_again() throws Exception {
            services.queue.put(DemoQueue.failed(0, planned(0), "E-SPACE", "The disk is full.", "Make room."));
            services.queue.put(DemoQueue.failed(1, planned(1), "E-SPACE", "The disk is full.", "Make room."));
            shown.look();
            begins(0, 1);
            services.queue.put(DemoQueue.failed(0, planned(0), "E-SPACE", "The disk is full.", "Make room."));
            ends(1);
            Fx.until("the notification", () -> !services.desktop.told.isEmpty());
            assertThat(services.desktop.told.getLast()).startsWith("Export finished: 1 photo failed: 2 photos → ");
        }

        @Test
        void is_not_for_who_looks_or_wants_none_or_cancelled_all() throws Exception {
            begins(0);
            services.queue.put(DemoQueue.cancelled(0, planned(0), java.time.Duration.ofMillis(3)));
            shown.look();
            Fx.until("the end", () -> shown.stage.getTitle().equals("Offprint"));
            assertThat(services.desktop.told).as("all cancelled").isEmpty();

            Fx.run(() -> shown.stage.setIconified(false));
            Fx.until("the focus", () -> shown.stage.isFocused());
            begins(1);
            ends(1);
            Fx.until("the end", () -> shown.stage.getTitle().equals("Offprint"));
            assertThat(services.desktop.told).as("the window is looked at").isEmpty();

            Fx.run(() -> shown.stage.setIconified(true));
            Fx.run(() -> shown.window.toolbar().notifications().fire());
            assertThat(services.saved.getLast().notifications()).isFalse();
            begins(2);
            ends(2);
            Fx.until("the end", () -> shown.stage.getTitle().equals("Offprint"));
            assertThat(services.desktop.told).as("none are wanted").isEmpty();
        }
    }

    @Nested
    class A_second_start {

        @Test
        void adds_its_files_and_brings_the_window_back() throws Exception {
            services.finds(DemoServices.photos(3));
            Fx.until("the window hears", () -> services.desktop.isHeard());
            Fx.run(() -> shown.stage.setIconified(true));
            services.desktop.arrive(List.of(Path.of("/photos/a.jpg")));
            Fx.until("the photos", () -> shown.window.grid().photos().size() == 3);
            assertThat(services.dropped).containsExactly(Path.of("/photos/a.jpg"));
            assertThat(Fx.call(() -> shown.stage.isIconified())).isFalse();
        }

        @Test
        void keeps_a_window_open_that_was_to_close_when_all_is_done() throws Exception {
            begins(0);
            Fx.run(() -> shown.window.close());
            Fx.run(() -> ((javafx.scene.control.Button) shown.stage.getScene().lookup(".prompt .accent")).fire());
            assertThat(title()).contains("closes when");
            Fx.until("the window hears", () -> services.desktop.isHeard());
            services.desktop.arrive(List.of());
            Fx.until("the usual title", () -> !shown.stage.getTitle().contains("closes when"));
            ends(0);
            Fx.pulses(20);
            assertThat(shown.closed).isFalse();
        }
    }

    @Nested
    class Dragging_out_of_the_grid {

        private List<Path> dragged(int place) throws Exception {
            return Fx.call(() -> {
                var grid = shown.window.grid();
                return grid.filesToDrag(grid.photos().shown().get(place));
            });
        }

        @BeforeEach
        void export_two_of_four() throws Exception {
            services.finds(DemoServices.photos(4));
            shown.drop(4);
            ends(0, 1);
        }

        @Test
        void takes_the_finished_files_of_a_photo_and_nothing_of_one_without() throws Exception {
            assertThat(dragged(0))
                    .hasSize(3)
                    .allSatisfy(file -> assertThat(file.toString()).contains("DSC_0412"));
            assertThat(dragged(3)).isEmpty();
        }

        @Test
        void takes_those_of_all_selected_photos_but_not_of_others() throws Exception {
            Fx.run(() -> shown.window.grid().selectAll());
            assertThat(dragged(3)).hasSize(6);
            Fx.run(() -> shown.window.grid().select(1));
            assertThat(dragged(0)).hasSize(3);
        }

        @Test
        void of_several_begins_at_any_of_them_and_a_click_still_chooses_one() throws Exception {
            Fx.run(() -> shown.window.grid().selectAll());
            Fx.pulses(3);
            var tile = tiles().getFirst();
            Fx.run(() -> tile.fireEvent(mouse(MouseEvent.MOUSE_PRESSED, true)));
            assertThat(selected()).isEqualTo(4);
            Fx.run(() -> tile.fireEvent(mouse(MouseEvent.MOUSE_RELEASED, false)));
            assertThat(selected()).as("after a drag").isEqualTo(4);
            Fx.run(() -> tile.fireEvent(mouse(MouseEvent.MOUSE_PRESSED, true)));
            Fx.run(() -> tile.fireEvent(mouse(MouseEvent.MOUSE_RELEASED, true)));
            assertThat(selected()).as("after a click").isEqualTo(1);
        }

        private int selected() throws Exception {
            return Fx.call(() -> shown.window.grid().selection().selected().size());
        }

        private List<Node> tiles() throws Exception {
            return Fx.call(() -> List.copyOf(shown.stage.getScene().getRoot().lookupAll(".tile")));
        }

        private static MouseEvent mouse(EventType<MouseEvent> type, boolean still) {
            return new MouseEvent(
                    type,
                    5,
                    5,
                    5,
                    5,
                    MouseButton.PRIMARY,
                    1,
                    false,
                    false,
                    false,
                    false,
                    true,
                    false,
                    false,
                    false,
                    false,
                    still,
                    null);
        }
    }

    @Nested
    class The_menus_of_a_mac {

        @Test
        void have_every_command_once_and_give_no_letter_away() throws Exception {
            var run = new ArrayList<Command>();
            Fx.run(() -> {
                var bar = SystemMenu.build(run::add);
                assertThat(bar.isUseSystemMenuBar()).isTrue();
                for (var menu : bar.getMenus()) {
                    for (MenuItem item : menu.getItems()) {
                        if (!(item instanceof SeparatorMenuItem)) {
                            assertThat(item.getText()).isNotBlank();
                            int before = run.size();
                            item.fire();
                            var command = run.get(before);
                            assertThat(item.getAccelerator() == null).isEqualTo(command.isPlainLetter());
                        }
                    }
                }
            });
            assertThat(run).hasSize(Command.values().length);
            assertThat(Set.copyOf(run)).isEqualTo(EnumSet.allOf(Command.class));
        }

        @Test
        void are_there_on_a_mac_only() throws Exception {
            boolean isMac =
                    System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac");
            assertThat(Fx.call(() -> SystemMenu.ofThisSystem(command -> {}).isPresent()))
                    .isEqualTo(isMac);
        }
    }
}
