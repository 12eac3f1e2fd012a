package offprint.bench;

/// A landscape's heights on a square grid, read smoothly between its points.
final class Heightfield {

    /// Height above a place of the ground.
    interface Shape {
        double at(double x, double z);
    }

    private final int points;
    private final double cell;
    private final double originX;
    private final double originZ;
    private final float[] heights;
    private final double highest;

    /// @param side length of the square, centred on x = 0, that begins at `originZ`
    Heightfield(int points, double side, double originZ, Shape shape) {
        this.points = points;
        this.cell = side / (points - 1);
        this.originX = -side / 2;
        this.originZ = originZ;
        this.heights = new float[points * points];
        double top = 0;
        for (int j = 0; j < points; j++) {
            for (int i = 0; i < points; i++) {
                double height = shape.at(originX + i * cell, originZ + j * cell);
                heights[j * points + i] = (float) height;
                top = Math.max(top, height);
            }
        }
        this.highest = top;
    }

    double highest() {
        return highest;
    }

    double at(double x, double z) {
        double gx = Math.clamp((x - originX) / cell, 0, points - 1.001);
        double gz = Math.clamp((z - originZ) / cell, 0, points - 1.001);
        int i = (int) gx;
        int j = (int) gz;
        double u = gx - i;
        double v = gz - j;
        int p = j * points + i;
        double near = heights[p] * (1 - u) + heights[p + 1] * u;
        double far = heights[p + points] * (1 - u) + heights[p + points + 1] * u;
        return (near * (1 - v) + far * v) * inside(x, z);
    }

    /// The land sinks away outside of the grid, within two units.
    private double inside(double x, double z) {
        double side = cell * (points - 1);
        double over = Math.max(Math.max(originX - x, x - originX - side), Math.max(originZ - z, z - originZ - side));
        return over <= 0 ? 1 : Math.max(0, 1 - over / 2);
    }

    /// The direction that the ground faces, measured over `reach`.
    Vec normal(double x, double z, double reach) {
        double e = Math.max(reach, cell);
        return new Vec(at(x - e, z) - at(x + e, z), 2 * e, at(x, z - e) - at(x, z + e)).unit();
    }

    /// How far along the ray the ground is met, or a negative number when it is not.
    double hit(Vec from, Vec direction, double near, double far) {
        double t = near;
        double before = near;
        for (int i = 0; i < 420 && t < far; i++) {
            double y = from.y() + direction.y() * t;
            if (direction.y() > 0 && y > highest) {
                return -1;
            }
            double gap = y - at(from.x() + direction.x() * t, from.z() + direction.z() * t);
            if (gap < 0.0006 * t) {
                return refined(from, direction, before, t);
            }
            before = t;
            t += Math.max(0.32 * gap, 0.0012 * t);
        }
        return -1;
    }

    private double refined(Vec from, Vec direction, double above, double below) {
        double low = above;
        double high = below;
        for (int i = 0; i < 6; i++) {
            double middle = (low + high) / 2;
            double gap = from.y()
                    + direction.y() * middle
                    - at(from.x() + direction.x() * middle, from.z() + direction.z() * middle);
            if (gap < 0) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return (low + high) / 2;
    }

    /// How much of the sun a place sees, 0–1, with a soft edge.
    double sunlight(Vec place, Vec sun) {
        double seen = 1;
        double t = 0.02;
        for (int i = 0; i < 70; i++) {
            double y = place.y() + sun.y() * t;
            if (y > highest) {
                break;
            }
            double gap = y - at(place.x() + sun.x() * t, place.z() + sun.z() * t);
            seen = Math.min(seen, 0.5 + 14 * gap / t);
            if (seen < 0.02) {
                return 0;
            }
            t += Math.clamp(gap * 0.6, 0.012, 0.25);
        }
        return Rgb.smooth(0, 1, seen);
    }
}
