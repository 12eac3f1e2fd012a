package offprint.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination.ModifierValue;

/// How a combination of keys is written where it is pressed: `Ctrl+Shift+O`, and `⇧⌘O` on a Mac, whose order of signs
/// is that of the Apple Style Guide. Any thread may use it.
final class KeysText {

    private KeysText() {}

    /// Whose keys they are.
    enum Keyboard {
        PC,
        MAC;

        static final Keyboard OF_THIS_SYSTEM = of(System.getProperty("os.name", ""));

        /// @param osName as the property `os.name` has it
        static Keyboard of(String osName) {
            return osName.toLowerCase(Locale.ROOT).startsWith("mac") ? MAC : PC;
        }
    }

    static String of(KeyCodeCombination keys, Keyboard keyboard) {
        var parts = new ArrayList<String>();
        switch (keyboard) {
            case PC -> {
                addIfHeld(parts, keys.getShortcut(), Texts.get("key.ctrl"));
                addIfHeld(parts, keys.getControl(), Texts.get("key.ctrl"));
                addIfHeld(parts, keys.getAlt(), Texts.get("key.alt"));
                addIfHeld(parts, keys.getShift(), Texts.get("key.shift"));
            }
            case MAC -> {
                addIfHeld(parts, keys.getControl(), "⌃");
                addIfHeld(parts, keys.getAlt(), "⌥");
                addIfHeld(parts, keys.getShift(), "⇧");
                addIfHeld(parts, keys.getShortcut(), "⌘");
            }
        }
        parts.add(sign(keys.getCode()));
        return String.join(keyboard == Keyboard.PC ? "+" : "", parts);
    }

    /// What stands on the key; JavaFX knows it in English only.
    private static String sign(KeyCode key) {
        return switch (key) {
            case OPEN_BRACKET -> "[";
            case CLOSE_BRACKET -> "]";
            case SPACE -> Texts.get("key.space");
            case ESCAPE -> Texts.get("key.esc");
            case DELETE -> Texts.get("key.delete");
            default -> key.getName();
        };
    }

    private static void addIfHeld(List<String> parts, ModifierValue key, String name) {
        if (key == ModifierValue.DOWN) {
            parts.add(name);
        }
    }
}
