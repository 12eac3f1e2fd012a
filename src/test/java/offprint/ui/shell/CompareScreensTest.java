package offprint.ui.shell;

import java.util.ArrayList;
import offprint.library.Photo;
import offprint.settings.Settings;
import offprint.ui.DemoPreview.How;
import offprint.ui.DemoServices;
import offprint.ui.Fx;
import org.junit.jupiter.api.Test;

/// Draws the comparison in all its states to `target/screens`, for the eye.
class CompareScreensTest {

    private static ShownWindow open(DemoServices services, int widthPx) throws Exception {
        var shown = ShownWindow.open(services.finds(DemoServices.photos(24)), widthPx, 800);
        shown.drop(24);
        Fx.run(() -> shown.window.grid().select(0));
        return shown;
    }

    @Test
    void small_at_the_head_of_the_side() throws Exception {
        try (var shown = open(new DemoServices(), 1280)) {
            ScreensTest.picture(shown, "compare-side");
        }
        try (var shown = open(new DemoServices().theme(Settings.Theme.DARK), 1280)) {
            Fx.run(() -> shown.window.comparing().side().compare().stepVariant(1));
            ScreensTest.picture(shown, "compare-side-dark");
        }
    }

    @Test
    void large_over_the_photos() throws Exception {
        try (var shown = open(new DemoServices(), 1280)) {
            Fx.run(shown.window.comparing()::open);
            ScreensTest.picture(shown, "compare-large");
            Fx.run(() -> shown.window.comparing().large().toggleZoom());
            ScreensTest.picture(shown, "compare-large-100");
        }
        try (var shown = open(new DemoServices().theme(Settings.Theme.DARK), 1500)) {
            Fx.run(shown.window.comparing()::open);
            Fx.pulses(4);
            shown.services.preview.answer(How.ESTIMATE);
            Fx.run(() -> shown.window.comparing().large().setQuality(22));
            ScreensTest.picture(shown, "compare-large-dark-estimate");
        }
        try (var shown = open(new DemoServices(), 760)) {
            Fx.run(shown.window.comparing()::open);
            Fx.pulses(4);
            shown.services.preview.answer(How.NOTHING);
            Fx.run(() -> shown.window.comparing().large().setQuality(41));
            ScreensTest.picture(shown, "compare-narrow-making");
        }
    }

    @Test
    void what_can_not_be_shown_says_why() throws Exception {
        try (var shown = open(new DemoServices(), 1280)) {
            shown.services.preview.answer(How.REFUSED);
            Fx.run(shown.window.comparing()::open);
            Fx.run(() -> shown.window.comparing().large().stepVariant(2));
            ScreensTest.picture(shown, "compare-refused");
            shown.services.preview.answer(How.FAILED);
            Fx.run(() -> shown.window.grid().select(3));
            ScreensTest.picture(shown, "compare-failed");
        }
        var photos = new ArrayList<Photo>();
        photos.add(DemoServices.unreadable(3, "2026-09-14 Wedding of Anna and Johannes in the old abbey, final.jpg"));
        photos.addAll(DemoServices.photos(3));
        var services = new DemoServices().theme(Settings.Theme.DARK);
        try (var shown = ShownWindow.open(services.finds(photos), 1280, 800)) {
            shown.drop(4);
            Fx.run(() -> shown.window.grid().select(0));
            ScreensTest.picture(shown, "compare-side-unreadable-dark");
            services.preview.answer(How.NOTHING);
            Fx.run(() -> shown.window.grid().select(1));
            Fx.run(shown.window.comparing()::open);
            ScreensTest.picture(shown, "compare-reading-dark");
        }
    }
}
