package offprint.ui.shell;

/// What the toolbar asks of the window.
interface ToolbarActions {

    void addFiles();

    void addFolder();

    void filter(String text);

    void leaveFilter();

    void thumbnailPx(int px);

    /// The user let go of a control whose value is remembered.
    void settingsChanged();

    void nextTheme();

    void togglePreview();

    void toggleNotifications();

    void toggleQueue();

    void showShortcuts();

    void showAbout();
}
