package offprint.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import offprint.library.Photo;
import offprint.settings.Settings;
import offprint.ui.DemoQueue;
import offprint.ui.DemoServices;
import offprint.ui.Fx;
import offprint.ui.WindowServices;
import org.junit.jupiter.api.Test;

/// Draws the window in all its states to `target/screens`, for the eye; checks that each picture shows something.
class ScreensTest {

    private static final Path FOLDER = Path.of("target", "screens");

    @Test
    void an_empty_window_offers_a_place_to_drop() throws Exception {
        try (var shown = ShownWindow.open(new DemoServices(), 1280, 800)) {
            picture(shown, "empty");
        }
        try (var shown = ShownWindow.open(new DemoServices().theme(Settings.Theme.DARK), 1280, 800)) {
            picture(shown, "empty-dark");
        }
    }

    @Test
    void a_few_and_many_photos_fill_the_grid() throws Exception {
        try (var shown = ShownWindow.open(new DemoServices().finds(DemoServices.photos(24)), 1280, 800)) {
            shown.drop(24);
            Fx.run(() -> shown.window.grid().select(2));
            picture(shown, "filled-24");
        }
        try (var shown = ShownWindow.open(
                new DemoServices().finds(DemoServices.photos(500)).theme(Settings.Theme.DARK), 1280, 800)) {
            shown.drop(500);
            Fx.run(() -> shown.window.grid().scrollTo(250));
            picture(shown, "filled-500-dark");
        }
    }

    @Test
    void names_too_long_and_photos_that_cannot_be_read_still_fit() throws Exception {
        var photos = new ArrayList<Photo>();
        for (int i = 0; i < 9; i++) {
            photos.add(DemoServices.photo(
                    i,
                    "2026-09-14 Wedding of Anna and Johannes, ceremony in the old abbey, retouched final v" + i
                            + ".tif"));
        }
        photos.add(3, DemoServices.unreadable(3, "DSC_0999-broken-on-the-way-from-the-card.jpg"));
        try (var shown = ShownWindow.open(new DemoServices().finds(photos), 1280, 800)) {
            shown.drop(10);
            Fx.run(() -> shown.window.grid().select(3));
            picture(shown, "long-names");
            queueOf(shown, photos);
            picture(shown, "long-names-queue");
        }
    }

    /// Rows with long names, long codes and long words, and a plan of which nothing can be written.
    private static void queueOf(ShownWindow shown, List<Photo> photos) throws Exception {
        var recipe = DemoServices.RECIPES.getFirst();
        for (int row = 0; row < photos.size(); row++) {
            var planned = DemoQueue.planned(photos.get(row), recipe, Path.of("/home/anna/Pictures/Offprints"));
            var code = row % 2 == 0 ? "E-DECODE-TRUNCATED" : "E-TARGET-ORIGINAL";
            shown.services.queue.put(
                    switch (row) {
                        case 0 -> DemoQueue.encoding(row, planned, 1, 0.5);
                        case 1 -> DemoQueue.cancelled(row, planned, Duration.ofMillis(1_204));
                        default -> DemoQueue.failed(row, planned, code, "It ends too early.", "Copy it again.");
                    });
        }
        Fx.run(() -> shown.window
                .sidebar()
                .showSummary("Nothing can be written. The destination is full: about 212 MiB are needed and 3 MiB are "
                        + "free, 209 MiB short. (E-SPACE)\nMake room or choose another destination, then retry."));
        Fx.run(shown.window::toggleQueue);
        shown.look();
    }

    @Test
    void a_narrow_window_keeps_what_matters() throws Exception {
        try (var shown = exporting(new DemoServices(), 720, 600)) {
            picture(shown, "narrow-720");
        }
    }

    @Test
    void an_export_under_way_shows_lanes_and_rows() throws Exception {
        try (var shown = exporting(new DemoServices(), 1280, 800)) {
            picture(shown, "exporting");
            Fx.run(shown.window::toggleQueue);
            picture(shown, "exporting-collapsed");
        }
        try (var shown = exporting(new DemoServices().theme(Settings.Theme.DARK), 1280, 800)) {
            shown.services.queue.setPaused(true);
            shown.look();
            picture(shown, "exporting-dark-paused");
        }
    }

    @Test
    void the_two_questions_and_the_notice_stand_over_the_window() throws Exception {
        var work = new WindowServices.UnfinishedWork(41, () -> {}, () -> {});
        try (var shown = exporting(new DemoServices().unfinished(work), 1280, 800)) {
            picture(shown, "unfinished");
            Fx.run(() -> shown.stage.fireEvent(
                    new javafx.stage.WindowEvent(shown.stage, javafx.stage.WindowEvent.WINDOW_CLOSE_REQUEST)));
            picture(shown, "close-question");
        }
        try (var shown = ShownWindow.open(new DemoServices().theme(Settings.Theme.DARK), 1280, 800)) {
            Fx.run(shown.window::showShortcuts);
            picture(shown, "shortcuts-dark");
        }
    }

    private static ShownWindow exporting(DemoServices services, int widthPx, int heightPx) throws Exception {
        var photos = DemoServices.photos(40);
        var shown = ShownWindow.open(services.finds(photos), widthPx, heightPx);
        shown.drop(40);
        var recipe = DemoServices.RECIPES.getFirst();
        for (int row = 0; row < photos.size(); row++) {
            var planned = DemoQueue.planned(photos.get(row), recipe, Path.of("/home/anna/Pictures/Offprints"));
            shown.services.queue.put(
                    switch (row) {
                        case 0, 1, 4 -> DemoQueue.done(row, planned);
                        case 2 ->
                            DemoQueue.failed(
                                    row,
                                    planned,
                                    "E-SPACE",
                                    "The disk is full: 40 MB short.",
                                    "Free some space, then retry; what is written stays.");
                        case 3 -> DemoQueue.cancelled(row, planned, Duration.ofMillis(12));
                        case 5 -> DemoQueue.encoding(row, planned, 1, 0.71);
                        case 6 -> DemoQueue.decoding(row, planned, 2);
                        case 7 -> DemoQueue.cancelling(row, planned, 3);
                        case 8 -> DemoQueue.forMemory(row, planned);
                        default -> DemoQueue.waiting(row, planned);
                    });
        }
        shown.look();
        Fx.run(() -> shown.window.grid().select(0));
        Fx.run(shown.window::toggleQueue);
        shown.look();
        return shown;
    }

    static void picture(ShownWindow shown, String name) throws Exception {
        Fx.pulses(8);
        var snapshot = Fx.call(() -> {
            shown.stage.getScene().getRoot().applyCss();
            return shown.stage.getScene().snapshot((WritableImage) null);
        });
        int width = (int) snapshot.getWidth();
        int height = (int) snapshot.getHeight();
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pixels = new int[width * height];
        snapshot.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        var colours = new HashSet<Integer>();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                colours.add(pixels[y * width + x]);
            }
        }
        image.setRGB(0, 0, width, height, pixels, 0, width);
        Files.createDirectories(FOLDER);
        ImageIO.write(image, "png", FOLDER.resolve(name + ".png").toFile());
        assertThat(colours).as("colours of %s", name).hasSizeGreaterThan(20);
    }
}
