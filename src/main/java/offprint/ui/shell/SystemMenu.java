package offprint.ui.shell;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import offprint.ui.Command;
import offprint.ui.Texts;

/// The menu bar at the top of a Mac's screen: every command, by kind. Other systems have none: their windows' own
/// buttons and keys do the same. FX thread.
final class SystemMenu {

    /// @param titleKey of the menu
    /// @param parts between two lines each
    record Group(String titleKey, List<List<Command>> parts) {}

    static final List<Group> GROUPS = List.of(
            new Group(
                    "menu.file",
                    List.of(
                            List.of(Command.ADD, Command.ADD_FOLDER),
                            List.of(Command.EXPORT, Command.PLAN, Command.DESTINATION),
                            List.of(Command.CLOSE))),
            new Group("menu.recipe", List.of(List.of(Command.NEW_RECIPE, Command.EDIT_RECIPE))),
            new Group("menu.queue", List.of(List.of(Command.QUEUE), List.of(Command.RETRY, Command.CANCEL_ALL))),
            new Group(
                    "menu.view",
                    List.of(
                            List.of(Command.FILTER, Command.SORT, Command.BY_FOLDER),
                            List.of(
                                    Command.PREVIEW,
                                    Command.ZOOM,
                                    Command.BEFORE_AFTER,
                                    Command.VARIANT_BACK,
                                    Command.VARIANT_NEXT),
                            List.of(Command.THEME))),
            new Group("menu.help", List.of(List.of(Command.SHORTCUTS))));

    private SystemMenu() {}

    /// Empty where the system has no such bar.
    static Optional<MenuBar> ofThisSystem(Consumer<Command> run) {
        boolean isMac =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("mac");
        return isMac ? Optional.of(build(run)) : Optional.empty();
    }

    static MenuBar build(Consumer<Command> run) {
        var bar = new MenuBar();
        bar.setUseSystemMenuBar(true);
        for (var group : GROUPS) {
            var menu = new Menu(Texts.get(group.titleKey()));
            for (var part : group.parts()) {
                if (!menu.getItems().isEmpty()) {
                    menu.getItems().add(new SeparatorMenuItem());
                }
                part.forEach(command -> menu.getItems().add(item(command, run)));
            }
            bar.getMenus().add(menu);
        }
        return bar;
    }

    /// A letter alone would be taken from every text field by the system's menu, so it is not given to it.
    private static MenuItem item(Command command, Consumer<Command> run) {
        var item = new MenuItem(Texts.get(command.textKey()));
        if (!command.isPlainLetter()) {
            item.setAccelerator(command.keys());
        }
        item.setOnAction(ignored -> run.accept(command));
        return item;
    }
}
