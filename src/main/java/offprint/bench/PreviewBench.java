package offprint.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import offprint.cancel.CancellationToken;
import offprint.cancel.CancelledException;
import offprint.engine.EngineResult;
import offprint.engine.Engines;
import offprint.engine.View;
import offprint.image.ImageFormat;
import offprint.image.PixelSize;
import offprint.image.SourceInfo;
import offprint.library.Photo;
import offprint.preview.PreviewEvent;
import offprint.preview.PreviewEvent.Certainty;
import offprint.preview.PreviewRequest;
import offprint.preview.PreviewRequest.Wanted;
import offprint.preview.PreviewService;
import offprint.preview.Quality;
import offprint.recipe.Encoding;
import offprint.recipe.MetadataPolicy;
import offprint.recipe.NamingTemplate;
import offprint.recipe.OnConflict;
import offprint.recipe.Recipe;
import offprint.recipe.Sizing;
import offprint.recipe.Variant;

/// Moves the quality slider of a preview and measures when the picture follows. Runs on the caller's thread; the
/// previews on the real pool.
public final class PreviewBench {

    private static final long PATIENCE_MILLIS = 120_000;

    /// So long an exact picture is waited for after the first one, so that slow encoders do not take all day.
    private static final long EXACT_MILLIS = 1_500;

    private static final int BURST = 20;
    private static final long BURST_GAP_NANOS = 1_000_000_000L / BURST;
    private static final int FIRST_QUALITY = 60;
    private static final int QUALITIES = 30;
    private static final int WARM_UP = 8;

    private final Engines engines;
    private final PreviewService previews;

    public PreviewBench(Engines engines, PreviewService previews) {
        this.engines = engines;
        this.previews = previews;
    }

    /// Paints a 24 MP photo and measures variants of usual sizes and formats, as far as they can be written here.
    ///
    /// @param moves of the slider a variant, 1 or more
    /// @param boxPx side of the square that the preview fits into
    public void run(int moves, int boxPx, Consumer<PreviewFigures> results, CancellationToken cancellation)
            throws IOException, InterruptedException, CancelledException {
        try (var set = PhotoSet.paint(engines.forReading(ImageFormat.JPEG), 1, cancellation)) {
            var photo = photo(set.photos().getFirst(), cancellation);
            for (var variant : variants()) {
                cancellation.throwIfCancelled();
                if (engines.writes(variant.encoding().format())) {
                    results.accept(measure(photo, variant, moves, boxPx, cancellation));
                }
            }
        } finally {
            previews.clear();
        }
    }

    private Photo photo(Path file, CancellationToken cancellation) throws IOException, CancelledException {
        var info = engines.forReading(ImageFormat.JPEG).probe(file, cancellation);
        var attributes = Files.getLastModifiedTime(file).toInstant();
        return new Photo(file, Optional.ofNullable(file.getParent()).orElse(file), Files.size(file), attributes, info);
    }

    private static List<Variant> variants() {
        return List.of(
                variant("full", 6_000, new Encoding.Jpeg(80, false, Encoding.Chroma.SUBSAMPLED_420, false)),
                variant("large", 2_560, new Encoding.Jpeg(80, true, Encoding.Chroma.SUBSAMPLED_420, false)),
                variant("mozjpeg", 1_600, new Encoding.Jpeg(80, true, Encoding.Chroma.SUBSAMPLED_420, true)),
                variant("webp", 1_280, new Encoding.Webp(80, false)),
                variant("avif", 800, new Encoding.Avif(50, 3)));
    }

    private static Variant variant(String name, int longEdgePx, Encoding encoding) {
        var sizing = new Sizing.LongEdge(longEdgePx, Sizing.Enlargement.NEVER);
        return new Variant(name, sizing, encoding, NamingTemplate.STANDARD);
    }

    /// What a listener heard, and when.
    private record Heard(Certainty certainty, long nanos) {}

