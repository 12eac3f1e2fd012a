package offprint.ui.library;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import offprint.settings.LibraryView;
import offprint.ui.Command;
import offprint.ui.Controls;
import offprint.ui.Texts;
import org.kordamp.ikonli.feather.Feather;

/// Says in what order the grid's photos are, and changes it. To choose the same again sorts again. FX thread.
public final class SortMenu extends MenuButton {

    private final PhotoGrid grid;
    private final Map<PhotoList.Sort, RadioMenuItem> keys = new EnumMap<>(PhotoList.Sort.class);
    private final CheckMenuItem descending = new CheckMenuItem(Texts.get("sort.descending"));
    private final CheckMenuItem byFolder =
            new CheckMenuItem(Texts.get("menu.withKeys", Texts.get("sort.byFolder"), Command.BY_FOLDER.keysText()));

    /// @param left how the photos were ordered last time; so they are from now on
    /// @param changed told when they are ordered otherwise
    public SortMenu(PhotoGrid grid, LibraryView left, Runnable changed) {
        this.grid = grid;
        getStyleClass().addAll("sort-menu", "flat", "no-arrow");
        setMinWidth(USE_PREF_SIZE);
        var group = new ToggleGroup();
        for (var key : PhotoList.Sort.values()) {
            var item = new RadioMenuItem(words(key));
            item.setToggleGroup(group);
            item.setOnAction(ignored -> grid.sort(key));
            keys.put(key, item);
            getItems().add(item);
        }
        descending.setOnAction(
                ignored -> grid.sort(grid.order().descending(!grid.order().isDescending())));
        byFolder.setOnAction(ignored -> toggleFolders());
        getItems().addAll(new SeparatorMenuItem(), descending, new SeparatorMenuItem(), byFolder);
        grid.sort(PhotoOrder.of(left));
        grid.orderProperty().addListener((property, before, now) -> {
            show(now);
            changed.run();
        });
        show(grid.order());
    }

    private static String words(PhotoList.Sort key) {
        return Texts.get("sort.by." + key.name().toLowerCase(Locale.ROOT));
    }

    /// Puts the photos of each folder together, or mixes them.
    public void toggleFolders() {
        grid.sort(grid.order().byFolder(!grid.order().isByFolder()));
    }

    /// Without its word where the window is narrow.
    public void setShort(boolean narrow) {
        setContentDisplay(narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
    }

    private void show(PhotoOrder order) {
        keys.forEach((key, item) -> item.setSelected(key == order.by()));
        descending.setSelected(order.isDescending());
        byFolder.setSelected(order.isByFolder());
        setText(words(order.by()));
        var kind = Controls.icon(order.isByFolder() ? Feather.FOLDER : Feather.ALIGN_LEFT);
        var icons = new HBox(kind, Controls.icon(order.isDescending() ? Feather.ARROW_DOWN : Feather.ARROW_UP));
        icons.setAlignment(Pos.CENTER);
        setGraphic(icons);
        Controls.describe(this, Texts.get("sort.tip", Texts.list(spoken(order)), Command.SORT.keysText()));
    }

    private static List<String> spoken(PhotoOrder order) {
        var words = new ArrayList<>(List.of(words(order.by())));
        if (order.isDescending()) {
            words.add(Texts.get("sort.descending"));
        }
        if (order.isByFolder()) {
            words.add(Texts.get("sort.byFolder"));
        }
        return words;
    }
}
