package offprint.ui;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import offprint.image.PixelSize;
import offprint.image.Pixels;

/// Photos for windows that show some: the samples, each seed another frame of one of them. Any thread may ask.
final class DemoPictures {

    private static final Path SAMPLES = Path.of("assets", "samples");
    private static final List<String> LYING = List.of(
            "dawn-over-the-range",
            "still-lake",
            "northern-lights",
            "forest-in-fog",
            "street-at-night",
            "dunes",
            "flower");
    private static final List<String> UPRIGHT =
            List.of("fjord", "street-at-night", "forest-in-fog", "northern-lights", "still-lake");
    private static final List<String> SQUARE = List.of("flower", "dunes", "street-at-night", "fjord");
    private static final List<String> WIDE = List.of("dunes", "still-lake", "dawn-over-the-range", "forest-in-fog");
    private static final int SMALLEST_PX = 240;

    /// By name: each as large as it is, then halved again and again.
    private static final Map<String, List<BufferedImage>> LOADED = new ConcurrentHashMap<>();

    private DemoPictures() {}

    static PixelSize shape(int seed) {
        return switch (seed % 5) {
            case 1 -> new PixelSize(4000, 6000);
            case 3 -> new PixelSize(5000, 5000);
            case 4 -> new PixelSize(7200, 3000);
            default -> new PixelSize(6000, 4000);
        };
    }

    static Pixels draw(int seed, int boxPx) {
        var shape = shape(seed);
        double scale = (double) boxPx / shape.longEdgePx();
        int width = Math.max(1, (int) Math.round(shape.widthPx() * scale));
        int height = Math.max(1, (int) Math.round(shape.heightPx() * scale));
        var names = names(seed % 5);
        int number = seed % 5 == 2 ? 2 * (seed / 5) + 1 : seed % 5 == 0 ? 2 * (seed / 5) : seed / 5;
        var levels = LOADED.computeIfAbsent(names.get(number % names.size()), DemoPictures::load);
        return pixels(framed(levels, width, height, number / names.size()));
    }

    private static List<String> names(int kind) {
        return switch (kind) {
            case 1 -> UPRIGHT;
            case 3 -> SQUARE;
            case 4 -> WIDE;
            default -> LYING;
        };
    }

    /// The largest part of that shape; closer each time that the same sample comes round.
    private static BufferedImage framed(List<BufferedImage> levels, int width, int height, int round) {
        var whole = levels.getFirst();
        double part = Math.pow(0.86, round % 4);
        double scale = part * Math.min((double) whole.getWidth() / width, (double) whole.getHeight() / height);
        double across = scale * width / whole.getWidth();
        double down = scale * height / whole.getHeight();
        double left = (1 - across) * (round % 2 == 0 ? 0.5 : 0.2);
        double top = (1 - down) * 0.6;
        var from = levels.stream()
                .filter(level -> across * level.getWidth() >= width)
                .reduce((larger, smaller) -> smaller)
                .orElse(whole);
        var frame = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        var graphics = frame.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        int x = (int) (left * from.getWidth());
        int y = (int) (top * from.getHeight());
        int right = (int) Math.round((left + across) * from.getWidth());
        int bottom = (int) Math.round((top + down) * from.getHeight());
        graphics.drawImage(from, 0, 0, width, height, x, y, right, bottom, null);
        graphics.dispose();
        return frame;
    }

    private static List<BufferedImage> load(String name) {
        try {
            var stored = ImageIO.read(SAMPLES.resolve(name + ".jpg").toFile());
            var levels = new ArrayList<BufferedImage>();
            levels.add(name.equals("fjord") ? turned(stored) : stored);
            while (levels.getLast().getWidth() > SMALLEST_PX) {
                levels.add(halved(levels.getLast()));
            }
            return List.copyOf(levels);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The one that is stored lying: by a quarter to the right.
    private static BufferedImage turned(BufferedImage stored) {
        var upright = new BufferedImage(stored.getHeight(), stored.getWidth(), BufferedImage.TYPE_INT_RGB);
        var graphics = upright.createGraphics();
        graphics.translate(stored.getHeight(), 0);
        graphics.rotate(Math.PI / 2);
        graphics.drawImage(stored, 0, 0, null);
        graphics.dispose();
        return upright;
    }

    private static BufferedImage halved(BufferedImage large) {
        int width = large.getWidth() / 2;
        int height = large.getHeight() / 2;
        var small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = small.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(large, 0, 0, width, height, null);
        graphics.dispose();
        return small;
    }

    private static Pixels pixels(BufferedImage argb) {
        var pixels = Pixels.allocate(new PixelSize(argb.getWidth(), argb.getHeight()));
        if (argb.getRaster().getDataBuffer() instanceof DataBufferInt ints) {
            pixels.segment().copyFrom(MemorySegment.ofArray(ints.getData()));
        }
        return pixels;
    }

    /// What an encoder of that quality leaves of the pixels, in place.
    static void encode(Pixels pixels, int qualityPercent) {
        try {
            var size = pixels.size();
            var rgb = new BufferedImage(size.widthPx(), size.heightPx(), BufferedImage.TYPE_INT_RGB);
            rgb.setRGB(0, 0, size.widthPx(), size.heightPx(), colours(pixels), 0, size.widthPx());
            var decoded = ImageIO.read(new ByteArrayInputStream(jpeg(rgb, qualityPercent)));
            var argb = new BufferedImage(size.widthPx(), size.heightPx(), BufferedImage.TYPE_INT_ARGB);
            argb.createGraphics().drawImage(decoded, 0, 0, null);
            if (argb.getRaster().getDataBuffer() instanceof DataBufferInt ints) {
                pixels.segment().copyFrom(MemorySegment.ofArray(ints.getData()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int[] colours(Pixels pixels) {
        return pixels.segment().toArray(ValueLayout.JAVA_INT);
    }

    private static byte[] jpeg(BufferedImage rgb, int qualityPercent) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            var parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(qualityPercent / 100f);
            writer.setOutput(out);
            writer.write(null, new IIOImage(rgb, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
