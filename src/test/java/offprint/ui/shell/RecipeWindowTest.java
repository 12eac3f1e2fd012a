package offprint.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import offprint.image.ImageFormat;
import offprint.recipe.EncodingDraft;
import offprint.recipe.MetadataPolicy;
import offprint.recipe.OnConflict;
import offprint.recipe.SizeDraft;
import offprint.recipe.Sizing;
import offprint.recipe.Variant;
import offprint.ui.DemoServices;
import offprint.ui.Fx;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RecipeWindowTest {

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

    private void press(KeyCode code, boolean shift, boolean control, boolean alt) throws Exception {
        Fx.run(() -> {
            var owner = shown.stage.getScene().getFocusOwner();
            Event.fireEvent(owner, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, control, alt, false));
        });
        Fx.pulses(2);
    }

    static <T> List<T> all(ShownWindow shown, Class<T> type) {
        var found = new ArrayList<T>();
        collect(shown.stage.getScene().getRoot(), type, found);
        return found;
    }

    private static <T> void collect(Node node, Class<T> type, List<T> found) {
        if (!node.isVisible()) {
            return;
        }
        if (type.isInstance(node)) {
            found.add(type.cast(node));
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, type, found));
        }
    }

    static <T extends Node> T byId(ShownWindow shown, String id, Class<T> type) {
        return all(shown, type).stream()
                .filter(node -> id.equals(node.getId()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + type.getSimpleName() + " " + id));
    }

    private void edit() throws Exception {
        press(KeyCode.R, false, true, false);
        Fx.until("the editor", () -> !variantLists().isEmpty());
        Fx.pulses(2);
    }

    private List<Node> variantLists() {
        return all(shown, Node.class).stream()
                .filter(list -> list.getStyleClass().contains("variant-list"))
                .toList();
    }

    private void type(String id, String text) throws Exception {
        Fx.run(() -> byId(shown, id, TextField.class).setText(text));
        Fx.pulses(2);
    }

    private List<String> labels() throws Exception {
        return Fx.call(
                () -> all(shown, Label.class).stream().map(Label::getText).toList());
    }

    private void button(String accessibleText) throws Exception {
        Fx.run(() -> all(shown, javafx.scene.control.ButtonBase.class).stream()
                .filter(button -> accessibleText.equals(button.getAccessibleText()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + accessibleText))
                .fire());
        Fx.pulses(3);
    }

    @Nested
    class Editing_a_built_in_recipe {

        @Test
        void makes_a_copy_at_the_first_change_and_chooses_it() throws Exception {
            edit();
            assertThat(labels()).contains("Built in: a change makes “Web copy”");
            assertThat(services.recipes.changes).isEmpty();
            type("variants[0].encoding.quality", "70");
            Fx.until(
                    "the copy",
                    () -> shown.window
                            .sidebar()
                            .recipe()
                            .filter(recipe -> recipe.name().equals("Web copy"))
                            .isPresent());
            assertThat(services.recipes.changes).containsExactly("save Web copy in place of Web copy");
            assertThat(services.recipes
                            .own("Web copy")
                            .orElseThrow()
                            .variants()
                            .getFirst()
                            .encoding())
                    .hasFieldOrPropertyWithValue("qualityPercent", 70);
            assertThat(labels()).contains("Saved", "YOURS", "BUILT IN");
        }

        @Test
        void can_be_undone_and_redone_by_the_keys_even_in_a_text_field() throws Exception {
            edit();
            Fx.run(() -> byId(shown, "variants[0].file", TextField.class).requestFocus());
            type("variants[0].file", "web/{name}");
            press(KeyCode.Z, false, true, false);
            assertThat(Fx.call(() ->
                            byId(shown, "variants[0].file", TextField.class).getText()))
                    .isEqualTo("{name}-{variant}");
            press(KeyCode.Z, true, true, false);
            assertThat(Fx.call(() ->
                            byId(shown, "variants[0].file", TextField.class).getText()))
                    .isEqualTo("web/{name}");
            assertThat(services.recipes
                            .own("Web copy")
                            .orElseThrow()
                            .variants()
                            .getFirst()
                            .file()
                            .text())
                    .isEqualTo("web/{name}");
        }
    }

    @Nested
    class What_is_wrong {

        @Test
        void stands_at_its_field_and_is_not_saved_until_it_is_mended() throws Exception {
            edit();
            type("variants[0].encoding.quality", "140");
            assertThat(labels())
                    .contains("Expected a whole number from 1 to 100 but received 140", "Not saved: 1 error");
            assertThat(services.recipes.changes).isEmpty();
            assertThat(Fx.call(() -> byId(shown, "variants[0].encoding.quality", TextField.class)
                            .getAccessibleHelp()))
                    .contains("140");
            type("variants[0].encoding.quality", "90");
            assertThat(services.recipes.changes).hasSize(1);
            assertThat(labels()).noneMatch(text -> text != null && text.startsWith("Expected"));
        }

        @Test
        void is_said_when_the_editor_is_left_and_can_be_gone_back_to() throws Exception {
            edit();
            type("variants[0].encoding.quality", "x");
            press(KeyCode.ESCAPE, false, false, false);
            assertThat(variantLists()).isEmpty();
            assertThat(labels()).contains("“Web copy” stays as it was saved last: the rest was not right yet.");
            button("Mend it");
            assertThat(Fx.call(() -> byId(shown, "variants[0].encoding.quality", TextField.class)
                            .getText()))
                    .isEqualTo("x");
        }

        @Test
        void with_the_disk_is_shown_too() throws Exception {
            edit();
            services.recipes.refuse("the disk is full");
            type("variants[0].encoding.quality", "70");
            assertThat(labels()).contains("The recipe could not be saved: the disk is full");
        }
    }

    @Nested
    class The_list_of_variants {

        private List<String> names() {
            return services.recipes.own("Web copy").orElseThrow().variants().stream()
                    .map(Variant::name)
                    .toList();
        }

        @Test
        void obeys_the_keys() throws Exception {
            edit();
            Fx.run(() -> variantLists().getFirst().requestFocus());
            press(KeyCode.DOWN, false, false, true);
            assertThat(names()).containsExactly("small", "large", "avif");
            press(KeyCode.UP, false, false, true);
            assertThat(names()).containsExactly("large", "small", "avif");
            press(KeyCode.D, false, true, false);
            assertThat(names()).containsExactly("large", "large 2", "small", "avif");
            press(KeyCode.DELETE, false, false, false);
            assertThat(names()).containsExactly("large", "small", "avif");
            press(KeyCode.INSERT, false, false, false);
            assertThat(names()).hasSize(4).contains("new");
        }

        @Test
        void is_reordered_by_dragging_a_row() throws Exception {
            edit();
            Fx.run(() -> {
                var cell = all(shown, ListCell.class).stream()
                        .filter(row -> row.getStyleClass().contains("variant-row") && row.getIndex() == 0)
                        .findFirst()
                        .orElseThrow();
                cell.fireEvent(mouse(cell, MouseEvent.MOUSE_PRESSED, 10));
                cell.fireEvent(mouse(cell, MouseEvent.MOUSE_DRAGGED, 40));
                cell.fireEvent(mouse(cell, MouseEvent.MOUSE_DRAGGED, 75));
                cell.fireEvent(mouse(cell, MouseEvent.MOUSE_RELEASED, 75));
            });
            assertThat(names()).containsExactly("small", "avif", "large");
            press(KeyCode.Z, false, true, false);
            assertThat(names()).as("one step to undo").containsExactly("large", "small", "avif");
        }

        private MouseEvent mouse(Node cell, javafx.event.EventType<MouseEvent> type, double y) {
            var at = cell.localToScene(20, y);
            return new MouseEvent(
                    type,
                    at.getX(),
                    at.getY(),
                    20,
                    y,
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
                    false,
                    null);
        }
    }

    @Nested
    class Every_field {

        @Test
        void of_a_recipe_has_a_control_with_a_name_for_the_ear() throws Exception {
            edit();
            var missing = new ArrayList<String>();
            var formats =
                    List.of(ImageFormat.JPEG, ImageFormat.PNG, ImageFormat.WEBP, ImageFormat.AVIF, ImageFormat.TIFF);
            assertThat(EncodingDraft.FORMATS).containsExactlyElementsOf(formats);
            for (var format : formats) {
                Fx.run(() -> byId(shown, "encoding.format." + format.id(), ToggleButton.class)
                        .fire());
                Fx.pulses(2);
                for (var choice : EncodingDraft.usual(format).choices().keySet()) {
                    if (!ids().contains("variants[0].encoding." + choice)) {
                        missing.add(format.id() + " " + choice);
                    }
                }
            }
            for (var field :
                    List.of("name", "onConflict", "variants[0].name", "variants[0].file", "variants[0].size")) {
                if (!ids().contains(field)) {
                    missing.add(field);
                }
            }
            for (var group : MetadataPolicy.Group.values()) {
                byId(shown, "metadata.keep." + group.name().toLowerCase(java.util.Locale.ROOT), CheckBox.class);
            }
            assertThat(missing).isEmpty();
            assertThat(silent()).isEmpty();
        }

        private Set<String> ids() throws Exception {
            return Fx.call(() -> {
                var ids = new HashSet<String>();
                all(shown, Control.class).forEach(control -> ids.add(String.valueOf(control.getId())));
                return ids;
            });
        }

        private List<Control> silent() throws Exception {
            return Fx.call(() -> all(shown, Control.class).stream()
                    .filter(Node::isFocusTraversable)
                    .filter(control -> !(control instanceof ListCell || control instanceof ScrollBar))
                    .filter(control -> control.getAccessibleText() == null
                            || control.getAccessibleText().isBlank())
                    .filter(control -> !(control instanceof ScrollPane))
                    .toList());
        }

        @Test
        @SuppressWarnings("unchecked")
        void changes_what_it_says() throws Exception {
            edit();
            Fx.run(() -> {
                byId(shown, "variants[0].size", ComboBox.class).setValue(SizeDraft.Kind.WITHIN);
                byId(shown, "variants[0].size.enlarge", CheckBox.class).fire();
                byId(shown, "metadata.keep.gps", CheckBox.class).fire();
                byId(shown, "onConflict", ComboBox.class).setValue(OnConflict.SKIP);
                byId(shown, "variants[0].encoding.mozjpeg", CheckBox.class).fire();
                byId(shown, "variants[0].encoding.chroma", ComboBox.class).setValue("4:4:4");
            });
            Fx.pulses(2);
            var recipe = services.recipes.own("Web copy").orElseThrow();
            var large = recipe.variants().getFirst();
            assertThat(large.sizing()).isInstanceOf(Sizing.Within.class);
            assertThat(large.sizing().mayEnlarge()).isTrue();
            assertThat(large.encoding())
                    .hasToString("Jpeg[qualityPercent=85, progressive=false, chroma=FULL_444, mozjpeg=true]");
            assertThat(recipe.metadata().keeps(MetadataPolicy.Group.GPS)).isTrue();
            assertThat(recipe.onConflict()).isEqualTo(OnConflict.SKIP);
        }

        @Test
        void of_the_file_name_is_shown_for_the_photo_at_once() throws Exception {
            edit();
            assertThat(labels()).contains("→ DSC_0412-large.jpg");
            type("variants[0].file", "{date}/{name}");
            assertThat(labels()).contains("→ 2026-09-14/DSC_0412.jpg");
            Fx.run(() -> shown.window.grid().select(1));
            Fx.pulses(2);
            assertThat(labels()).contains("→ 2026-09-14/DSC_0413.jpg");
        }
    }

    @Nested
    class The_room {

        @Test
        void makes_renames_and_deletes_a_recipe_and_brings_it_back() throws Exception {
            press(KeyCode.N, false, true, false);
            Fx.until("the new one", () -> services.recipes.own("New recipe").isPresent());
            type("name", "Album");
            Fx.until(
                    "the rename",
                    () -> shown.window.sidebar().recipe().orElseThrow().name().equals("Album"));
            assertThat(services.recipes.own("New recipe")).isEmpty();
            Fx.run(shown.window.recipes()::delete);
            Fx.until("the end", () -> services.recipes.own("Album").isEmpty());
            Fx.pulses(3);
            assertThat(labels()).contains("“Album” is deleted.");
            button("Undo");
            Fx.until(
                    "it back",
                    () -> shown.window.sidebar().recipe().orElseThrow().name().equals("Album"));
            assertThat(services.recipes.own("Album")).isPresent();
        }

        @Test
        void never_gives_two_recipes_one_name() throws Exception {
            edit();
            type("name", "social");
            assertThat(labels()).anyMatch(text -> text != null && text.contains("which another of your recipes has"));
            assertThat(services.recipes.changes).isEmpty();
        }

        @Test
        void takes_in_a_recipe_file_that_is_dropped_and_chooses_it() throws Exception {
            Fx.run(() -> shown.window.drop(List.of(Path.of("/mail/given.offprint-recipe"))));
            Fx.until(
                    "the recipe",
                    () -> shown.window.sidebar().recipe().orElseThrow().name().equals("Taken"));
            assertThat(labels()).contains("“Taken” is among your recipes now.");
            assertThat(services.dropped)
                    .as("what was scanned for photos")
                    .doesNotContain(Path.of("/mail/given.offprint-recipe"));
            Fx.run(() -> shown.window.drop(List.of(Path.of("/mail/broken.offprint-recipe"))));
            Fx.pulses(3);
            assertThat(labels())
                    .contains(
                            "broken.offprint-recipe is no recipe: name: expected a text that is not empty but received 7");
        }

        @Test
        void goes_on_with_another_recipe_when_that_is_chosen_in_the_list() throws Exception {
            edit();
            Fx.run(() -> shown.window.sidebar().setRecipes(services.recipes.all(), Optional.of("Print")));
            Fx.pulses(2);
            assertThat(Fx.call(() -> byId(shown, "name", TextField.class).getText()))
                    .isEqualTo("Print");
        }

        @Test
        void goes_back_to_the_photos_by_escape_and_by_its_button() throws Exception {
            edit();
            press(KeyCode.ESCAPE, false, false, false);
            assertThat(variantLists()).isEmpty();
            assertThat(Fx.call(() -> shown.window.grid().localToScene(0, 0) != null
                            && shown.window.grid().getParent().isVisible()))
                    .isTrue();
            edit();
            button("Back to the photos (Esc)");
            assertThat(variantLists()).isEmpty();
        }
    }
}
