package offprint.engine.vips;

import java.awt.image.BufferedImage;

/// Measures how far one picture is from another, and makes the picture to measure against.
final class Quality {

    private static final int LOBES = 3;

    private Quality() {}

    /// Peak signal to noise, in dB, over red, green and blue.
    static double psnr(BufferedImage a, BufferedImage b) {
        double sum = 0;
        for (int y = 0; y < a.getHeight(); y++) {
            for (int x = 0; x < a.getWidth(); x++) {
                int p = a.getRGB(x, y);
                int q = b.getRGB(x, y);
                for (int shift = 0; shift <= 16; shift += 8) {
                    int difference = (p >> shift & 0xFF) - (q >> shift & 0xFF);
                    sum += difference * difference;
                }
            }
        }
        return 10 * Math.log10(255.0 * 255 * 3 * a.getWidth() * a.getHeight() / Math.max(sum, 1e-9));
    }

    /// The picture reduced directly from its full size by Lanczos with three lobes, in floating point.
    static BufferedImage lanczos(BufferedImage image, int width, int height) {
        int sourceWidth = image.getWidth();
        int sourceHeight = image.getHeight();
        var wide = new double[height][sourceWidth * 3];
        for (int y = 0; y < height; y++) {
            var taps = taps(y, height, sourceHeight);
            for (int i = 0; i < taps.weights.length; i++) {
                for (int x = 0; x < sourceWidth; x++) {
                    int colour = image.getRGB(x, taps.at(i, sourceHeight));
                    wide[y][3 * x] += taps.weights[i] * (colour >> 16 & 0xFF);
                    wide[y][3 * x + 1] += taps.weights[i] * (colour >> 8 & 0xFF);
                    wide[y][3 * x + 2] += taps.weights[i] * (colour & 0xFF);
                }
            }
        }
        var made = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        for (int x = 0; x < width; x++) {
            var taps = taps(x, width, sourceWidth);
            for (int y = 0; y < height; y++) {
                int colour = 0;
                for (int band = 0; band < 3; band++) {
                    double sum = 0;
                    for (int i = 0; i < taps.weights.length; i++) {
                        sum += taps.weights[i] * wide[y][3 * taps.at(i, sourceWidth) + band];
                    }
                    colour = colour << 8 | Math.clamp(Math.round(sum), 0, 255);
                }
                made.setRGB(x, y, colour);
            }
        }
        return made;
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Taps(int first, double[] weights) {
        int at(int i, int limit) {
            return Math.clamp(first + i, 0, limit - 1);
        }
    }

    private static Taps taps(int position, int target, int source) {
        double scale = source / (double) target;
        double centre = (position + 0.5) * scale - 0.5;
        int first = (int) Math.ceil(centre - LOBES * scale);
        int last = (int) Math.floor(centre + LOBES * scale);
        var weights = new double[last - first + 1];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            double t = (first + i - centre) / scale;
            weights[i] = t == 0
                    ? 1
                    : LOBES * Math.sin(Math.PI * t) * Math.sin(Math.PI * t / LOBES) / (Math.PI * Math.PI * t * t);
            sum += weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        return new Taps(first, weights);
    }
}
