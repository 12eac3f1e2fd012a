package offprint.bench;

/// Skies of several hours.
final class Skies {

    private Skies() {}

    /// A clear to cloudy sky around a sun.
    ///
    /// @param cover 0 for no clouds, 1 for many
    static Landscape.Sky sunlit(Vec sun, Rgb horizon, Rgb zenith, Rgb glow, double cover, Noise noise) {
        return direction -> {
            double up = Math.max(0, direction.y());
            var sky = horizon.mix(zenith, 1 - Math.exp(-4.2 * up));
            double towards = Math.max(0, direction.dot(sun));
            sky = sky.plus(glow.times(0.22 * Math.pow(towards, 5) + 0.5 * Math.pow(towards, 60)));
            double disc = Rgb.smooth(0.99982, 0.99990, towards);
            sky = sky.plus(glow.times(26 * disc + 2.5 * Math.pow(towards, 900)));
            double flat = 1 / (up + 0.09);
            double u = direction.x() * flat;
            double v = direction.z() * flat;
            double billow = noise.fbm(u * 0.75 + 3, v * 0.42 + 9, 7);
            double cloud = Rgb.smooth(0.78 - 0.36 * cover, 0.98 - 0.3 * cover, billow) * Rgb.smooth(0, 0.07, up);
            double thick = Rgb.smooth(0.5, 0.8, noise.fbm(u * 0.75 + 3.12, v * 0.42 + 9.05, 5));
            var lit = horizon.times(0.9).plus(glow.times(0.30 + 0.7 * Math.pow(towards, 4)));
            var shaded = zenith.mix(horizon, 0.45).times(0.75);
            return sky.mix(lit.mix(shaded, thick), 0.88 * cloud);
        };
    }

    /// Stars and curtains of northern light.
    static Landscape.Sky aurora(Noise noise) {
        return direction -> {
            double up = Math.max(0, direction.y());
            var sky = new Rgb(0.012, 0.030, 0.052).mix(new Rgb(0.002, 0.005, 0.016), Rgb.smooth(0, 0.6, up));
            return sky.plus(stars(direction, noise)).plus(curtains(direction, noise));
        };
    }

    private static Rgb stars(Vec direction, Noise noise) {
        double u = Math.atan2(direction.x(), direction.z()) * 210;
        double v = Math.asin(direction.y()) * 210;
        int i = (int) Math.floor(u);
        int j = (int) Math.floor(v);
        double chance = noise.hash(i + 5000, j);
        if (chance < 0.93) {
            return Rgb.BLACK;
        }
        double cx = 0.3 + 0.4 * noise.hash(i, j + 9000);
        double cy = 0.3 + 0.4 * noise.hash(i + 700, j + 300);
        double away = Math.hypot(u - i - cx, v - j - cy);
        double size = 0.10 + 0.14 * noise.hash(i + 17, j + 91);
        double bright = Math.pow(noise.hash(i + 31, j + 7), 5) * 3.2 + 0.12;
        double warm = noise.hash(i + 99, j + 55);
        return new Rgb(0.8 + 0.3 * warm, 0.9, 1.15 - 0.3 * warm).times(bright * (1 - Rgb.smooth(0, size, away)));
    }

    private static Rgb curtains(Vec direction, Noise noise) {
        if (direction.y() < 0.01) {
            return Rgb.BLACK;
        }
        var sum = Rgb.BLACK;
        int layers = 46;
        // Every ray cuts the layers at heights of its own: grain instead of stripes.
        double jitter = noise.hash((int) (direction.x() * 1e6), (int) (direction.y() * 1e6));
        for (int i = 0; i < layers; i++) {
            double height = (i + jitter) / layers;
            double reach = (1 + 1.5 * height) / (direction.y() + 0.12);
            double x = direction.x() * reach;
            double z = direction.z() * reach;
            double bend = 1.5 * noise.fbm(x * 0.22 + 4, z * 0.10, 3) + 0.35 * noise.at(x * 0.9, z * 0.5);
            double fold = Math.abs(Math.sin(1.15 * z + 3.9 * bend + 0.5 * x));
            double band = Math.pow(1 - fold, 9);
            double rays = 0.45 + 0.55 * noise.at(x * 7 + 3 * bend, z * 1.3 + 40);
            double patch = Rgb.smooth(0.32, 0.62, noise.fbm(x * 0.3 + 20, z * 0.3 + 11, 3));
            double fade = Math.exp(-3.2 * height) * Rgb.smooth(0, 0.06, height);
            var colour = new Rgb(0.06, 0.95, 0.42).mix(new Rgb(0.55, 0.16, 0.75), Rgb.smooth(0.18, 0.75, height));
            sum = sum.plus(colour.times(band * rays * patch * fade));
        }
        return sum.times(0.17 * Rgb.smooth(0.02, 0.16, direction.y()));
    }
}
