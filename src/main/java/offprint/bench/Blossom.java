package offprint.bench;

/// One flower seen from above: two whorls of petals around a head of florets, sharp in its middle.
///
/// @param centreX in heights of the canvas
/// @param radius of the outer petals, in heights of the canvas
record Blossom(double centreX, double centreY, double radius, Noise noise) {

    private static final int PETALS = 19;
    private static final double HEAD = 0.27;
    private static final double GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

    /// What is seen at a place where `behind` would be without the flower.
    Rgb over(Rgb behind, double x, double y) {
        double dx = (x - centreX) / radius;
        double dy = (y - centreY) / radius * 1.06;
        double r = Math.hypot(dx, dy);
        if (r > 1.25) {
            return behind;
        }
        double angle = Math.atan2(dy, dx);
        var seen = behind;
        for (int whorl = 0; whorl < 2; whorl++) {
            var petal = petal(r, angle, whorl);
            seen = seen.mix(petal.colour(), petal.opacity());
        }
        if (r < HEAD * 1.1) {
            double edge = 1 - Rgb.smooth(HEAD * 0.97, HEAD * 1.06, r + 0.02 * noise.at(angle * 9 + 40, 3));
            seen = seen.mix(head(dx, dy, r), edge);
        }
        return seen;
    }

    private record Layer(Rgb colour, double opacity) {}

    /// The petal of a whorl (0 behind, 1 in front) at a place, lit from the upper left.
    private Layer petal(double r, double angle, int whorl) {
        double step = 2 * Math.PI / PETALS;
        double turned = angle / step + 0.5 * whorl + 100;
        int index = Math.floorMod((int) Math.floor(turned), PETALS);
        double length = (whorl == 0 ? 1.0 : 0.93) * (0.90 + 0.12 * noise.hash(index, whorl + 3));
        double tilt = 0.24 * (noise.hash(index, whorl + 9) - 0.5);
        double across = (turned - Math.floor(turned) - 0.5 + tilt * r) * step * r;
        double along = r / length;
        double half = 0.158 * Math.pow(Math.max(0, 1 - Math.pow(along, 9)), 0.6) * Math.pow(Math.min(1, along), 0.55);
        double soft = 0.004 + 0.012 * Rgb.smooth(0.75, 1, r);
        double opacity = 1 - Rgb.smooth(half - soft, half + soft, Math.abs(across));
        if (opacity <= 0 || along >= 1) {
            return new Layer(Rgb.BLACK, 0);
        }
        double s = Math.clamp(across / Math.max(half, 1e-4), -1.1, 1.1);
        double veins = 0.055 * Math.sin(s * 17 + 2 * noise.at(index, r * 4)) * Rgb.smooth(0.2, 0.5, r);
        double cup = 0.86 - 0.20 * s * s + 0.16 * s * Math.sin(angle + 0.9);
        double root = Rgb.smooth(HEAD * 0.75, HEAD * 2.1, r);
        double light = (0.52 + 0.34 * Math.cos(angle + 2.3)) * (cup + veins) * (0.42 + 0.58 * root);
        double under = whorl == 0 ? 0.58 : 1;
        var tint = new Rgb(1.02, 0.86, 0.94).mix(new Rgb(0.90, 0.26, 0.56), Rgb.smooth(0.35, 1.0, along) * 0.75);
        return new Layer(tint.times(0.80 * under * (0.25 + light)), opacity);
    }

    /// Florets in Vogel's spiral (H. Vogel, 1979: angle n × 137.5°, radius √n), each a small lit dome.
    private Rgb head(double dx, double dy, double r) {
        double scale = HEAD / Math.sqrt(420);
        int guess = (int) Math.pow(r / scale, 2);
        double nearest = 9;
        double lit = 0;
        int which = 0;
        for (int n = Math.max(0, guess - 75); n < guess + 75; n++) {
            double fr = scale * Math.sqrt(n + 0.5);
            double fx = dx - fr * Math.cos(n * GOLDEN_ANGLE);
            double fy = dy - fr * Math.sin(n * GOLDEN_ANGLE);
            double distance = Math.hypot(fx, fy) / scale;
            if (distance < nearest) {
                nearest = distance;
                lit = -(fx + fy) / scale;
                which = n;
            }
        }
        double dome = Math.max(0, 1 - nearest * nearest * 1.15);
        double light = 0.14 + 0.72 * dome + 0.42 * lit * dome;
        double bowl = 0.62 + 0.38 * Rgb.smooth(0, HEAD, r) + 0.22 * (-dx - dy) / HEAD;
        var yolk = new Rgb(0.62, 0.42, 0.03).mix(new Rgb(1.15, 0.62, 0.05), noise.hash(which, 21));
        var young = new Rgb(0.42, 0.44, 0.06);
        return yolk.mix(young, 1 - Rgb.smooth(0.04, 0.15, r)).times(1.0 * Math.max(0.05, light) * bowl);
    }
}
