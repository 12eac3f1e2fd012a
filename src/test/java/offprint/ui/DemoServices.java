package offprint.ui;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import offprint.engine.EngineFailure;
import offprint.engine.EngineResult;
import offprint.image.ImageFormat;
import offprint.image.Orientation;
import offprint.image.Pixels;
import offprint.image.SourceInfo;
import offprint.library.Photo;
import offprint.library.PhotoScanner.Ending;
import offprint.library.Thumbnail;
import offprint.pool.PoolSnapshot;
import offprint.pool.PoolSnapshot.Percentiles;
import offprint.pool.PoolSnapshot.RunningTask;
import offprint.pool.PoolSnapshot.WorkerLane;
import offprint.pool.Priority;
import offprint.pool.TaskState;
import offprint.recipe.Encoding;
import offprint.recipe.MetadataPolicy;
import offprint.recipe.NamingTemplate;
import offprint.recipe.OnConflict;
import offprint.recipe.Recipe;
import offprint.recipe.Sizing;
import offprint.recipe.Sizing.Enlargement;
import offprint.recipe.Variant;
import offprint.settings.LibraryView;
import offprint.settings.Settings;
import offprint.settings.WindowPlace;

/// All that the window needs, without a disk or an engine: frames of the samples, answers at once, on the caller's
/// thread.
public final class DemoServices {

    public final ScriptedQueue queue = new ScriptedQueue();
    /// Thumbnails asked for so far, for the screen; ahead of it there are none.
    public final AtomicInteger thumbnailRequests = new AtomicInteger();
    public final List<Settings> saved = new CopyOnWriteArrayList<>();
    public final List<Path> revealed = new CopyOnWriteArrayList<>();
    public final List<Path> dropped = new CopyOnWriteArrayList<>();
    public final DemoRecipes recipes = new DemoRecipes(RECIPES);
    /// Answers at once what it is asked to preview.
    public final DemoPreview preview = new DemoPreview();
    /// Answers at once what an export would weigh.
    public final DemoEstimate estimate = new DemoEstimate();
    /// Keeps what it is told.
    public final DemoDesktop desktop = new DemoDesktop();
    private List<Photo> library = List.of();
    private Settings settings = Settings.INITIAL.withRecipe("Web");
    private Settings.Theme theme = Settings.Theme.LIGHT;
    private Optional<WindowServices.UnfinishedWork> unfinished = Optional.empty();

    /// What a drop finds, whatever is dropped.
    public DemoServices finds(List<Photo> photos) {
        library = photos;
        return this;
    }

    public DemoServices theme(Settings.Theme chosen) {
        theme = chosen;
        return this;
    }

    /// How the window was left last time.
    public DemoServices left(WindowPlace place) {
        settings = settings.withWindow(place);
        return this;
    }

    /// How the photos were ordered last time.
    public DemoServices left(LibraryView view) {
        settings = settings.withLibrary(view);
        return this;
    }

    public DemoServices unfinished(WindowServices.UnfinishedWork work) {
        unfinished = Optional.of(work);
        return this;
    }

    public WindowServices build() {
        return new WindowServices(
                queue,
                (paths, listener, cancellation) -> {
                    dropped.addAll(paths);
                    listener.found(library);
                    listener.ended(Ending.COMPLETE);
                },
                (photo, boxPx, priority, listener, cancellation) -> {
                    if (priority == Priority.INTERACTIVE) {
                        thumbnailRequests.incrementAndGet();
                        listener.accept(thumbnail(photo, boxPx));
                    }
                },
                preview,
                estimate,
                recipes,
                settings.withTheme(theme),
                saved::add,
                DemoServices::pool,
                Runnable::run,
                revealed::add,
                desktop,
                () -> new EngineFacts(
                        "embedded 0.1 (ImageIO)",
                        EnumSet.of(ImageFormat.JPEG, ImageFormat.PNG, ImageFormat.TIFF, ImageFormat.WEBP)),
                "0.1.0",
                Path.of("/home/anna/Pictures/Offprints"),
                Optional.of(Path.of("/samples")),
                unfinished);
    }

    private static EngineResult<Thumbnail> thumbnail(Photo photo, int boxPx) {
        return switch (picture(photo, boxPx)) {
            case EngineResult.Done<Pixels> done ->
                EngineResult.done(new Thumbnail(done.value(), Thumbnail.Sharpness.SHARP));
            case EngineResult.Failed<Pixels> failed -> EngineResult.failed(failed.failure());
        };
    }