    private PreviewFigures measure(Photo photo, Variant variant, int moves, int boxPx, CancellationToken cancellation)
            throws InterruptedException, CancelledException {
        var recipe = new Recipe("Bench", List.of(variant), MetadataPolicy.STRIP, OnConflict.RENAME);
        var slider = new Slider(photo, recipe, new View.Fitted(boxPx));
        double cold = slider.move(0, Wanted.BEFORE_AND_AFTER).firstMillis();
        for (int move = 1; move <= WARM_UP; move++) {
            slider.move(move, Wanted.AFTER);
        }
        var first = new ArrayList<Double>();
        var exact = new ArrayList<Double>();
        for (int move = 1; move <= moves; move++) {
            cancellation.throwIfCancelled();
            var answer = slider.move(WARM_UP + move, Wanted.AFTER);
            first.add(answer.firstMillis());
            answer.exactMillis().ifPresent(exact::add);
        }
        var burst = slider.burst();
        return new PreviewFigures(
                engines.forJob(ImageFormat.JPEG, List.of(variant.encoding().format()))
                        .name(),
                variant.name(),
                size(photo, variant),
                moves,
                cold,
                Spread.of(first),
                Spread.of(exact),
                exact.size(),
                burst.shown(),
                burst.behind());
    }

    private static PixelSize size(Photo photo, Variant variant) {
        return switch (photo.info()) {
            case EngineResult.Done<SourceInfo> done ->
                variant.sizing().sizeFor(done.value().displaySize());
            case EngineResult.Failed<SourceInfo> failed ->
                throw new IllegalStateException(failed.failure().message());
        };
    }

    private record Answer(double firstMillis, Optional<Double> exactMillis) {}

    private record Burst(int shown, int behind) {}

    /// The slider of one variant.
    private final class Slider {

        private final Photo photo;
        private final Recipe recipe;
        private final View view;

        Slider(Photo photo, Recipe recipe, View view) {
            this.photo = photo;
            this.recipe = recipe;
            this.view = view;
        }

        private BlockingQueue<Heard> ask(int move, Wanted wanted) {
            var heard = new ArrayBlockingQueue<Heard>(4);
            var own = recipe.variants().getFirst().encoding();
            var encoding = Quality.with(own, FIRST_QUALITY + move * 7 % QUALITIES);
            previews.request(new PreviewRequest(photo, recipe, 0, encoding, view, wanted), event -> note(event, heard));
            return heard;
        }

        private static void note(PreviewEvent event, BlockingQueue<Heard> heard) {
            switch (event) {
                case PreviewEvent.Before before -> before.pixels().close();
                case PreviewEvent.After after -> {
                    after.pixels().close();
                    heard.add(new Heard(after.certainty(), System.nanoTime()));
                }
                case PreviewEvent.Failed failed ->
                    throw new IllegalStateException(
                            failed.failure().code() + ": " + failed.failure().message());
            }
        }

        Answer move(int move, Wanted wanted) throws InterruptedException {
            long start = System.nanoTime();
            var heard = ask(move, wanted);
            var first = Optional.ofNullable(heard.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS))
                    .orElseThrow(() -> new IllegalStateException("no picture came"));
            var last = first.certainty() == Certainty.EXACT
                    ? Optional.of(first)
                    : Optional.ofNullable(heard.poll(EXACT_MILLIS, TimeUnit.MILLISECONDS));
            return new Answer((first.nanos() - start) / 1e6, last.map(answer -> (answer.nanos() - start) / 1e6));
        }

        /// Twenty moves in a second, whether they were answered or not.
        Burst burst() throws InterruptedException {
            int behind = 0;
            var answers = new ArrayList<BlockingQueue<Heard>>();
            long start = System.nanoTime();
            for (int move = 0; move < BURST; move++) {
                answers.add(ask(move, Wanted.AFTER));
                behind = Math.max(behind, previews.running());
                long next = start + (move + 1) * BURST_GAP_NANOS;
                LockSupport.parkNanos(Math.max(0, next - System.nanoTime()));
                behind = Math.max(behind, previews.running());
            }
            int shown = (int) answers.stream().filter(heard -> !heard.isEmpty()).count();
            answers.getLast().poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            return new Burst(shown, behind);
        }
    }
}
