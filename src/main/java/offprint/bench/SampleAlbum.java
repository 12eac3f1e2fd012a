package offprint.bench;

import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import offprint.bench.PhotoPainter.Scene;
import offprint.cancel.CancellationToken;
import offprint.cancel.CancelledException;
import offprint.engine.EngineResult;
import offprint.engine.ImageEngine;
import offprint.image.ExifBlock;
import offprint.image.Orientation;
import offprint.image.PixelSize;
import offprint.image.Pixels;
import offprint.recipe.Encoding;

/// The sample photos that come with the program: one of each scene, with the EXIF that a camera writes.
public final class SampleAlbum {

    private static final int MAX_BYTES = 380_000;
    private static final int THUMBNAIL_PX = 160;
    private static final PixelSize RENDERED = new PixelSize(1_800, 1_200);
    private static final PixelSize SIZE = new PixelSize(2_100, 1_400);
    private static final ValueLayout.OfInt PIXEL = ValueLayout.JAVA_INT.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final ImageEngine engine;

    /// @param engine that encodes JPEG
    public SampleAlbum(ImageEngine engine) {
        this.engine = engine;
    }

    /// Paints samples into the folder, replacing those of the same name; about a minute each.
    ///
    /// @param scenes which ones
    /// @param each told of every file once it is there
    public void write(List<Scene> scenes, Path folder, Consumer<Path> each, CancellationToken cancellation)
            throws IOException, CancelledException {
        Files.createDirectories(folder);
        for (var scene : scenes) {
            var file = folder.resolve(scene.slug() + ".jpg");
            Files.write(file, sample(scene, cancellation));
            each.accept(file);
        }
    }

    /// The fjord is taken upright, as a camera turned by a quarter stores it: lying, with orientation 6.
    private byte[] sample(Scene scene, CancellationToken cancellation) throws IOException, CancelledException {
        boolean upright = scene == Scene.FJORD;
        var rendered = upright ? RENDERED.transposed() : RENDERED;
        var size = upright ? SIZE.transposed() : SIZE;
        try (var painted = PhotoPainter.paint(scene, rendered, size, 1, cancellation);
                var stored = upright ? turnedLeft(painted) : copied(painted);
                var small = scaled(stored, THUMBNAIL_PX)) {
            var orientation = upright ? Orientation.ROTATED_90 : Orientation.UPRIGHT;
            return exif(scene, orientation, encoded(small, 80, cancellation))
                    .insertInto(withinLimit(stored, cancellation));
        }
    }

    private static ExifBlock exif(Scene scene, Orientation orientation, byte[] thumbnail) {
        var block = new ExifBlock()
                .camera("Offprint", "Offprint Sample")
                .capturedAt(takenAt(scene))
                .rights("Offprint contributors", "CC0 1.0, no rights reserved")
                .orientation(orientation)
                .thumbnail(thumbnail);
        return scene == Scene.LAKE ? block.gps(46.4982, 8.0331) : block;
    }

    private static LocalDateTime takenAt(Scene scene) {
        return switch (scene) {
            case DAWN -> LocalDateTime.of(2026, 8, 14, 6, 12);
            case LAKE -> LocalDateTime.of(2026, 9, 19, 18, 47);
            case FJORD -> LocalDateTime.of(2026, 6, 30, 13, 5);
            case DUNES -> LocalDateTime.of(2026, 2, 11, 17, 31);
            case AURORA -> LocalDateTime.of(2026, 1, 23, 23, 58);
            case FOREST -> LocalDateTime.of(2026, 10, 25, 7, 40);
            case STREET -> LocalDateTime.of(2026, 11, 5, 20, 16);
            case FLOWER -> LocalDateTime.of(2026, 5, 17, 11, 22);
        };
    }

    /// The best quality that stays within the limit.
    private byte[] withinLimit(Pixels pixels, CancellationToken cancellation) throws IOException, CancelledException {
        var best = Optional.<byte[]>empty();
        for (int quality = 90; quality >= 60 && best.isEmpty(); quality -= 3) {
            var bytes = encoded(pixels, quality, cancellation);
            best = Optional.of(bytes).filter(candidate -> candidate.length <= MAX_BYTES);
        }
        return best.orElseThrow(() -> new IllegalStateException("no quality keeps the sample within " + MAX_BYTES));
    }

    private byte[] encoded(Pixels pixels, int quality, CancellationToken cancellation)
            throws IOException, CancelledException {
        var file = Files.createTempFile("offprint-sample-", ".jpg");
        try {
            var encoding = new Encoding.Jpeg(quality, false, Encoding.Chroma.SUBSAMPLED_420, false);
            if (engine.encode(pixels, encoding, file, cancellation) instanceof EngineResult.Failed<Long> failed) {
                throw new IllegalStateException(
                        failed.failure().code() + ": " + failed.failure().message());
            }
            return Files.readAllBytes(file);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /// The picture as it lies on the sensor of a camera that was turned clockwise: upright again after a quarter
    /// clockwise.
    static Pixels turnedLeft(Pixels upright) {
        var stored = Pixels.allocate(upright.size().transposed());
        int width = stored.size().widthPx();
        int height = stored.size().heightPx();
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                set(stored, column, row, get(upright, height - 1 - row, column));
            }
        }
        return stored;
    }

    private static Pixels copied(Pixels pixels) {
        var copy = Pixels.allocate(pixels.size());
        copy.segment().copyFrom(pixels.segment());
        return copy;
    }

    /// Smaller by averaging, the longer side `longEdgePx`.
    static Pixels scaled(Pixels pixels, int longEdgePx) {
        int width = pixels.size().widthPx();
        int height = pixels.size().heightPx();
        double step = (double) pixels.size().longEdgePx() / longEdgePx;
        var small = Pixels.allocate(new PixelSize((int) Math.round(width / step), (int) Math.round(height / step)));
        for (int row = 0; row < small.size().heightPx(); row++) {
            for (int column = 0; column < small.size().widthPx(); column++) {
                set(small, column, row, average(pixels, column * step, row * step, step));
            }
        }
        return small;
    }

    private static int average(Pixels pixels, double left, double top, double side) {
        int right = (int) Math.min(pixels.size().widthPx(), left + side);
        int bottom = (int) Math.min(pixels.size().heightPx(), top + side);
        long[] sums = new long[4];
        long count = 0;
        for (int y = (int) top; y < bottom; y++) {
            for (int x = (int) left; x < right; x++) {
                int value = get(pixels, x, y);
                for (int band = 0; band < 4; band++) {
                    sums[band] += value >>> (8 * band) & 0xFF;
                }
                count++;
            }
        }
        int mean = 0;
        for (int band = 0; band < 4; band++) {
            mean |= (int) (sums[band] / Math.max(1, count)) << (8 * band);
        }
        return mean;
    }

    private static int get(Pixels pixels, int column, int row) {
        return pixels.segment().getAtIndex(PIXEL, (long) row * pixels.size().widthPx() + column);
    }

    private static void set(Pixels pixels, int column, int row, int value) {
        pixels.segment().setAtIndex(PIXEL, (long) row * pixels.size().widthPx() + column, value);
    }
}
