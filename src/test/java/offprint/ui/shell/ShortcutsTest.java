package offprint.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Toggle;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination.ModifierValue;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import offprint.ui.Command;
import offprint.ui.DemoQueue;
import offprint.ui.DemoServices;
import offprint.ui.Fx;
import offprint.ui.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every command can be given by its keys, and the list of shortcuts names them.
class ShortcutsTest {

    private static final Path TO = Path.of("/home/anna/Pictures/Offprints");

    private final DemoServices services = new DemoServices();
    private ShownWindow shown;

    @BeforeEach
    void open_with_a_photo_chosen_and_exports_under_way() throws Exception {
        shown = ShownWindow.open(services.finds(DemoServices.photos(3)), 1280, 800);
        shown.drop(3);
        Fx.until("recipes", shown.window::hasRecipe);
        var planned = DemoQueue.planned(DemoServices.photos(1).getFirst(), DemoServices.RECIPES.getFirst(), TO);
        services.queue.put(DemoQueue.encoding(0, planned, 1, 0.5));
        Fx.run(() -> {
            shown.window.grid().select(0);
            shown.window.grid().takeFocus();
        });
        shown.look();
    }

    @AfterEach
    void close() {
        shown.close();
    }

    @ParameterizedTest
    @EnumSource(Command.class)
    void every_command_does_something_by_its_keys(Command command) throws Exception {
        var before = traces();
        Fx.pulses(3);
        assertThat(traces()).as("at rest").isEqualTo(before);
        press((KeyCodeCombination) command.keys());
        assertThat(traces()).as("after " + command.keysText()).isNotEqualTo(before);
    }

    @Test
    void no_two_commands_have_the_same_keys() {
        var keys = Arrays.stream(Command.values()).map(Command::keys).toList();
        assertThat(new HashSet<>(keys)).hasSameSizeAs(keys);
    }

    @Test
    void the_list_names_every_command_with_its_keys() throws Exception {
        press(new KeyCodeCombination(KeyCode.F1));
        var listed = Fx.call(() -> listed(shown.stage.getScene().getRoot(), new LinkedHashMap<>()));
        var wanted = Arrays.stream(Command.values())
                .collect(Collectors.toMap(command -> Texts.get(command.textKey()), Command::keysText));
        assertThat(listed).containsAllEntriesOf(wanted);
        assertThat(listed.values()).as("no keys, or no words").doesNotContain("");
    }

    private void press(KeyCodeCombination keys) throws Exception {
        Fx.run(() -> Event.fireEvent(
                shown.stage.getScene().getFocusOwner(),
                new KeyEvent(
                        KeyEvent.KEY_PRESSED,
                        "",
                        "",
                        keys.getCode(),
                        keys.getShift() == ModifierValue.DOWN,
                        keys.getShortcut() == ModifierValue.DOWN,
                        keys.getAlt() == ModifierValue.DOWN,
                        false)));
        Fx.pulses(3);
    }

    /// All that a command can leave behind: what is asked of the services, what is shown, and where the focus is.
    private List<Object> traces() throws Exception {
        return Fx.call(() -> {
            var traces = new ArrayList<Object>();
            traces.addAll(services.queue.commands);
            traces.addAll(services.saved);
            traces.add(services.preview.requests.size());
            traces.add(String.valueOf(shown.stage.getScene().getFocusOwner()));
            collect(shown.stage.getScene().getRoot(), traces);
            return traces;
        });
    }

    private static void collect(Node node, List<Object> traces) {
        if (!node.isVisible()) {
            return;
        }
        boolean isClock = node.getStyleClass().contains("window-delay");
        if (node instanceof Labeled labeled && !isClock) {
            traces.add(labeled.getText());
        }
        if (node instanceof Toggle toggle) {
            traces.add(toggle.isSelected());
        }
        if (node instanceof MenuButton menu) {
            traces.add(menu.isShowing());
        }
        traces.add(String.valueOf(node.getAccessibleHelp()));
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, traces));
        }
    }

    private static Map<String, String> listed(Node node, Map<String, String> found) {
        if (node instanceof GridPane table && node.getStyleClass().contains("shortcuts-column")) {
            var labels = table.getChildren();
            for (int i = 0; i + 1 < labels.size(); i += 2) {
                found.put(((Labeled) labels.get(i + 1)).getText(), ((Labeled) labels.get(i)).getText());
            }
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> listed(child, found));
        }
        return found;
    }
}
