package offprint.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.event.Event;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import offprint.export.ExportOutcome;
import offprint.export.ExportPlan;
import offprint.export.PlannedOutput;
import offprint.export.PlannedOutput.Note;
import offprint.export.PlannedPhoto;
import offprint.library.Photo;
import offprint.ui.DemoQueue;
import offprint.ui.DemoServices;
import offprint.ui.Fx;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PlanWindowTest {

    private static final Path TO = Path.of("/home/anna/Pictures/Offprints");

    private final DemoServices services = new DemoServices();
    private final List<Photo> photos = new ArrayList<>(DemoServices.photos(3));
    private ShownWindow shown;

    @BeforeEach
    void open() throws Exception {
        photos.add(DemoServices.unreadable(9, "broken.jpg"));
        shown = ShownWindow.open(services.finds(photos), 1280, 800);
        shown.drop(4);
        Fx.until("recipes", shown.window::hasRecipe);
    }

    @AfterEach
    void close() {
        shown.close();
    }

    private void press(KeyCode code, boolean shift, boolean control) throws Exception {
        Fx.run(() -> {
            var owner = shown.stage.getScene().getFocusOwner();
            Event.fireEvent(owner, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, control, false, false));
        });
        Fx.pulses(3);
    }

    private void button(String text) throws Exception {
        Fx.run(() -> RecipeWindowTest.all(shown, ButtonBase.class).stream()
                .filter(button -> text.equals(button.getText()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + text))
                .fire());
        Fx.pulses(3);
    }

    private List<String> labels() throws Exception {
        return Fx.call(() -> RecipeWindowTest.all(shown, Label.class).stream()
                .map(Label::getText)
                .toList());
    }

    private List<String> commands() {
        return services.queue.commands;
    }

    private boolean isShown() throws Exception {
        return Fx.call(shown.window.flow()::isShown);
    }

    @Nested
    class The_plan {

        @Test
        void opens_by_itself_for_a_photo_that_can_not_be_read_and_starts_without_it() throws Exception {
            press(KeyCode.E, false, true);
            assertThat(isShown()).isTrue();
            assertThat(labels()).contains("1 photo can’t be read: E-DECODE-TRUNCATED");
            assertThat(commands()).containsExactly("plan 4 Web RENAME");
            button("Leave out");
            assertThat(labels())
                    .contains("Left out: 1 photo, no files of others")
                    .doesNotContain("1 photo can’t be read: E-DECODE-TRUNCATED");
            button("Export 3");
            assertThat(commands()).containsExactly("plan 4 Web RENAME", "plan 3 Web RENAME", "start 3");
            assertThat(isShown()).isFalse();
        }

        @Test
        void takes_in_again_what_was_left_out() throws Exception {
            press(KeyCode.E, false, true);
            button("Leave out");
            button("Take in again");
            assertThat(labels()).contains("1 photo can’t be read: E-DECODE-TRUNCATED");
            assertThat(commands()).endsWith("plan 4 Web RENAME");
        }

        @Test
        void is_shown_by_its_key_even_where_nothing_is_to_be_decided_and_left_by_escape() throws Exception {
            Fx.run(() -> shown.window.grid().select(0));
            press(KeyCode.E, true, true);
            assertThat(isShown()).isTrue();
            press(KeyCode.E, false, true);
            assertThat(commands()).as("its own button starts it").noneMatch(command -> command.startsWith("start"));
            press(KeyCode.ESCAPE, false, false);
            assertThat(isShown()).isFalse();
            assertThat(shown.window.sidebar().summary()).isEqualTo("What will happen…");
            button("What will happen…");
            assertThat(isShown()).isTrue();
        }

        @Test
        void puts_the_focus_on_what_is_to_be_decided() throws Exception {
            press(KeyCode.E, false, true);
            var owner = Fx.call(() -> shown.stage.getScene().getFocusOwner());
            assertThat(owner)
                    .isInstanceOfSatisfying(
                            ButtonBase.class,
                            button -> assertThat(button.getText()).isEqualTo("Leave out"));
        }

        @Test
        void opens_when_the_disk_is_too_small() throws Exception {
            photos.removeLast();
            services.queue.freeBytes(1_000);
            Fx.run(() -> shown.window.dropOnRecipe(DemoServices.RECIPES.getFirst(), List.of(Path.of("/x"))));
            Fx.until("the plan", shown.window.flow()::isShown);
            assertThat(labels()).anyMatch(text -> text != null && text.contains("1\u00a0kB are free"));
        }
    }

    @Nested
    class Files_that_exist {

        @BeforeEach
        void replaced() {
            var plain = DemoQueue.planned(photos.getFirst(), DemoServices.RECIPES.getFirst(), TO);
            var replacing = plain.outputs().stream()
                    .map(output -> with(output, new Note.Replaces()))
                    .toList();
            services.queue.planIs(new ExportPlan(
                    DemoServices.RECIPES.getFirst(),
                    TO,
                    List.of(new PlannedPhoto(plain.photo(), replacing, Optional.empty())),
                    0));
        }

        @Test
        void are_kept_replaced_or_skipped_by_one_click() throws Exception {
            press(KeyCode.E, false, true);
            assertThat(labels()).contains("3 files exist already");
            button("Keep both");
            button("Skip");
            button("Replace");
            assertThat(commands())
                    .containsExactly(
                            "plan 4 Web RENAME", "plan 4 Web RENAME", "plan 4 Web SKIP", "plan 4 Web OVERWRITE");
            button("Export 1, replace 3 files");
            assertThat(commands()).endsWith("start 1");
        }
    }

    @Nested
    class What_can_not_be_written {

        @Test
        void is_left_out_of_the_plan_that_starts() throws Exception {
            var no = new ExportOutcome.Failed("E-ENCODE", "No.", "Do.");
            var plain = DemoQueue.planned(photos.getFirst(), DemoServices.RECIPES.getFirst(), TO);
            var outputs = new ArrayList<>(plain.outputs());
            outputs.set(2, with(outputs.get(2), new Note.WillFail(no)));
            services.queue.planIs(new ExportPlan(
                    DemoServices.RECIPES.getFirst(),
                    TO,
                    List.of(new PlannedPhoto(plain.photo(), outputs, Optional.empty())),
                    0));
            press(KeyCode.E, false, true);
            button("Leave out");
            assertThat(labels()).contains("Left out: no photos, 1 file of others");
            button("Export 1");
            var started = services.queue.started().orElseThrow();
            assertThat(ExportPlan.isLeftOut(
                            started.photos().getFirst().outputs().get(2)))
                    .isTrue();
            assertThat(ExportPlan.isLeftOut(
                            started.photos().getFirst().outputs().get(1)))
                    .isFalse();
        }
    }

    private static PlannedOutput with(PlannedOutput output, Note note) {
        return new PlannedOutput(
                output.variant(), output.size(), output.encoding(), output.target(), Optional.of(note));
    }
}
