package offprint.ui;

import java.lang.foreign.ValueLayout;
import java.util.Random;
import offprint.image.PixelSize;
import offprint.image.Pixels;

/// Landscapes drawn by a formula: sky, sun, ridges, water. Each seed is another place and another hour.
final class DemoPictures {

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
        var pixels = Pixels.allocate(new PixelSize(width, height));
        var random = new Random(seed * 7919L);
        double hue = random.nextDouble();
        double sunX = 0.15 + 0.7 * random.nextDouble();
        double horizon = 0.5 + 0.2 * random.nextDouble();
        double phase = random.nextDouble() * 10;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int colour = colour((double) x / width, (double) y / height, hue, sunX, horizon, phase);
                pixels.segment().set(ValueLayout.JAVA_INT, 4L * ((long) y * width + x), colour);
            }
        }
        return pixels;
    }

    /// Squares of one colour, as of a coarse encoder.
    static void coarsen(Pixels pixels, int squarePx) {
        int width = pixels.size().widthPx();
        for (int y = 0; y < pixels.size().heightPx(); y++) {
            for (int x = 0; x < width; x++) {
                int row = y / squarePx * squarePx;
                int column = x / squarePx * squarePx;
                long from = (long) row * width + column;
                int colour = pixels.segment().get(ValueLayout.JAVA_INT, 4 * from);
                pixels.segment().set(ValueLayout.JAVA_INT, 4L * ((long) y * width + x), colour);
            }
        }
    }

    private static int colour(double x, double y, double hue, double sunX, double horizon, double phase) {
        double sun = Math.exp(-((x - sunX) * (x - sunX) + (y - horizon + 0.22) * (y - horizon + 0.22)) * 60);
        double[] top = tone(hue, 0.35);
        double[] low = tone(hue + 0.45, 0.9);
        double t = Math.clamp(y / horizon, 0, 1);
        double[] pixel = mix(top, low, t * t);
        pixel = mix(pixel, new double[] {1, 0.95, 0.8}, Math.min(1, sun * 1.6));
        for (int ridge = 0; ridge < 4; ridge++) {
            double line = horizon
                    - 0.12
                    + ridge * 0.09
                    + 0.05 * Math.sin(x * (6 + ridge * 3) + phase * (ridge + 1))
                    + 0.02 * Math.sin(x * (23 + ridge * 11) + phase);
            if (y > line) {
                pixel = mix(low, tone(hue + 0.1 * ridge, 0.12), 0.45 + 0.18 * ridge);
            }
        }
        return 0xFF000000 | channel(pixel[0]) << 16 | channel(pixel[1]) << 8 | channel(pixel[2]);
    }

    private static double[] tone(double hue, double light) {
        double h = hue * 2 * Math.PI;
        return new double[] {
            light * (0.75 + 0.25 * Math.cos(h)),
            light * (0.72 + 0.22 * Math.cos(h + 4.2)),
            light * (0.78 + 0.25 * Math.cos(h + 2.1))
        };
    }

    private static double[] mix(double[] a, double[] b, double t) {
        return new double[] {a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t};
    }

    private static int channel(double value) {
        return (int) Math.round(255 * Math.clamp(value, 0, 1));
    }
}
