package offprint.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import offprint.settings.Settings;
import offprint.ui.DemoServices;
import offprint.ui.Fx;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The checks of the screens find what they are there for: each is shown a window with one thing wrong.
class ScreenChecksTest {

    private @Nullable ShownWindow opened;

    @AfterEach
    void close() {
        if (opened != null) {
            opened.close();
        }
    }

    private ShownWindow window() throws Exception {
        var services = new DemoServices().theme(Settings.Theme.LIGHT);
        var shown = PhotoScenes.filled(services, WindowScene.WIDE_PX, 5);
        opened = shown;
        Fx.pulses(12);
        return shown;
    }

    /// In the middle of the window, over the photos.
    private static ShownWindow plant(ShownWindow shown, Node node) throws Exception {
        Fx.run(() -> {
            var center = (Pane) shown.stage.getScene().lookup(".center");
            center.getChildren().add(node);
        });
        Fx.pulses(5);
        return shown;
    }

    @Test
    void words_that_are_cut() throws Exception {
        var label = new Label("More than there is room for");
        label.setMaxWidth(80);
        var shown = plant(window(), label);
        assertThat(Fx.call(() -> CutTexts.in(shown.stage.getScene().getRoot())))
                .singleElement()
                .asString()
                .contains("More than there is room for");
    }

    @Test
    void lines_that_stand_out_of_their_pane() throws Exception {
        var label = new Label("One line\nand another\nand a third");
        label.setMinHeight(Region.USE_PREF_SIZE);
        var low = new VBox(label);
        low.setMinHeight(16);
        low.setMaxHeight(16);
        var shown = plant(window(), low);
        assertThat(Fx.call(() -> Overflow.in(shown.stage.getScene().getRoot())))
                .singleElement()
                .asString()
                .contains("and another", "VBox");
    }

    @Test
    void what_stands_out_of_the_window() throws Exception {
        var wide = new Region();
        wide.getStyleClass().add("planted");
        wide.setMinSize(2_000, 10);
        var shown = plant(window(), wide);
        assertThat(Fx.call(() -> Overflow.in(shown.stage.getScene().getRoot())))
                .anyMatch(found -> found.contains("planted") && found.contains("stands out of the window"));
    }

    @Test
    void a_control_without_a_name() throws Exception {
        var shown = plant(window(), new Button(""));
        assertThat(Fx.call(() -> Spoken.of(shown.stage.getScene().getRoot())).nameless())
                .singleElement()
                .asString()
                .contains("Button");
    }

    @Test
    void a_blank_window() throws Exception {
        var shown = window();
        assertThat(Picture.of(shown, 1).colours()).isGreaterThan(ScreensTest.FEWEST_COLOURS);
        Fx.run(() ->
                shown.stage.getScene().getRoot().getChildrenUnmodifiable().forEach(node -> node.setVisible(false)));
        assertThat(Picture.of(shown, 1).colours()).isLessThanOrEqualTo(ScreensTest.FEWEST_COLOURS);
    }

    @Test
    void a_picture_is_the_window_whatever_stands_out_of_it() throws Exception {
        var high = new Region();
        high.setMinSize(10, 2_000);
        var shown = plant(window(), high);
        assertThat(Fx.call(() ->
                        shown.stage.getScene().getRoot().getBoundsInParent().getHeight()))
                .isGreaterThan(WindowScene.HEIGHT_PX);
        assertThat(Picture.of(shown, 2).heightPx()).isEqualTo(2 * WindowScene.HEIGHT_PX);
    }

    @Test
    void a_focus_that_does_not_show() throws Exception {
        var shown = window();
        var export = shown.window.sidebar().exportButton();
        Fx.run(() -> export.setStyle("-fx-background-color: -color-accent-emphasis; -fx-background-insets: 0;"));
        var walk = TabWalk.through(shown);
        assertThat(walk.unseen()).containsExactly(export);
        assertThat(walk.unreached()).isEmpty();
    }

    @Test
    void a_control_that_tab_does_not_reach() throws Exception {
        var shown = window();
        var export = shown.window.sidebar().exportButton();
        var filter = shown.window.toolbar().filterField();
        filter.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.TAB) {
                shown.window.grid().takeFocus();
                event.consume();
            }
        });
        assertThat(TabWalk.through(shown).unreached()).contains(export);
    }
}
