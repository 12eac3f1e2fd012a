package offprint.ui.shell;

import java.util.List;
import java.util.stream.Stream;
import offprint.settings.Settings;
import offprint.ui.DemoServices;

/// A screen of the window in one of its states, made anew each time. The pictures, the check of what is cut, and the
/// walk for screen readers all go through the same ones.
///
/// @param name of its files
/// @param making opens the window and brings it there
record WindowScene(String name, Making making) {

    static final int NARROW_PX = 760;
    static final int WIDE_PX = 1280;
    static final int HEIGHT_PX = 800;

    /// Opens a window of a width on services, and brings it into its state. Not on the FX thread.
    interface Making {
        ShownWindow make(DemoServices services, int widthPx) throws Exception;
    }

    /// Every screen in every state.
    static List<WindowScene> all() {
        return Stream.of(
                        PhotoScenes.ALL,
                        CompareScenes.ALL,
                        RecipeScenes.ALL,
                        PlanScenes.ALL,
                        QueueScenes.ALL,
                        MirrorScenes.ALL)
                .flatMap(List::stream)
                .toList();
    }

    ShownWindow open(Settings.Theme theme, int widthPx) throws Exception {
        return making.make(new DemoServices().theme(theme), widthPx);
    }

    @Override
    public String toString() {
        return name;
    }
}
