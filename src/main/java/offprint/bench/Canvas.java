package offprint.bench;

import java.lang.foreign.ValueLayout;
import offprint.cancel.CancellationToken;
import offprint.cancel.CancelledException;
import offprint.image.PixelSize;
import offprint.image.Pixels;

/// A raster of linear light that is developed into a picture: exposure, film curve, vignette, grain.
final class Canvas {

    private final PixelSize size;
    private final float[] light;

    Canvas(PixelSize size) {
        this.size = size;
        this.light = new float[Math.toIntExact(size.pixels() * 3)];
    }

    int widthPx() {
        return size.widthPx();
    }

    int heightPx() {
        return size.heightPx();
    }

    /// What is seen at a place: x from 0 to the aspect ratio, y from 0 (top) to 1.
    interface Shader {
        Rgb at(double x, double y);
    }

    /// Shades every pixel with `samples` × `samples` rays.
    Canvas shade(Shader shader, int samples, CancellationToken cancellation) throws CancelledException {
        double unit = 1.0 / size.heightPx();
        double share = 1.0 / (samples * samples);
        for (int row = 0; row < size.heightPx(); row++) {
            cancellation.throwIfCancelled();
            for (int column = 0; column < size.widthPx(); column++) {
                var sum = Rgb.BLACK;
                for (int i = 0; i < samples * samples; i++) {
                    int line = i / samples;
                    double dx = (i % samples + 0.5) / samples;
                    double dy = (line + 0.5) / samples;
                    sum = sum.plus(shader.at((column + dx) * unit, (row + dy) * unit));
                }
                put(column, row, sum.times(share));
            }
        }
        return this;
    }

    void put(int column, int row, Rgb value) {
        int at = (row * size.widthPx() + column) * 3;
        light[at] = (float) value.red();
        light[at + 1] = (float) value.green();
        light[at + 2] = (float) value.blue();
    }

    void add(int column, int row, Rgb value, double share) {
        if (column >= 0 && row >= 0 && column < size.widthPx() && row < size.heightPx()) {
            int at = (row * size.widthPx() + column) * 3;
            light[at] += (float) (value.red() * share);
            light[at + 1] += (float) (value.green() * share);
            light[at + 2] += (float) (value.blue() * share);
        }
    }

    Rgb get(int column, int row) {
        int at = (row * size.widthPx() + column) * 3;
        return new Rgb(light[at], light[at + 1], light[at + 2]);
    }

    /// Adds a disc out of focus: even inside, a little brighter at its rim, soft by a pixel or two.
    ///
    /// @param x centre, in heights of the canvas
    /// @param radius in heights of the canvas
    void addDisc(double x, double y, double radius, Rgb value) {
        double unit = size.heightPx();
        double r = radius * unit;
        double soft = Math.max(1.5, r * 0.06);
        for (int row = (int) (y * unit - r - 2); row <= y * unit + r + 2; row++) {
            for (int column = (int) (x * unit - r - 2); column <= x * unit + r + 2; column++) {
                double distance = Math.hypot(column + 0.5 - x * unit, row + 0.5 - y * unit);
                double inside = 1 - Rgb.smooth(r - soft, r + soft, distance);
                double rim = Rgb.smooth(r * 0.72, r * 0.97, distance);
                add(column, row, value, inside * (0.72 + 0.5 * rim));
            }
        }
    }

    /// Develops the light into a picture of any size, by bilinear enlargement where it is larger; grain is laid at the
    /// final size, so that every pixel of an enlarged picture has detail.
    ///
    /// @param grain its strength: 0.02 is a clean ISO 400
    Pixels develop(PixelSize target, double grain, int seed, CancellationToken cancellation) throws CancelledException {
        var pixels = Pixels.allocate(target);
        var noise = new Noise(seed);
        var row = new int[target.widthPx()];
        try {
            for (int y = 0; y < target.heightPx(); y++) {
                cancellation.throwIfCancelled();
                for (int x = 0; x < row.length; x++) {
                    row[x] = developed(x, y, target, grain, noise);
                }
                long offset = (long) y * row.length * Pixels.BYTES_PER_PIXEL;
                java.lang.foreign.MemorySegment.copy(
                        row,
                        0,
                        pixels.segment(),
                        ValueLayout.JAVA_INT.withOrder(java.nio.ByteOrder.LITTLE_ENDIAN),
                        offset,
                        row.length);
            }
            return pixels;
        } catch (CancelledException | RuntimeException e) {
            pixels.close();
            throw e;
        }
    }

    private int developed(int x, int y, PixelSize target, double grain, Noise noise) {
        double sx = (x + 0.5) * size.widthPx() / target.widthPx() - 0.5;
        double sy = (y + 0.5) * size.heightPx() / target.heightPx() - 0.5;
        double u = (x + 0.5) / target.widthPx() - 0.5;
        double v = (y + 0.5) / target.heightPx() - 0.5;
        double vignette = 1 - 0.55 * (u * u + v * v);
        double coarse = noise.hash(x, y) + noise.hash(x + 7919, y) - 1;
        double fine = noise.at(x * 0.6 + 31.7, y * 0.6) - 0.5;
        double speck = grain * (coarse + 1.2 * fine);
        int argb = 0xFF;
        for (int band = 0; band < 3; band++) {
            double code = film(sampled(sx, sy, band) * vignette);
            double shadowsAndMidtones = 0.4 + 2.4 * code * (1 - code);
            argb = argb << 8 | Math.clamp(Math.round(255 * (code + speck * shadowsAndMidtones)), 0, 255);
        }
        return argb;
    }

    private double sampled(double x, double y, int band) {
        int x0 = Math.clamp((int) Math.floor(x), 0, size.widthPx() - 1);
        int y0 = Math.clamp((int) Math.floor(y), 0, size.heightPx() - 1);
        int x1 = Math.min(x0 + 1, size.widthPx() - 1);
        int y1 = Math.min(y0 + 1, size.heightPx() - 1);
        double u = Math.clamp(x - x0, 0, 1);
        double v = Math.clamp(y - y0, 0, 1);
        double top = value(x0, y0, band) * (1 - u) + value(x1, y0, band) * u;
        double bottom = value(x0, y1, band) * (1 - u) + value(x1, y1, band) * u;
        return top * (1 - v) + bottom * v;
    }

    private double value(int x, int y, int band) {
        return light[(y * size.widthPx() + x) * 3 + band];
    }

    /// Linear light to a display value 0–1, with a toe and a shoulder (the fit of the ACES curve by Krzysztof
    /// Narkowicz),
    /// then the sRGB transfer (IEC 61966-2-1).
    private static double film(double linear) {
        double l = Math.max(0, linear);
        double mapped = Math.clamp(l * (2.51 * l + 0.03) / (l * (2.43 * l + 0.59) + 0.14), 0, 1);
        return mapped <= 0.0031308 ? 12.92 * mapped : 1.055 * Math.pow(mapped, 1 / 2.4) - 0.055;
    }
}
