package offprint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import offprint.ui.KeysText.Keyboard;
import org.junit.jupiter.api.Test;

class KeysTextTest {

    private static final KeyCodeCombination CANCEL_ALL =
            new KeyCodeCombination(KeyCode.ESCAPE, KeyCombination.SHIFT_DOWN, KeyCombination.SHORTCUT_DOWN);

    @Test
    void a_pc_writes_names_with_plus_signs() {
        assertThat(KeysText.of(CANCEL_ALL, Keyboard.PC)).isEqualTo("Ctrl+Shift+Esc");
        assertThat(KeysText.of(new KeyCodeCombination(KeyCode.F1), Keyboard.PC)).isEqualTo("F1");
    }

    @Test
    void a_mac_writes_signs_with_command_next_to_the_key() {
        assertThat(KeysText.of(CANCEL_ALL, Keyboard.MAC)).isEqualTo("⇧⌘Esc");
        assertThat(KeysText.of(
                        new KeyCodeCombination(KeyCode.O, KeyCombination.CONTROL_DOWN, KeyCombination.ALT_DOWN),
                        Keyboard.MAC))
                .isEqualTo("⌃⌥O");
    }

    @Test
    void the_keyboard_is_that_of_the_system() {
        assertThat(Keyboard.of("Mac OS X")).isEqualTo(Keyboard.MAC);
        assertThat(Keyboard.of("Linux")).isEqualTo(Keyboard.PC);
        assertThat(Keyboard.of("Windows 11")).isEqualTo(Keyboard.PC);
    }

    @Test
    void no_command_is_bound_to_ctrl_itself_which_a_mac_has_beside_its_shortcut_key() {
        for (var command : Command.values()) {
            assertThat(((KeyCodeCombination) command.keys()).getControl())
                    .as(command.name())
                    .isEqualTo(KeyCombination.ModifierValue.UP);
        }
    }

    @Test
    void no_text_of_the_window_names_keys_that_not_every_system_has() {
        var texts = Language.words(Locale.ENGLISH);
        assertThat(texts.keySet())
                .isNotEmpty()
                .filteredOn(key -> !key.equals("key.ctrl"))
                .allSatisfy(key -> assertThat(texts.getString(key)).doesNotContain("Ctrl", "Control", "Cmd", "⌘"));
    }
}
