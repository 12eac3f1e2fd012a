package offprint.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.event.Event;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import offprint.library.Photo;
import offprint.settings.LibraryView;
import offprint.ui.DemoServices;
import offprint.ui.Fx;
import offprint.ui.library.PhotoGrid;
import offprint.ui.library.PhotoItem;
import offprint.ui.library.PhotoList.Sort;
import offprint.ui.library.SortMenu;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SortWindowTest {

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

    private PhotoGrid grid() {
        return shown.window.grid();
    }

    private void dropped(List<Photo> photos) throws Exception {
        services.finds(photos);
        shown.drop(photos.size());
    }

    private void press(KeyCode code, boolean shift, boolean control) throws Exception {
        Fx.run(() -> {
            grid().takeFocus();
            var owner = shown.stage.getScene().getFocusOwner();
            Event.fireEvent(owner, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, control, false, false));
        });
        Fx.pulses(3);
    }

    private void press(KeyCode code) throws Exception {
        press(code, false, false);
    }

    private List<String> names(int count) throws Exception {
        return Fx.call(() -> grid().photos().shown().stream()
                .limit(count)
                .map(PhotoItem::name)
                .toList());
    }

    private List<String> selected() throws Exception {
        return Fx.call(() ->
                grid().selection().selected().stream().map(PhotoItem::name).toList());
    }

    private String lead() throws Exception {
        return Fx.call(() -> grid().selection().lead().orElseThrow().name());
    }

    /// The grid's rows on screen from top to bottom, as they are spoken.
    private List<String> spokenRows() throws Exception {
        return Fx.call(() -> cells().stream()
                .map(cell -> String.valueOf(cell.queryAccessibleAttribute(AccessibleAttribute.TEXT)))
                .toList());
    }

    private List<ListCell<?>> cells() {
        var cells = new ArrayList<ListCell<?>>();
        for (var node : shown.stage.getScene().getRoot().lookupAll(".grid-row")) {
            if (node instanceof ListCell<?> cell
                    && cell.isVisible()
                    && !cell.isEmpty()
                    && cell.getParent().isVisible()) {
                cells.add(cell);
            }
        }
        cells.sort(Comparator.comparingDouble(Node::getLayoutY));
        return cells;
    }

    private SortMenu menu() {
        return shown.window.toolbar().sort();
    }

    private MenuItem item(String words) {
        return menu().getItems().stream()
                .filter(item -> item.getText() != null && item.getText().startsWith(words))
                .findFirst()
                .orElseThrow();
    }

    @Nested
    class The_menu {

        @Test
        void sorts_and_says_how() throws Exception {
            dropped(DemoServices.photos(30));
            Fx.run(item("Name")::fire);
            Fx.run(item("Descending")::fire);
            assertThat(names(2)).containsExactly("DSC_0441.jpg", "DSC_0440.jpg");
            assertThat(menu().getText()).isEqualTo("Name");
            assertThat(menu().getAccessibleText()).isEqualTo("Order of the photos: Name, Descending (S)");
            assertThat(checked()).containsExactly("Name", "Descending");
        }

        @Test
        void follows_when_something_else_sorts() throws Exception {
            dropped(DemoServices.photos(30));
            Fx.run(() -> grid().sort(Sort.SIZE));
            press(KeyCode.G);
            assertThat(checked()).containsExactly("File size", "By folder    G");
        }

        private List<String> checked() {
            return menu().getItems().stream()
                    .filter(item -> (item instanceof RadioMenuItem radio && radio.isSelected())
                            || (item instanceof CheckMenuItem check && check.isSelected()))
                    .map(MenuItem::getText)
                    .toList();
        }

        @Test
        void opens_with_its_key() throws Exception {
            press(KeyCode.S);
            assertThat(Fx.call(() -> menu().isShowing())).isTrue();
            Fx.run(() -> menu().hide());
        }

        @Test
        void has_no_words_where_the_window_is_narrow() throws Exception {
            assertThat(Fx.call(() -> menu().getWidth())).isGreaterThan(60);
            Fx.run(() -> shown.stage.setWidth(760));
            Fx.pulses(5);
            assertThat(Fx.call(() -> menu().getWidth())).isLessThan(60);
        }

        @Test
        void is_remembered() throws Exception {
            Fx.run(item("State")::fire);
            press(KeyCode.G);
            var saved = services.saved.getLast();
            assertThat(saved.library()).isEqualTo(new LibraryView(LibraryView.By.STATE, false, true));
            shown.close();
            services.left(saved.library());
            open();
            assertThat(Fx.call(() -> grid().order().toRemember())).isEqualTo(saved.library());
            assertThat(menu().getText()).isEqualTo("State");
        }
    }

    @Nested
    class A_sorted_grid {

        @Test
        void keeps_its_photo_in_sight_and_its_selection() throws Exception {
            dropped(DemoServices.photos(500));
            Fx.run(() -> grid().select(3));
            Fx.run(() -> grid().sort(grid().order().descending(true)));
            Fx.pulses(3);
            assertThat(selected()).containsExactly("DSC_0415.jpg");
            assertThat(spokenRows()).anyMatch(row -> row.contains("DSC_0415.jpg"));
        }

        @Test
        void shows_what_comes_later_in_its_place() throws Exception {
            dropped(DemoServices.photos(12));
            Fx.run(() -> grid().sort(grid().order().with(Sort.NAME).descending(true)));
            services.finds(List.of(DemoServices.photo(1, "DSC_0415-edited.jpg"), DemoServices.photo(2, "Z.jpg")));
            shown.drop(14);
            assertThat(names(1)).containsExactly("Z.jpg");
            assertThat(spokenRows().getFirst()).startsWith("Z.jpg, DSC_0423.jpg");
            assertThat(String.join(", ", spokenRows())).contains("DSC_0416.jpg, DSC_0415.jpg, DSC_0415-edited.jpg");
        }
    }

    @Nested
    class By_folder {

        @BeforeEach
        void three_folders() throws Exception {
            dropped(PhotoScenes.inFolders());
            press(KeyCode.G);
        }

        @Test
        void each_folder_has_a_row_that_names_it() throws Exception {
            assertThat(spokenRows())
                    .filteredOn(row -> row.contains("photo"))
                    .startsWith("Day 2, 7 photos", "Day 10, 1 photo");
            Fx.run(() ->
                    cells().forEach(cell -> assertThat(cell.getAccessibleRole()).isEqualTo(AccessibleRole.LIST_ITEM)));
            assertThat(heights()).startsWith(40.0, 208.0);
            press(KeyCode.G);
            assertThat(spokenRows()).noneMatch(row -> row.contains("photo"));
            assertThat(heights()).containsOnly(208.0);
        }

        private List<Double> heights() throws Exception {
            return Fx.call(() -> cells().stream().map(ListCell::getHeight).toList());
        }

        @Test
        void a_click_on_the_header_selects_its_photos() throws Exception {
            click("Day 2", false, false);
            assertThat(selected()).hasSize(7).contains("A_1.jpg", "A_7.jpg");
            click("Day 10", false, true);
            assertThat(selected()).hasSize(8).contains("B_1.jpg");
            click("Day 10", false, false);
            assertThat(selected()).containsExactly("B_1.jpg");
        }

        private void click(String folder, boolean shift, boolean control) throws Exception {
            Fx.run(() -> cells().stream()
                    .flatMap(cell -> cell.lookupAll(".folder-head").stream())
                    .filter(head -> head.lookup(".folder-name") instanceof javafx.scene.control.Label label
                            && label.getText().equals(folder))
                    .findFirst()
                    .orElseThrow()
                    .fireEvent(mouse(shift, control)));
            Fx.pulses(2);
        }

        private static MouseEvent mouse(boolean shift, boolean control) {
            return new MouseEvent(
                    MouseEvent.MOUSE_PRESSED,
                    8,
                    8,
                    8,
                    8,
                    MouseButton.PRIMARY,
                    1,
                    shift,
                    control,
                    false,
                    false,
                    true,
                    false,
                    false,
                    true,
                    false,
                    true,
                    null);
        }

        @Test
        void down_goes_over_the_header_in_its_column_and_shift_takes_what_is_between() throws Exception {
            Fx.run(() -> grid().select(6));
            press(KeyCode.DOWN);
            assertThat(lead()).isEqualTo("B_1.jpg");
            press(KeyCode.DOWN);
            assertThat(lead()).isEqualTo("C_1.jpg");
            press(KeyCode.RIGHT);
            press(KeyCode.UP, true, false);
            press(KeyCode.UP, true, false);
            assertThat(lead()).isEqualTo("A_7.jpg");
            assertThat(selected()).containsExactly("A_7.jpg", "B_1.jpg", "C_1.jpg", "C_2.jpg");
        }

        @Test
        void a_key_selects_the_folder() throws Exception {
            Fx.run(() -> grid().select(2));
            press(KeyCode.A, true, true);
            assertThat(selected()).hasSize(7).doesNotContain("B_1.jpg");
            assertThat(lead()).isEqualTo("A_3.jpg");
        }

        @Test
        void the_end_can_be_reached_with_the_header_of_its_photos() throws Exception {
            Fx.run(() -> grid().select(0));
            press(KeyCode.END);
            assertThat(lead()).isEqualTo("C_60.jpg");
            assertThat(spokenRows()).anyMatch(row -> row.contains("C_60.jpg"));
            press(KeyCode.HOME);
            assertThat(spokenRows()).first().isEqualTo("Day 2, 7 photos");
        }

        @Test
        void lines_are_as_high_as_the_size_of_the_thumbnails_asks_for() throws Exception {
            for (int px : List.of(320, 96, 104, 160)) {
                Fx.run(() -> grid().setThumbnailPx(px));
                Fx.pulses(3);
                assertThat(heights()).as("%d px", px).containsOnly(40.0, px + 48.0);
            }
        }

        @Test
        void only_what_fits_the_screen_asks_for_thumbnails() throws Exception {
            int before = services.thumbnailRequests.get();
            Fx.run(() -> grid().scrollTo(67));
            Fx.pulses(5);
            int onScreen = Fx.call(() -> grid().onScreen().pictures());
            assertThat(services.thumbnailRequests.get() - before)
                    .as("rows out of sight that are only measured ask for none")
                    .isBetween(1, onScreen);
        }
    }
}
