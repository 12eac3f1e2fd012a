package offprint.ui.shell;

/// Carries the toolbar's wishes to the window.
record ToolbarLinks(MainWindow window) implements ToolbarActions {

    @Override
    public void addFiles() {
        window.addFiles();
    }

    @Override
    public void addFolder() {
        window.addFolder();
    }

    @Override
    public void filter(String text) {
        window.grid().filter(text);
    }

    @Override
    public void leaveFilter() {
        window.grid().takeFocus();
    }

    @Override
    public void thumbnailPx(int px) {
        window.grid().setThumbnailPx(px);
    }

    @Override
    public void settingsChanged() {
        window.saveSettings();
    }

    @Override
    public void nextTheme() {
        window.nextTheme();
    }

    @Override
    public void togglePreview() {
        window.togglePreview();
    }

    @Override
    public void toggleNotifications() {
        window.attention().toggleNotifications();
        window.saveSettings();
    }

    @Override
    public void toggleQueue() {
        window.toggleQueue();
    }

    @Override
    public void showShortcuts() {
        window.showShortcuts();
    }

    @Override
    public void showAbout() {
        window.showAbout();
    }
}
