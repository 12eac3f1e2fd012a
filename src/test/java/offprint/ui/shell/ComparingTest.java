package offprint.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import javafx.event.Event;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import offprint.ui.DemoServices;
import offprint.ui.Fx;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The comparison in the window, by keyboard and mouse.
class ComparingTest {

    private final DemoServices services = new DemoServices();
    private ShownWindow shown;

    @BeforeEach
    void open() throws Exception {
        shown = ShownWindow.open(services.finds(DemoServices.photos(12)), 1280, 800);
        shown.drop(12);
        Fx.run(() -> shown.window.grid().select(0));
        Fx.pulses(3);
    }

    @AfterEach
    void close() throws Exception {
        Fx.run(() -> shown.window.comparing().show(Optional.empty(), Optional.empty(), List.of()));
        Fx.pulses(6);
        shown.close();
        assertThat(services.preview.openPixels()).as("pixels left open").isZero();
    }

    private void press(KeyCode code) throws Exception {
        Fx.run(() -> Event.fireEvent(
                shown.stage.getScene().getFocusOwner(),
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false)));
        Fx.pulses(3);
    }

    private boolean isOpen() throws Exception {
        return Fx.call(() -> shown.window.comparing().isOpen());
    }

    private int variantOfNewest() {
        return services.preview.requests.getLast().variant();
    }

    @Test
    void enter_opens_it_and_escape_leads_back() throws Exception {
        Fx.run(() -> shown.window.grid().takeFocus());
        press(KeyCode.ENTER);
        assertThat(isOpen()).isTrue();
        press(KeyCode.ESCAPE);
        assertThat(isOpen()).isFalse();
    }

    @Test
    void a_double_click_on_a_photo_opens_it_and_one_beside_it_does_not() throws Exception {
        Fx.run(() -> doubleClick(shown.window.grid()));
        assertThat(isOpen()).isFalse();
        Fx.run(() -> doubleClick(shown.window.grid().lookup(".tile")));
        Fx.pulses(2);
        assertThat(isOpen()).isTrue();
    }

    private static void doubleClick(javafx.scene.Node node) {
        Event.fireEvent(
                node,
                new MouseEvent(
                        MouseEvent.MOUSE_CLICKED,
                        5,
                        5,
                        5,
                        5,
                        MouseButton.PRIMARY,
                        2,
                        false,
                        false,
                        false,
                        false,
                        true,
                        false,
                        false,
                        true,
                        false,
                        true,
                        new PickResult(node, 5, 5)));
    }

    @Test
    void the_brackets_walk_through_the_variants_of_the_one_that_is_looked_at() throws Exception {
        press(KeyCode.CLOSE_BRACKET);
        assertThat(variantOfNewest()).isEqualTo(1);
        Fx.run(shown.window.comparing()::open);
        Fx.pulses(3);
        assertThat(variantOfNewest()).isZero();
        press(KeyCode.OPEN_BRACKET);
        assertThat(variantOfNewest()).isEqualTo(2);
    }

    @Test
    void page_keys_walk_through_the_photos() throws Exception {
        Fx.run(shown.window.comparing()::open);
        Fx.pulses(3);
        press(KeyCode.PAGE_DOWN);
        assertThat(services.preview.requests.getLast().photo().file()).hasFileName("DSC_0413.jpg");
        press(KeyCode.PAGE_UP);
        press(KeyCode.PAGE_UP);
        assertThat(services.preview.requests.getLast().photo().file()).hasFileName("DSC_0412.jpg");
    }

    @Test
    void only_one_of_the_two_holds_pictures() throws Exception {
        var side = shown.window.comparing().side().compare();
        var large = shown.window.comparing().large();
        assertThat(Fx.call(side::showsPicture)).isTrue();
        Fx.run(shown.window.comparing()::open);
        Fx.pulses(3);
        assertThat(Fx.call(side::showsPicture)).isFalse();
        assertThat(Fx.call(large::showsPicture)).isTrue();
        press(KeyCode.ESCAPE);
        assertThat(Fx.call(side::showsPicture)).isTrue();
        assertThat(Fx.call(large::showsPicture)).isFalse();
    }

    @Test
    void an_export_of_this_size_is_reckoned_and_forgotten_for_another() throws Exception {
        Fx.until("an estimate", () -> !shown.window.sidebar().estimate().isEmpty());
        assertThat(shown.window.sidebar().estimate()).isEqualTo("about 1.8\u00a0MB in 36 files (±\u00a0263\u00a0kB)");
        Fx.run(() -> shown.window.grid().selectAll());
        Fx.run(() -> shown.window.grid().removeSelected());
        assertThat(shown.window.sidebar().estimate()).isEmpty();
    }

    @Test
    void the_estimate_stops_when_the_export_begins() throws Exception {
        Fx.until("an estimate", () -> !services.estimate.asked.isEmpty());
        Fx.run(shown.window::export);
        assertThat(services.estimate.asked.getLast()).isEqualTo("clear");
    }
}
