package offprint.ui.shell;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.stage.WindowEvent;
import offprint.export.Conduct;
import offprint.export.PastBatch;
import offprint.export.PhotoProgress;
import offprint.export.PlannedPhoto;
import offprint.library.Photo;
import offprint.recipe.Recipe;
import offprint.ui.DemoQueue;
import offprint.ui.DemoServices;
import offprint.ui.Fx;

/// The queue at work, held, failed, empty, and of the past; and the question before a busy window closes.
final class QueueScenes {

    private static final Path TO = Path.of("/home/anna/Pictures/Offprints");
    private static final int PHOTOS = 40;
    private static final int FIRST_DROP = 26;
    private static final int SECOND_DROP = 18;
    private static final int LASTED_SECONDS = 48;

    static final List<WindowScene> ALL = List.of(
            new WindowScene("queue-working", QueueScenes::working),
            new WindowScene("queue-bar", (services, width) -> {
                var shown = working(services, width);
                Fx.run(shown.window::toggleQueue);
                return shown;
            }),
            new WindowScene("queue-paused", (services, width) -> {
                var shown = working(services, width);
                services.queue.setPaused(true);
                shown.look();
                return shown;
            }),
            new WindowScene("queue-failed", QueueScenes::failed),
            new WindowScene("queue-empty", (services, width) -> {
                var shown = PhotoScenes.filled(services, width, 24);
                Fx.run(shown.window::toggleQueue);
                return shown;
            }),
            new WindowScene("queue-history", QueueScenes::history),
            new WindowScene("queue-history-empty", (services, width) -> {
                var shown = PhotoScenes.filled(services, width, 24);
                Fx.run(shown.window::toggleQueue);
                Fx.run(shown.window.queuePanel()::showHistory);
                return shown;
            }),
            new WindowScene("queue-on-battery", (services, width) -> {
                var shown = working(services, width);
                services.queue.conduct(Conduct.Manners.POLITE);
                services.queue.powerIs(Conduct.Power.BATTERY);
                Fx.run(() -> {
                    shown.window.queuePanel().table().requestFocus();
                    shown.window.queuePanel().table().getSelectionModel().select(5);
                    shown.window.queuePanel().table().scrollTo(4);
                });
                shown.look();
                return shown;
            }),
            new WindowScene("prompt-closing", (services, width) -> {
                var shown = working(services, width);
                Fx.run(() -> shown.stage.fireEvent(new WindowEvent(shown.stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
                return shown;
            }));

    private QueueScenes() {}

    static ShownWindow working(DemoServices services, int widthPx) throws Exception {
        var photos = DemoServices.photos(PHOTOS);
        var shown = PhotoScenes.filled(services, widthPx, PHOTOS);
        Fx.run(() -> drain(shown, photos));
        shown.look();
        Fx.run(() -> shown.window.grid().select(0));
        Fx.run(shown.window::toggleQueue);
        shown.look();
        return shown;
    }

    /// A minute in advance, second by second: two drops, of which the first photos are in work or ended.
    private static void drain(ShownWindow shown, List<Photo> photos) {
        long start = System.nanoTime();
        for (int second = 1; second <= LASTED_SECONDS; second++) {
            int dropped = second < SECOND_DROP ? FIRST_DROP : PHOTOS;
            int begun = second / 5;
            for (int row = 0; row < dropped; row++) {
                var planned = DemoQueue.planned(photos.get(row), DemoServices.RECIPES.getFirst(), TO);
                double encoded = 0.71 - 0.01 * (LASTED_SECONDS - second);
                shown.services.queue.put(row < begun ? begun(row, planned, encoded) : DemoQueue.waiting(row, planned));
            }
            long now = start + Duration.ofSeconds(second).toNanos();
            shown.window.grid().progress(shown.window.queueModel().pull(now));
        }
    }

    private static PhotoProgress begun(int row, PlannedPhoto planned, double encoded) {
        return switch (row) {
            case 0, 1, 4 -> DemoQueue.done(row, planned);
            case 2 ->
                DemoQueue.failed(
                        row,
                        planned,
                        "E-SPACE",
                        "The disk is full: 40 MB short.",
                        "Free some space, then retry; what is written stays.");
            case 3 -> DemoQueue.cancelled(row, planned, Duration.ofMillis(12));
            case 5 -> DemoQueue.encoding(row, planned, 1, encoded);
            case 6 -> DemoQueue.decoding(row, planned, 2);
            case 7 -> DemoQueue.cancelling(row, planned, 3);
            case 8 -> DemoQueue.forMemory(row, planned);
            default -> DemoQueue.waiting(row, planned);
        };
    }

    /// Long names, long codes, and a plan of which nothing can be written.
    private static ShownWindow failed(DemoServices services, int widthPx) throws Exception {
        List<Photo> photos = PhotoScenes.longNames();
        var shown = PhotoScenes.open(services.finds(photos), widthPx).drop(photos.size());
        for (int row = 0; row < photos.size(); row++) {
            var planned = DemoQueue.planned(photos.get(row), DemoServices.RECIPES.getFirst(), TO);
            var code = row % 2 == 0 ? "E-DECODE-TRUNCATED" : "E-TARGET-ORIGINAL";
            services.queue.put(
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
        return shown;
    }

    private static ShownWindow history(DemoServices services, int widthPx) throws Exception {
        services.queue.history(List.of(
                past(3, "Web", 312, 0, 0),
                past(2, "Client delivery with a name that is longer than its place", 1_248, 12, 0),
                past(1, "Social", 40, 0, 31),
                past(0, "Print", 1, 0, 3)));
        var shown = PhotoScenes.filled(services, widthPx, 24);
        Fx.run(shown.window::toggleQueue);
        Fx.run(shown.window.queuePanel()::showHistory);
        return shown;
    }

    private static PastBatch past(int day, String recipe, int photos, int failed, int cancelled) {
        var started = Instant.parse("2026-09-1" + day + "T18:07:00Z");
        var like = DemoServices.RECIPES.getFirst();
        return new PastBatch(
                "id" + day,
                started,
                started.plusSeconds(200),
                new Recipe(recipe, like.variants(), like.metadata(), like.onConflict()),
                TO,
                photos,
                photos * 3 - failed - cancelled,
                0,
                failed,
                cancelled,
                photos * 2_100_000L,
                Optional.empty());
    }
}
