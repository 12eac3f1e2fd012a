package offprint.ui.library;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import offprint.cancel.CancellationToken;
import offprint.engine.EngineResult;
import offprint.image.ImageFormat;
import offprint.image.Orientation;
import offprint.image.PixelSize;
import offprint.image.Pixels;
import offprint.image.SourceInfo;
import offprint.library.Photo;
import offprint.library.Thumbnail;
import offprint.pool.Priority;
import offprint.ui.FxThread;

/// A grid of its own goes the way of the first photos, in a scene that nobody sees, a few tiles a pulse: the first
/// tiles of a process cost several pulses, which a drop should not wait for. Ends at once when the user's photos come.
/// FX thread.
final class Rehearsal extends AnimationTimer {

    /// Behind the queue's own.
    static final int BEGINS_AT_PULSE = 36;

    /// Lines and columns that are there after each pulse.
    static final List<Integer> TILES_A_SIDE = List.of(1, 1, 2, 3, 4, 4, 4, 4);

    private static final int PHOTOS = 24;

    private static final SourceInfo HEADER = new SourceInfo(
            ImageFormat.JPEG,
            new PixelSize(6_000, 4_000),
            Orientation.UPRIGHT,
            3,
            8,
            false,
            1,
            Optional.empty(),
            false,
            Optional.empty(),
            Optional.empty());

    private final List<String> styleSheets;
    private final FxThread fx;
    private final BooleanSupplier wanted;
    private Optional<PhotoGrid> grid = Optional.empty();
    private int pulses;

    /// @param styleSheets of the window
    /// @param wanted whether nobody has anything better to do
    Rehearsal(List<String> styleSheets, FxThread fx, BooleanSupplier wanted) {
        this.styleSheets = List.copyOf(styleSheets);
        this.fx = fx;
        this.wanted = wanted;
    }

    @Override
    public void handle(long nowNanos) {
        pulses++;
        int step = pulses - BEGINS_AT_PULSE;
        if (!wanted.getAsBoolean() || step >= TILES_A_SIDE.size()) {
            end();
        } else if (step >= 0) {
            show(grid.orElseGet(this::begun), TILES_A_SIDE.get(step));
        }
    }

    /// What is being shown to nobody.
    Optional<PhotoGrid> grid() {
        return grid;
    }

    private PhotoGrid begun() {
        var made = new PhotoGrid(Rehearsal::answer, fx);
        grid = Optional.of(made);
        new Scene(made).getStylesheets().setAll(styleSheets);
        return made;
    }

    private static void show(PhotoGrid grid, int tilesASide) {
        grid.resize(tilesASide * (grid.tilePx() + grid.linePx()), tilesASide * grid.linePx());
        grid.add(photos(tilesASide));
        grid.applyCss();
        grid.layout();
    }

    /// Others each time, as they come from a walk.
    private static List<Photo> photos(int handful) {
        var folder = Path.of("").toAbsolutePath();
        return IntStream.range(0, PHOTOS)
                .mapToObj(index -> new Photo(
                        folder.resolve(handful + "-" + index), folder, 0, Instant.EPOCH, EngineResult.done(HEADER)))
                .toList();
    }

    private static void answer(
            Photo photo,
            int boxPx,
            Priority priority,
            Consumer<EngineResult<Thumbnail>> listener,
            CancellationToken cancellation) {
        listener.accept(EngineResult.done(
                new Thumbnail(Pixels.allocate(new PixelSize(boxPx, boxPx * 2 / 3)), Thumbnail.Sharpness.SHARP)));
    }

    private void end() {
        stop();
        grid.ifPresent(PhotoGrid::close);
        grid = Optional.empty();
    }
}
