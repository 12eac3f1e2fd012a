package offprint.ui.shell;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import offprint.settings.Settings;
import offprint.ui.Command;
import offprint.ui.Controls;
import offprint.ui.Texts;
import offprint.ui.library.SortMenu;
import org.kordamp.ikonli.feather.Feather;

/// The top of the window: add, filter, order, counts, thumbnail size, theme, more.
public final class Toolbar extends HBox {

    static final int SMALLEST_PX = 96;
    static final int LARGEST_PX = 320;
    private static final double ROOM_FOR_WORDS_PX = 960;

    private final TextField filter = new TextField();
    private final Label counts = Controls.label("counts", "figures");
    private final Slider size = new Slider(SMALLEST_PX, LARGEST_PX, 160);
    private final CheckMenuItem notifications = new CheckMenuItem(Texts.get("toolbar.notifications"));
    private final Button theme;
    private final SortMenu sort;

    Toolbar(ToolbarActions actions, int thumbnailPx, SortMenu sort) {
        this.sort = sort;
        sort.setShort(true);
        widthProperty().addListener((property, before, now) -> sort.setShort(now.doubleValue() < ROOM_FOR_WORDS_PX));
        getStyleClass().add("toolbar");
        setAlignment(Pos.CENTER_LEFT);
        theme = Controls.iconButton(Feather.SUN, "theme.system", actions::nextTheme, Command.THEME.keysText());
        buildFilter(actions);
        size.setValue(thumbnailPx);
        size.getStyleClass().add("small");
        Controls.describe(size, Texts.get("toolbar.size"));
        size.valueProperty().addListener((property, before, now) -> actions.thumbnailPx(now.intValue() / 8 * 8));
        size.valueChangingProperty().addListener((property, before, changing) -> {
            if (!changing) {
                actions.settingsChanged();
            }
        });
        counts.setMinWidth(USE_PREF_SIZE);
        getChildren()
                .addAll(
                        addButton(actions),
                        filterBox(),
                        sort,
                        Controls.spacer(),
                        counts,
                        Controls.spacer(),
                        sizeBox(),
                        theme);
        getChildren().add(moreButton(actions));
    }

    private void buildFilter(ToolbarActions actions) {
        filter.setPromptText(Texts.get("toolbar.filter"));
        Controls.describe(filter, Texts.get("toolbar.filter.tip", Command.FILTER.keysText()));
        filter.textProperty().addListener((property, before, now) -> actions.filter(now));
        filter.getStyleClass().add("filter");
        filter.setOnAction(ignored -> actions.leaveFilter());
    }

    private StackPane filterBox() {
        var icon = Controls.icon(Feather.SEARCH);
        icon.setMouseTransparent(true);
        var box = new StackPane(filter, icon);
        box.getStyleClass().add("filter-box");
        StackPane.setAlignment(icon, Pos.CENTER_LEFT);
        return box;
    }

    private HBox sizeBox() {
        var small = Controls.icon(Feather.GRID);
        var large = Controls.icon(Feather.SQUARE);
        var box = new HBox(small, size, large);
        box.setAlignment(Pos.CENTER);
        box.getStyleClass().add("size-box");
        return box;
    }

    private static MenuButton addButton(ToolbarActions actions) {
        var button = new MenuButton(Texts.get("toolbar.add"), Controls.icon(Feather.PLUS));
        Controls.describe(button, Texts.get("toolbar.add.tip", Command.ADD.keysText()));
        button.setMinWidth(USE_PREF_SIZE);
        button.getStyleClass().add("add-button");
        button.getItems()
                .addAll(
                        item("toolbar.add.files", Command.ADD, actions::addFiles),
                        item("toolbar.add.folder", Command.ADD_FOLDER, actions::addFolder));
        return button;
    }

    private MenuButton moreButton(ToolbarActions actions) {
        notifications.setOnAction(ignored -> actions.toggleNotifications());
        var button = new MenuButton("", Controls.icon(Feather.MORE_HORIZONTAL));
        Controls.describe(button, Texts.get("toolbar.more"));
        button.getStyleClass().addAll("icon-button", "flat", "no-arrow");
        button.getItems()
                .addAll(
                        item("toolbar.preview", Command.PREVIEW, actions::togglePreview),
                        item("toolbar.queue", Command.QUEUE, actions::toggleQueue),
                        notifications,
                        item("toolbar.shortcuts", Command.SHORTCUTS, actions::showShortcuts),
                        plainItem("toolbar.about", actions::showAbout));
        return button;
    }

    private static MenuItem item(String key, Command command, Runnable action) {
        var item = plainItem(key, action);
        item.setText(Texts.get("menu.withKeys", Texts.get(key), command.keysText()));
        return item;
    }

    private static MenuItem plainItem(String key, Runnable action) {
        var item = new MenuItem(Texts.get(key));
        item.setOnAction(ignored -> action.run());
        return item;
    }

    void showCounts(int photos, long bytes, boolean scanning) {
        var text = photos == 0 ? "" : Texts.get("toolbar.counts", photos, Texts.bytes(bytes));
        Controls.setText(counts, scanning ? Texts.get("toolbar.scanning", text) : text);
    }

    void showTheme(Settings.Theme choice) {
        var icon = switch (choice) {
            case LIGHT -> Feather.SUN;
            case DARK -> Feather.MOON;
            case SYSTEM -> Feather.MONITOR;
        };
        var key = switch (choice) {
            case LIGHT -> "theme.light";
            case DARK -> "theme.dark";
            case SYSTEM -> "theme.system";
        };
        Controls.setIcon(theme, icon);
        Controls.describe(theme, Texts.get(key, Command.THEME.keysText()));
    }

    CheckMenuItem notifications() {
        return notifications;
    }

    int thumbnailPx() {
        return (int) size.getValue() / 8 * 8;
    }

    void focusFilter() {
        filter.requestFocus();
        filter.selectAll();
    }

    /// Empties the filter, and so shows every photo.
    void leaveFilter() {
        filter.clear();
    }

    SortMenu sort() {
        return sort;
    }

    TextField filterField() {
        return filter;
    }
}
