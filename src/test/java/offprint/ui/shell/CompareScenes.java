package offprint.ui.shell;

import java.util.ArrayList;
import java.util.List;
import offprint.library.Photo;
import offprint.ui.DemoPreview.How;
import offprint.ui.DemoServices;
import offprint.ui.Fx;

/// The comparison before and after, large over the photos and small at the head of the side.
final class CompareScenes {

    static final List<WindowScene> ALL = List.of(
            new WindowScene("compare-fit", CompareScenes::large),
            new WindowScene("compare-100", (services, width) -> {
                var shown = large(services, width);
                Fx.run(() -> shown.window.comparing().large().toggleZoom());
                return shown;
            }),
            new WindowScene("compare-estimate", (services, width) -> afterSlider(services, width, How.ESTIMATE, 22)),
            new WindowScene("compare-encoding", (services, width) -> afterSlider(services, width, How.NOTHING, 41)),
            new WindowScene("compare-refused", (services, width) -> {
                var shown = chosen(services, width);
                services.preview.answer(How.REFUSED);
                Fx.run(shown.window.comparing()::open);
                Fx.run(() -> shown.window.comparing().large().stepVariant(2));
                return shown;
            }),
            new WindowScene("compare-failed", (services, width) -> {
                var shown = chosen(services, width);
                services.preview.answer(How.FAILED);
                Fx.run(shown.window.comparing()::open);
                Fx.run(() -> shown.window.grid().select(3));
                return shown;
            }),
            new WindowScene("compare-reading", (services, width) -> {
                services.preview.answer(How.NOTHING);
                return large(services, width);
            }),
            new WindowScene("compare-unreadable", (services, width) -> {
                var photos = new ArrayList<Photo>();
                photos.add(DemoServices.unreadable(
                        3, "2026-09-14 Wedding of Anna and Johannes in the old abbey, final.jpg"));
                photos.addAll(DemoServices.photos(3));
                var shown = PhotoScenes.open(services.finds(photos), width).drop(4);
                Fx.run(() -> shown.window.grid().select(0));
                Fx.run(shown.window.comparing()::open);
                return shown;
            }));

    private CompareScenes() {}

    private static ShownWindow chosen(DemoServices services, int widthPx) throws Exception {
        var shown = PhotoScenes.filled(services, widthPx, 24);
        Fx.run(() -> shown.window.grid().select(0));
        return shown;
    }

    static ShownWindow large(DemoServices services, int widthPx) throws Exception {
        var shown = chosen(services, widthPx);
        Fx.run(shown.window.comparing()::open);
        return shown;
    }

    private static ShownWindow afterSlider(DemoServices services, int widthPx, How how, int quality) throws Exception {
        var shown = large(services, widthPx);
        Fx.pulses(4);
        services.preview.answer(how);
        Fx.run(() -> shown.window.comparing().large().setQuality(quality));
        return shown;
    }
}
