package offprint.ui.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import offprint.library.Photo;
import offprint.ui.DemoServices;
import offprint.ui.Fx;
import offprint.ui.Texts;
import offprint.ui.WindowServices;
import offprint.ui.library.PhotoList.Sort;
import offprint.ui.library.PhotoOrder;

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
            new WindowScene("photos-by-folder", (services, width) -> {
                var photos = inFolders();
                var shown = open(services.finds(photos), width).drop(photos.size());
                Fx.run(() ->
                        shown.window.grid().sort(shown.window.grid().order().byFolder(true)));
                Fx.run(() -> shown.window.grid().select(7));
                return shown;
            }),
            new WindowScene("photos-sorted", (services, width) -> {
                var shown = filled(services, width, 24);
                var order = new PhotoOrder(Sort.DATE, PhotoOrder.Direction.DOWN, PhotoOrder.Groups.NONE);
                Fx.run(() -> shown.window.grid().sort(order));
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

    /// Seven, one and sixty, in three folders, the last one with a long name.
    static List<Photo> inFolders() {
        var trip = Path.of("/home/anna/Pictures/2026/Dolomites");
        var photos = new ArrayList<Photo>();
        photos.addAll(in(trip.resolve("Day 10"), "B", 1));
        photos.addAll(in(trip.resolve("Day 2"), "A", 7));
        var last = "Day 11, from Rifugio Lagazuoi down to Passo Falzarego and back again through the old tunnels";
        photos.addAll(in(trip.resolve(last), "C", 60));
        return photos;
    }

    private static List<Photo> in(Path folder, String name, int count) {
        var photos = new ArrayList<Photo>();
        for (int i = 1; i <= count; i++) {
            var demo = DemoServices.photo(i + 1, name + "_" + i + ".jpg");
            photos.add(new Photo(
                    folder.resolve(Texts.fileName(demo.file())), folder, demo.bytes(), demo.modifiedAt(), demo.info()));
        }
        return photos;
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
