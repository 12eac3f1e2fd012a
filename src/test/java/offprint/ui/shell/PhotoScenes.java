package offprint.ui.shell;

import java.util.ArrayList;
import java.util.List;
import offprint.library.Photo;
import offprint.ui.DemoServices;
import offprint.ui.Fx;
import offprint.ui.WindowServices;

/// The photos, what stands in their place, and what stands over the window.
final class PhotoScenes {

    static final List<WindowScene> ALL = List.of(
            new WindowScene("empty", PhotoScenes::empty),
            new WindowScene("photos", (services, width) -> {
                var shown = filled(services, width, 24);
                Fx.run(() -> shown.window.grid().select(2));
                return shown;
            }),
            new WindowScene("photos-500", (services, width) -> {
                var shown = filled(services, width, 500);
                Fx.run(() -> shown.window.grid().scrollTo(250));
                return shown;
            }),
            new WindowScene("photos-long-names", (services, width) -> {
                var photos = longNames();
                var shown = open(services.finds(photos), width).drop(photos.size());
                Fx.run(() -> shown.window.grid().select(3));
                return shown;
            }),
            new WindowScene("photos-filter-without-match", (services, width) -> {
                var shown = filled(services, width, 24);
                Fx.run(() -> shown.window.toolbar().filterField().setText("Mont Blanc"));
                return shown;
            }),
            new WindowScene("notice-unfinished", (services, width) -> {
                var work = new WindowServices.UnfinishedWork(41, failed -> {}, () -> {});
                return filled(services.unfinished(work), width, 24);
            }),
            new WindowScene("prompt-shortcuts", (services, width) -> {
                var shown = filled(services, width, 24);
                Fx.run(shown.window::showShortcuts);
                return shown;
            }),
            new WindowScene("prompt-about", (services, width) -> {
                var shown = filled(services, width, 24);
                Fx.run(shown.window::showAbout);
                return shown;
            }));

    private PhotoScenes() {}

    static ShownWindow open(DemoServices services, int widthPx) throws Exception {
        return ShownWindow.open(services, widthPx, WindowScene.HEIGHT_PX);
    }

    private static ShownWindow empty(DemoServices services, int widthPx) throws Exception {
        return open(services, widthPx);
    }

    static ShownWindow filled(DemoServices services, int widthPx, int photos) throws Exception {
        var shown = open(services.finds(DemoServices.photos(photos)), widthPx).drop(photos);
        Fx.until("recipes", shown.window::hasRecipe);
        return shown;
    }

    /// Eleven of them; the fourth can't be read, the fifth is a RAW file.
    static List<Photo> longNames() {
        var photos = new ArrayList<Photo>();
        for (int i = 0; i < 9; i++) {
            photos.add(DemoServices.photo(
                    i,
                    "2026-09-14 Wedding of Anna and Johannes, ceremony in the old abbey, retouched final v" + i
                            + ".tif"));
        }
        photos.add(3, DemoServices.unreadable(3, "DSC_0999-broken-on-the-way-from-the-card.jpg"));
        photos.add(4, DemoServices.raw(4, "DSC_1000.NEF"));
        return photos;
    }
}
