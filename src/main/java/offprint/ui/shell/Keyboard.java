package offprint.ui.shell;

import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import offprint.ui.Command;

/// The keys that work from anywhere in the window.
record Keyboard(MainWindow window, Scene scene) {

    /// A letter alone belongs to a text field that has the focus, and everything to a prompt that is open.
    void onKey(KeyEvent event) {
        boolean typing = scene.getFocusOwner() instanceof TextInputControl;
        for (var command : Command.values()) {
            if (command.keys().match(event) && !window.prompt().isOpen() && !(typing && command.isPlainLetter())) {
                perform(command);
                event.consume();
                return;
            }
        }
    }

    /// As the system's menu does, which can be opened over a prompt too.
    void run(Command command) {
        if (!window.prompt().isOpen()) {
            perform(command);
        }
    }

    private void perform(Command command) {
        switch (command) {
            case ADD -> window.addFiles();
            case ADD_FOLDER -> window.addFolder();
            case FILTER -> window.toolbar().focusFilter();
            case SORT -> window.toolbar().sort().show();
            case BY_FOLDER -> window.toolbar().sort().toggleFolders();
            case EXPORT -> window.export();
            case PLAN -> window.showPlan();
            case NEW_RECIPE -> window.recipes().newRecipe();
            case EDIT_RECIPE -> window.recipes().editChosen();
            case DESTINATION -> window.chooseDestination();
            case CANCEL_ALL -> window.cancelAll();
            case RETRY -> window.queuePanel().retrySelected();
            case QUEUE -> window.toggleQueue();
            case PREVIEW -> window.togglePreview();
            case ZOOM, BEFORE_AFTER, VARIANT_BACK, VARIANT_NEXT ->
                window.comparing().run(command);
            case THEME -> window.nextTheme();
            case SHORTCUTS -> window.showShortcuts();
            case CLOSE -> window.close();
        }
    }
}