    private static EngineResult<Pixels> picture(Photo photo, int boxPx) {
        if (photo.info() instanceof EngineResult.Failed<SourceInfo> failed) {
            return EngineResult.failed(failed.failure());
        }
        return EngineResult.done(DemoPictures.draw((int) (photo.bytes() % 1_000), boxPx));
    }

    public static List<Photo> photos(int count) {
        var photos = new ArrayList<Photo>();
        for (int i = 0; i < count; i++) {
            photos.add(photo(i, "DSC_%04d.jpg".formatted(412 + i)));
        }
        return photos;
    }

    public static Photo photo(int seed, String name) {
        return photo(seed, name, ImageFormat.JPEG);
    }

    /// A RAW file, of which the camera's JPEG is used.
    public static Photo raw(int seed, String name) {
        return photo(seed, name, ImageFormat.RAW);
    }

    private static Photo photo(int seed, String name, ImageFormat format) {
        var info = new SourceInfo(
                format,
                DemoPictures.shape(seed),
                Orientation.UPRIGHT,
                3,
                8,
                false,
                1,
                seed % 2 == 0 ? Optional.of("Adobe RGB (1998)") : Optional.empty(),
                seed % 3 == 0,
                Optional.of(LocalDateTime.of(2026, 9, 14, 18, 7).plusMinutes(seed)),
                Optional.of("NIKON Z 8"));
        return photo(seed, name, EngineResult.done(info));
    }

    public static Photo unreadable(int seed, String name) {
        return photo(seed, name, EngineResult.failed(new EngineFailure.TruncatedSource("2.1 of 11.4 MB are there")));
    }

    private static Photo photo(int seed, String name, EngineResult<SourceInfo> info) {
        var folder = Path.of("/home/anna/Pictures/2026/Dolomites");
        return new Photo(folder.resolve(name), folder, 11_400_000L / 1_000 * 1_000 + seed % 1_000, Instant.EPOCH, info);
    }

    private static PoolSnapshot pool() {
        var none = new Percentiles(0, Duration.ZERO, Duration.ZERO, Duration.ZERO);
        return new PoolSnapshot(
                0,
                false,
                Map.of(Priority.BATCH, 32),
                1,
                3,
                1,
                0,
                3,
                61,
                1,
                0,
                0,
                none,
                none,
                none,
                0.97,
                412_000_000,
                2_000_000_000,
                IntStream.range(0, 90).mapToObj(DemoServices::depth).toList(),
                List.of(lane(1), lane(2), lane(3)));
    }

    /// A batch that was dropped in two parts, and drains.
    private static int depth(int second) {
        return second < 12
                ? 3 * second
                : second < 50 ? 48 - second / 2 : Math.max(0, 62 - 2 * (second - 50) / 3 - second / 12);
    }

    private static WorkerLane lane(int worker) {
        return new WorkerLane(
                worker, Optional.of(new RunningTask(worker, "photo", TaskState.RUNNING, Duration.ofMillis(900))));
    }

    private static Variant variant(String name, int longEdge, Encoding encoding) {
        return new Variant(
                name,
                new Sizing.LongEdge(longEdge, Enlargement.NEVER),
                encoding,
                new NamingTemplate("{name}-{variant}"));
    }

    private static Recipe recipe(String name, Variant... variants) {
        return new Recipe(name, List.of(variants), MetadataPolicy.STRIP, OnConflict.RENAME);
    }

    private static Encoding jpeg(int quality) {
        return new Encoding.Jpeg(quality, false, Encoding.Chroma.SUBSAMPLED_420, false);
    }

    public static final List<Recipe> RECIPES = List.of(
            recipe(
                    "Web",
                    variant("large", 2560, jpeg(85)),
                    variant("small", 640, new Encoding.Webp(80, false)),
                    variant("avif", 1280, new Encoding.Avif(60, 3))),
            recipe("Client delivery", variant("full", 8000, jpeg(95)), variant("proof", 2048, jpeg(85))),
            recipe("Social", variant("feed", 1080, jpeg(85)), variant("story", 1350, jpeg(85))),
            recipe("Print", variant("print", 8000, new Encoding.Tiff(Encoding.TiffCompression.LZW, 8))),
            recipe("Contact sheet", variant("thumb", 320, jpeg(80))),
            recipe("Email", variant("mail", 1600, jpeg(80))));
}
