package offprint.ui;

import java.util.List;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.Modifier;

/// Everything the keyboard can do from anywhere in the window. The list of shortcuts is made of this.
public enum Command {
    ADD(KeyCode.O, KeyCombination.SHORTCUT_DOWN),
    ADD_FOLDER(KeyCode.O, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
    FILTER(KeyCode.F, KeyCombination.SHORTCUT_DOWN),
    SORT(KeyCode.S),
    BY_FOLDER(KeyCode.G),
    EXPORT(KeyCode.E, KeyCombination.SHORTCUT_DOWN),
    PLAN(KeyCode.E, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
    NEW_RECIPE(KeyCode.N, KeyCombination.SHORTCUT_DOWN),
    EDIT_RECIPE(KeyCode.R, KeyCombination.SHORTCUT_DOWN),
    DESTINATION(KeyCode.D, KeyCombination.SHORTCUT_DOWN),
    CANCEL_ALL(KeyCode.ESCAPE, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
    RETRY(KeyCode.R),
    QUEUE(KeyCode.Q),
    PREVIEW(KeyCode.P),
    ZOOM(KeyCode.Z),
    BEFORE_AFTER(KeyCode.B),
    VARIANT_BACK(KeyCode.OPEN_BRACKET),
    VARIANT_NEXT(KeyCode.CLOSE_BRACKET),
    THEME(KeyCode.T, KeyCombination.SHORTCUT_DOWN),
    SHORTCUTS(KeyCode.F1),
    CLOSE(KeyCode.W, KeyCombination.SHORTCUT_DOWN);

    @SuppressWarnings("ImmutableEnumChecker") // a key combination never changes
    private final KeyCodeCombination keys;

    private final boolean isPlainLetter;

    Command(KeyCode key, Modifier... modifiers) {
        this.keys = new KeyCodeCombination(key, modifiers);
        this.isPlainLetter = List.of(modifiers).isEmpty() && (key.isLetterKey() || isBracket(key));
    }

    private static boolean isBracket(KeyCode key) {
        return key == KeyCode.OPEN_BRACKET || key == KeyCode.CLOSE_BRACKET;
    }

    /// The shortcut key of these is the system's own: Command on a Mac, Ctrl elsewhere.
    public KeyCombination keys() {
        return keys;
    }

    /// The keys as this system writes them: `Ctrl+O`, `⌘O`.
    public String keysText() {
        return KeysText.of(keys, KeysText.Keyboard.OF_THIS_SYSTEM);
    }

    /// Keys that work in one place only, as this system writes them.
    public static String keysText(KeyCode key, Modifier... modifiers) {
        return KeysText.of(new KeyCodeCombination(key, modifiers), KeysText.Keyboard.OF_THIS_SYSTEM);
    }

    /// A letter or a bracket alone, which belongs to a text field while one has the focus.
    public boolean isPlainLetter() {
        return isPlainLetter;
    }

    public String textKey() {
        return "command." + name().toLowerCase(Locale.ROOT);
    }
}
