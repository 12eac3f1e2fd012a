package offprint.ui.shell;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.paint.Color;
import javafx.scene.transform.Scale;
import javax.imageio.ImageIO;
import offprint.ui.Fx;

/// What a window shows, as pixels: 0xAARRGGBB, row by row.
final class Picture {

    private static final double CONTRAST = 3;

    /// sRGB to light, of each value of a channel.
    private static final double[] LINEAR =
            IntStream.range(0, 256).mapToDouble(Picture::linear).toArray();

    private final int widthPx;
    private final int heightPx;
    private final int[] argb;

    private Picture(int widthPx, int heightPx, int[] argb) {
        this.widthPx = widthPx;
        this.heightPx = heightPx;
        this.argb = argb;
    }

    /// Takes one once the window has come to rest. Not on the FX thread.
    ///
    /// @param scale pixels drawn a pixel of the layout, as on a screen of that density
    static Picture of(ShownWindow shown, int scale) throws Exception {
        return Fx.call(() -> {
            var scene = shown.stage.getScene();
            var root = scene.getRoot();
            root.applyCss();
            var parameters = new SnapshotParameters();
            parameters.setTransform(new Scale(scale, scale));
            parameters.setFill(Color.TRANSPARENT);
            // the window, whatever of it stands or throws a shadow beyond its edge
            parameters.setViewport(new Rectangle2D(0, 0, scale * scene.getWidth(), scale * scene.getHeight()));
            var image = root.snapshot(parameters, null);
            int width = (int) image.getWidth();
            int height = (int) image.getHeight();
            var argb = new int[width * height];
            image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
            return new Picture(width, height, argb);
        });
    }

    int widthPx() {
        return widthPx;
    }

    int heightPx() {
        return heightPx;
    }

    long colours() {
        return Arrays.stream(argb).distinct().count();
    }

    /// Pixels of an area that differ so much that one sees it, as WCAG 2.2 (1.4.11) wants it of what tells a state;
    /// both pictures are of one window at one scale, 1.
    long telling(Picture other, Bounds area) {
        long differing = 0;
        for (int y = Math.max(0, (int) area.getMinY());
                y < Math.min(Math.min(heightPx, other.heightPx), area.getMaxY());
                y++) {
            for (int x = Math.max(0, (int) area.getMinX()); x < Math.min(widthPx, area.getMaxX()); x++) {
                if (contrast(argb[y * widthPx + x], other.argb[y * widthPx + x]) >= CONTRAST) {
                    differing++;
                }
            }
        }
        return differing;
    }

    private static double contrast(int one, int other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(int rgb) {
        return 0.2126 * LINEAR[rgb >> 16 & 0xFF] + 0.7152 * LINEAR[rgb >> 8 & 0xFF] + 0.0722 * LINEAR[rgb & 0xFF];
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    /// Any thread.
    void write(Path file) throws IOException {
        var image = new BufferedImage(widthPx, heightPx, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, widthPx, heightPx, argb, 0, widthPx);
        Files.createDirectories(file.getParent());
        ImageIO.write(image, "png", file.toFile());
    }
}
