package offprint.bench;

/// Smooth noise that is the same on every machine: hashed lattice values with quintic easing, and sums of it.
final class Noise {

    private final int seed;

    Noise(int seed) {
        this.seed = seed;
    }

    /// A number in 0–1 that belongs to the cell.
    double hash(int x, int y) {
        int h = x * 0x27d4eb2d ^ y * 0x165667b1 ^ seed * 0x9e3779b1;
        h = (h ^ h >>> 15) * 0x85ebca6b;
        h = (h ^ h >>> 13) * 0xc2b2ae35;
        h ^= h >>> 16;
        return (h >>> 8) * 0x1p-24;
    }

    /// Value noise in 0–1.
    double at(double x, double y) {
        int ix = (int) Math.floor(x);
        int iy = (int) Math.floor(y);
        double u = ease(x - ix);
        double v = ease(y - iy);
        double a = hash(ix, iy);
        double b = hash(ix + 1, iy);
        double c = hash(ix, iy + 1);
        double d = hash(ix + 1, iy + 1);
        return a + (b - a) * u + (c - a) * v + (a - b - c + d) * u * v;
    }

    /// Sum of octaves, about 0–1.
    double fbm(double x, double y, int octaves) {
        double sum = 0;
        double amplitude = 0.5;
        double px = x;
        double py = y;
        for (int i = 0; i < octaves; i++) {
            sum += amplitude * at(px, py);
            amplitude *= 0.5;
            double turned = 1.6 * px + 1.2 * py;
            py = -1.2 * px + 1.6 * py;
            px = turned;
        }
        return sum;
    }

    /// Sum of octaves in which slopes damp the finer ones, which looks like eroded mountains; about 0–1.
    ///
    /// The damping is Inigo Quilez's ("value noise derivatives", iquilezles.org/articles/morenoise).
    double eroded(double x, double y, int octaves) {
        double sum = 0;
        double amplitude = 0.5;
        double slopeX = 0;
        double slopeY = 0;
        double px = x;
        double py = y;
        for (int i = 0; i < octaves; i++) {
            int ix = (int) Math.floor(px);
            int iy = (int) Math.floor(py);
            double fx = px - ix;
            double fy = py - iy;
            double u = ease(fx);
            double v = ease(fy);
            double a = hash(ix, iy);
            double b = hash(ix + 1, iy) - a;
            double c = hash(ix, iy + 1) - a;
            double d = hash(ix + 1, iy + 1) - a - b - c;
            slopeX += 30 * fx * fx * (fx * (fx - 2) + 1) * (b + d * v);
            slopeY += 30 * fy * fy * (fy * (fy - 2) + 1) * (c + d * u);
            sum += amplitude * (a + b * u + c * v + d * u * v) / (1 + slopeX * slopeX + slopeY * slopeY);
            amplitude *= 0.5;
            double turned = 1.6 * px + 1.2 * py;
            py = -1.2 * px + 1.6 * py;
            px = turned;
        }
        return sum;
    }

    private static double ease(double t) {
        return t * t * t * (t * (t * 6 - 15) + 10);
    }
}
