package offprint.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import offprint.ui.DemoServices;
import offprint.ui.Fx;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

class MirrorTest {

    private final Locale before = Locale.getDefault(Locale.Category.DISPLAY);

    @AfterEach
    void backToEnglish() {
        Locale.setDefault(Locale.Category.DISPLAY, before);
    }

    private static ShownWindow filled() throws Exception {
        return ShownWindow.open(new DemoServices().finds(DemoServices.photos(24)), 1280, 800)
                .drop(24);
    }

    private static double middle(Node node) {
        var bounds = node.localToScene(node.getLayoutBounds());
        return bounds.getCenterX();
    }

    private static void pictures(Node node, List<ImageView> found) {
        if (node instanceof ImageView view && view.getImage() != null) {
            found.add(view);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> pictures(child, found));
        }
    }

    /// Whether something is drawn with its left at the right.
    private static boolean isMirrored(Node node) {
        return node.getLocalToSceneTransform().getMxx() < 0;
    }

    @Test
    void a_language_that_begins_at_the_right_mirrors_the_frame_but_no_picture() throws Exception {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.forLanguageTag("ar"));
        try (var shown = filled()) {
            Fx.run(() -> shown.window.grid().select(0));
            Fx.pulses(5);
            Fx.run(() -> {
                assertThat(middle(shown.window.sidebar())).isGreaterThan(middle(shown.window.grid()));
                assertThat(middle(shown.window.comparing().side())).isLessThan(middle(shown.window.grid()));
                var pictures = new ArrayList<ImageView>();
                pictures(shown.stage.getScene().getRoot(), pictures);
                assertThat(pictures).hasSizeGreaterThan(8).noneMatch(MirrorTest::isMirrored);
            });
        }
    }

    @Test
    void the_arrow_to_the_left_goes_to_the_left_in_both() throws Exception {
        assertThat(afterRightAndLeft(before)).isEqualTo(0);
        assertThat(afterRightAndLeft(Locale.forLanguageTag("he"))).isEqualTo(1);
    }

    /// Which photo is chosen after `→ ←` from the first one: there is nothing to the right of it in Hebrew.
    private static int afterRightAndLeft(Locale locale) throws Exception {
        Locale.setDefault(Locale.Category.DISPLAY, locale);
        try (var shown = filled()) {
            Fx.run(() -> shown.window.grid().select(0));
            for (var code : List.of(KeyCode.RIGHT, KeyCode.LEFT)) {
                Fx.run(() -> {
                    var owner = shown.stage.getScene().getFocusOwner();
                    Event.fireEvent(
                            owner, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
                });
            }
            return Fx.call(() -> {
                var grid = shown.window.grid();
                return grid.photos().shown().indexOf(grid.selection().lead().orElseThrow());
            });
        }
    }

    @Test
    void a_picture_keeps_what_is_before_at_its_left() throws Exception {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.forLanguageTag("ar"));
        try (var shown = filled()) {
            Fx.run(() -> shown.window.grid().select(0));
            Fx.run(shown.window.comparing()::open);
            Fx.pulses(8);
            Fx.run(() -> {
                var large = shown.window.comparing().large();
                var labels = large.lookupAll(".split-label").stream()
                        .map(Label.class::cast)
                        .sorted(Comparator.comparingDouble(MirrorTest::middle))
                        .map(Label::getText)
                        .toList();
                assertThat(labels).containsExactly("before", "quality 85");
                var divider = large.lookup(".split-divider");
                double before = middle(divider);
                Event.fireEvent(
                        divider, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.LEFT, false, false, false, false));
                large.layout();
                ((Parent) large.lookup(".split-view")).layout();
                assertThat(middle(divider)).isLessThan(before);
            });
        }
    }

    @Test
    void what_points_back_points_to_where_lines_begin() throws Exception {
        assertThat(iconOfBack(before)).isEqualTo(Feather.ARROW_LEFT);
        assertThat(iconOfBack(Locale.forLanguageTag("he"))).isEqualTo(Feather.ARROW_RIGHT);
    }

    private static Ikon iconOfBack(Locale locale) throws Exception {
        Locale.setDefault(Locale.Category.DISPLAY, locale);
        try (var shown = filled()) {
            Fx.run(() -> shown.window.grid().select(0));
            Fx.run(shown.window.comparing()::open);
            Fx.pulses(5);
            return Fx.call(
                    () -> ((FontIcon) shown.window.comparing().large().lookup(".icon-button .icon")).getIconCode());
        }
    }

    @Test
    void english_begins_at_the_left() throws Exception {
        try (var shown = filled()) {
            Fx.run(() -> assertThat(middle(shown.window.sidebar())).isLessThan(middle(shown.window.grid())));
        }
    }
}
