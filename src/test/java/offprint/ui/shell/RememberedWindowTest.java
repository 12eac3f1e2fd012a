package offprint.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import offprint.image.PixelSize;
import offprint.settings.Settings;
import offprint.settings.WindowPlace;
import offprint.settings.WindowPlace.Frame;
import offprint.ui.DemoServices;
import offprint.ui.Fx;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RememberedWindowTest {

    private static final Frame FRAME = new Frame(60, 40, new PixelSize(900, 700));

    private final DemoServices services = new DemoServices();

    private static WindowPlace at(Frame frame, boolean maximised) {
        return new WindowPlace(Optional.of(frame), maximised, true, Optional.empty(), Optional.empty());
    }

    private record Open(MainWindow window, Stage stage) implements AutoCloseable {
        @Override
        public void close() {
            try {
                Fx.run(window::closeNow);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private Open open() throws Exception {
        var open = Fx.call(() -> {
            var stage = new Stage();
            var window = new MainWindow(stage, services.build(), () -> {});
            window.show(List.of());
            return new Open(window, stage);
        });
        Fx.pulses(3);
        return open;
    }

    private static Frame frameOf(Stage stage) {
        var size = new PixelSize((int) stage.getWidth(), (int) stage.getHeight());
        return new Frame((int) stage.getX(), (int) stage.getY(), size);
    }

    private Settings saved() {
        return services.saved.getLast();
    }

    @Nested
    class The_frame {

        @Test
        void is_where_it_was_left() throws Exception {
            services.left(at(FRAME, false));
            try (var open = open()) {
                assertThat(Fx.call(() -> frameOf(open.stage()))).isEqualTo(FRAME);
            }
        }

        @Test
        void of_a_screen_that_is_gone_is_on_one_that_is_there() throws Exception {
            services.left(at(new Frame(-3000, 40, new PixelSize(900, 700)), false));
            try (var open = open()) {
                assertThat(Fx.call(() -> frameOf(open.stage())).leftPx()).isBetween(0, 100);
            }
        }

        @Test
        void is_saved_when_the_window_closes_at_once_after_it_was_moved() throws Exception {
            try (var open = open()) {
                Fx.run(() -> {
                    open.stage().setX(24);
                    open.stage().setY(32);
                    open.stage().setWidth(880);
                    open.stage().setHeight(640);
                });
            }
            assertThat(saved().window().frame()).contains(new Frame(24, 32, new PixelSize(880, 640)));
        }

        @Test
        void of_a_maximised_window_is_the_one_before() throws Exception {
            services.left(at(FRAME, false));
            try (var open = open()) {
                Fx.run(() -> open.stage().setMaximized(true));
                Fx.pulses(40);
                assertThat(Fx.call(() -> frameOf(open.stage()))).isNotEqualTo(FRAME);
            }
            assertThat(saved().window().maximised()).isTrue();
            assertThat(saved().window().frame()).contains(FRAME);
        }

        @Test
        void of_a_window_left_maximised_is_kept_below_it() throws Exception {
            services.left(at(FRAME, true));
            try (var open = open()) {
                assertThat(Fx.call(() -> open.stage().isMaximized())).isTrue();
                Fx.run(() -> open.stage().setMaximized(false));
                Fx.pulses(3);
                assertThat(Fx.call(() -> frameOf(open.stage()))).isEqualTo(FRAME);
            }
        }
    }

    @Nested
    class The_panes {

        @Test
        void stay_hidden_and_as_high_as_they_were_left() throws Exception {
            services.left(new WindowPlace(Optional.empty(), false, false, Optional.of(200), Optional.empty()));
            try (var open = open()) {
                Fx.run(() -> open.stage().setWidth(1000));
                Fx.run(() -> open.stage().setWidth(1400));
                Fx.run(() -> open.window().toggleQueue());
                Fx.pulses(3);
                assertThat(Fx.call(() -> open.window().comparing().side().isVisible()))
                        .isFalse();
                assertThat(Fx.call(() -> open.window().queuePanel().getHeight()))
                        .isEqualTo(200.0);
            }
        }

        @Test
        void are_saved_as_soon_as_they_change() throws Exception {
            try (var open = open()) {
                Fx.run(() -> open.window().togglePreview());
                assertThat(saved().window().sideShown())
                        .isEqualTo(
                                Fx.call(() -> open.window().comparing().side().isVisible()));
                var bar = Fx.call(() -> open.stage().getScene().lookup(".queue-bar"));
                Fx.run(() -> {
                    bar.fireEvent(mouse(
                            MouseEvent.MOUSE_DRAGGED, open.stage().getScene().getHeight() - 300));
                    bar.fireEvent(mouse(
                            MouseEvent.MOUSE_RELEASED, open.stage().getScene().getHeight() - 300));
                });
                assertThat(saved().window().queueHeightPx().orElseThrow()).isBetween(270, 290);
            }
        }

        private static MouseEvent mouse(javafx.event.EventType<MouseEvent> type, double y) {
            return new MouseEvent(
                    type,
                    100,
                    y,
                    100,
                    y,
                    javafx.scene.input.MouseButton.PRIMARY,
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
                    false,
                    null);
        }
    }

    @Nested
    class The_folder_of_a_chooser {

        @Test
        void is_kept_even_if_it_is_not_there_today(@TempDir Path gone) throws Exception {
            var folder = gone.resolve("unplugged");
            services.left(new WindowPlace(Optional.empty(), false, true, Optional.empty(), Optional.of(folder)));
            try (var open = open()) {
                Fx.run(() -> open.window().togglePreview());
                assertThat(Fx.call(() -> open.window().files().start())).isEmpty();
            }
            assertThat(saved().window().chooserFolder()).contains(folder);
        }

        @Test
        void is_where_the_next_one_begins(@TempDir Path folder) throws Exception {
            services.left(new WindowPlace(Optional.empty(), false, true, Optional.empty(), Optional.of(folder)));
            try (var open = open()) {
                Fx.until(
                        "the folder is found again",
                        () -> open.window().files().start().equals(Optional.of(folder.toFile())));
            }
        }
    }
}
