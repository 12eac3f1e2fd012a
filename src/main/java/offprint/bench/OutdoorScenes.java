package offprint.bench;

import java.util.Optional;

/// The wide views: mountains, lake, fjord, dunes and a winter night.
final class OutdoorScenes {

    private static final int GRID_POINTS = 3000;

    private OutdoorScenes() {}

    /// Snow and rock at sunrise, ridge behind ridge in the haze.
    static Canvas.Shader dawn(double aspect, int seed) {
        var noise = new Noise(seed);
        var ground = new Heightfield(GRID_POINTS, 22, -1, (x, z) -> {
            double valley = Math.exp(-Math.pow((x + 0.6) / (1.0 + 0.16 * Math.max(0, z)), 2) * 1.2);
            double rise = 0.5 + 0.5 * Rgb.smooth(2, 9, z);
            return 3.1 * noise.eroded(x * 0.42 + 7, z * 0.42 + 3, 12) * (1 - 0.62 * valley) * rise;
        });
        var sun = new Vec(-0.50, 0.19, 0.70).unit();
        var glow = new Rgb(1.15, 0.55, 0.25);
        var sky = Skies.sunlit(sun, new Rgb(0.62, 0.33, 0.21), new Rgb(0.07, 0.16, 0.38), glow, 0.62, noise);
        var air = new Landscape.Air(
                sun, new Rgb(3.9, 2.2, 1.15), new Rgb(0.15, 0.20, 0.33), new Rgb(0.33, 0.24, 0.25), 0.105, 0.75, sky);
        var camera = new Landscape.Camera(
                new Vec(-0.5, Math.max(1.55, ground.at(-0.5, 0) + 0.35), 0), -0.12, -0.06, 0.88, aspect);
        return new Landscape(ground, camera, air, alpine(noise, 0.95), Optional.empty());
    }

    private static Landscape.Material alpine(Noise noise, double snowLine) {
        return (place, normal) -> {
            double patch = noise.fbm(place.x() * 6, place.z() * 6, 4);
            var rock = new Rgb(0.15, 0.135, 0.125)
                    .mix(new Rgb(0.24, 0.21, 0.18), noise.fbm(place.x() * 30, place.y() * 40, 3));
            var grass = new Rgb(0.060, 0.075, 0.026).mix(new Rgb(0.12, 0.10, 0.045), patch);
            double green = Rgb.smooth(0.66, 0.86, normal.y()) * (1 - Rgb.smooth(snowLine * 0.6, snowLine, place.y()));
            double white = Rgb.smooth(snowLine * 0.9, snowLine * 1.25, place.y() + 0.45 * (patch - 0.45))
                    * Rgb.smooth(0.46, 0.68, normal.y() + 0.18 * (patch - 0.45));
            return rock.mix(grass, green).mix(new Rgb(0.86, 0.88, 0.93), white);
        };
    }

    /// A lake without wind, forest on its shore, peaks in the last light and in the water.
    static Canvas.Shader lake(double aspect, int seed) {
        var noise = new Noise(seed);
        double level = 0.30;
        var ground = new Heightfield(GRID_POINTS, 20, -1, (x, z) -> {
            double basin = Rgb.smooth(2.6, 6.2, Math.hypot(x * 0.72, z - 1.2) + 0.9 * noise.fbm(x * 0.7, z * 0.7, 4));
            double peaks = 2.7 * noise.eroded(x * 0.46 + 1.3, z * 0.46 + 8.1, 12) * (0.55 + 0.45 * Rgb.smooth(4, 9, z));
            double land = 0.1 + basin * (0.28 + peaks);
            double wooded = Rgb.smooth(0.31, 0.36, land) * (1 - Rgb.smooth(0.75, 1.0, land));
            return land + wooded * 0.055 * Math.pow(noise.at(x * 46, z * 46), 2);
        });
        var sun = new Vec(0.80, 0.22, 0.10).unit();
        var glow = new Rgb(1.25, 0.72, 0.50);
        var sky = Skies.sunlit(sun, new Rgb(0.80, 0.62, 0.60), new Rgb(0.12, 0.25, 0.55), glow, 0.72, noise);
        var air = new Landscape.Air(
                sun, new Rgb(4.4, 2.5, 1.45), new Rgb(0.24, 0.32, 0.46), new Rgb(0.50, 0.50, 0.60), 0.052, 0.6, sky);
        var camera = new Landscape.Camera(new Vec(0, level + 0.14, 0), 0.05, 0.035, 0.80, aspect);
        Landscape.Material material = (place, normal) -> {
            double woods = 1 - Rgb.smooth(0.72, 0.98, place.y() + 0.12 * noise.fbm(place.x() * 5, place.z() * 5, 3));
            var trees = new Rgb(0.022, 0.034, 0.018)
                    .mix(new Rgb(0.075, 0.060, 0.018), noise.at(place.x() * 40, place.z() * 40));
            return alpine(noise, 1.25).at(place, normal).mix(trees, woods);
        };
        var water = new Landscape.Water(level, new Rgb(0.012, 0.030, 0.036), 0.075, noise);
        return new Landscape(ground, camera, air, material, Optional.of(water));
    }

    /// Steep walls on both sides of deep water, in the soft light of an overcast day.
    static Canvas.Shader fjord(double aspect, int seed) {
        var noise = new Noise(seed);
        double level = 0.2;
        var ground = new Heightfield(GRID_POINTS, 18, -1, (x, z) -> {
            double course = 0.55 * Math.sin(z * 0.55 + 0.4) + 0.3 * Math.sin(z * 1.3);
            double away = Math.abs(x - course) + 0.22 * (noise.fbm(x * 1.6, z * 1.6, 4) - 0.45);
            double walls = Rgb.smooth(0.42 + 0.05 * z, 1.7 + 0.06 * z, away);
            double end = Rgb.smooth(9, 13, z);
            return Math.max(walls, 0.75 * end) * (0.75 + 2.5 * noise.eroded(x * 0.62 + 2, z * 0.62 + 5, 12));
        });
        var sun = new Vec(-0.45, 0.62, 0.28).unit();
        var sky = Skies.sunlit(
                sun, new Rgb(0.58, 0.64, 0.70), new Rgb(0.14, 0.28, 0.52), new Rgb(0.62, 0.58, 0.5), 0.85, noise);
        var air = new Landscape.Air(
                sun, new Rgb(2.7, 2.45, 2.1), new Rgb(0.22, 0.29, 0.37), new Rgb(0.40, 0.49, 0.58), 0.05, 0.7, sky);
        var camera = new Landscape.Camera(new Vec(0.34, level + 0.95, -0.3), 0.0, -0.10, 0.86, aspect);
        Landscape.Material material = (place, normal) -> {
            double moss =
                    Rgb.smooth(0.42, 0.66, normal.y() + 0.2 * (noise.fbm(place.x() * 8, place.z() * 8, 4) - 0.45));
            var green = new Rgb(0.045, 0.078, 0.020)
                    .mix(new Rgb(0.10, 0.115, 0.03), noise.fbm(place.x() * 20, place.z() * 20, 3));
            var stone = alpine(noise, 1.45).at(place, normal);
            return stone.mix(green, moss * (1 - Rgb.smooth(1.1, 1.5, place.y())));
        };
        var water = new Landscape.Water(level, new Rgb(0.010, 0.046, 0.052), 0.11, noise);
        return new Landscape(ground, camera, air, material, Optional.of(water));
    }

    /// Sand in low sun: long crests, hard shadows, fine ripples.
    static Canvas.Shader dunes(double aspect, int seed) {
        var noise = new Noise(seed);
        var ground = new Heightfield(GRID_POINTS, 20, -1, (x, z) -> duneHeight(x, z, noise));
        var sun = new Vec(0.86, 0.26, 0.22).unit();
        var sky = Skies.sunlit(
                sun, new Rgb(0.98, 0.72, 0.50), new Rgb(0.10, 0.28, 0.66), new Rgb(1.2, 0.8, 0.5), 0.28, noise);
        var air = new Landscape.Air(
                sun, new Rgb(3.3, 2.1, 1.2), new Rgb(0.22, 0.25, 0.38), new Rgb(0.86, 0.62, 0.46), 0.06, 0.5, sky);
        var camera = new Landscape.Camera(new Vec(0, duneHeight(0, 0, noise) + 0.55, 0), 0.12, -0.10, 0.78, aspect);
        Landscape.Material material = (place, normal) -> {
            double grain = noise.fbm(place.x() * 60, place.z() * 60, 3);
            return new Rgb(0.56, 0.33, 0.16).mix(new Rgb(0.66, 0.42, 0.23), grain);
        };
        return new Landscape(ground, camera, air, material, Optional.empty());
    }

    private static double duneHeight(double x, double z, Noise noise) {
        double sum = 0;
        double[][] trains = {{0.36, 0.85, 0.16}, {0.80, 0.20, 0.45}, {1.9, 0.05, 0.8}};
        for (var train : trains) {
            double wander = 1.9 * noise.fbm(x * 0.30 * train[0] * 2 + train[2] * 9, z * 0.30 * train[0] * 2, 3);
            double phase = (x * Math.cos(train[2]) + z * Math.sin(train[2])) * train[0] + wander;
            double t = phase - Math.floor(phase);
            double profile = t < 0.68 ? Rgb.smooth(0, 1, t / 0.68) : Math.pow((1 - t) / 0.32, 1.15);
            double strength = 0.35 + 0.9 * noise.fbm(x * 0.2 + 50 * train[2], z * 0.2, 2);
            sum += train[1] * profile * strength;
        }
        double ripple = Math.sin((x * 0.9 + z * 0.5 + 0.35 * noise.fbm(x * 3, z * 3, 3)) * 130);
        return sum + 0.0011 * ripple;
    }

    /// Northern light over snow and a freezing lake.
    static Canvas.Shader aurora(double aspect, int seed) {
        var noise = new Noise(seed);
        double level = 0.24;
        var ground = new Heightfield(GRID_POINTS, 20, -1, (x, z) -> {
            double basin = Rgb.smooth(2.2, 6.0, Math.hypot(x * 0.55, z - 1.0) + 1.1 * noise.fbm(x * 0.6, z * 0.6, 4));
            return 0.06 + basin * (0.2 + 1.9 * noise.eroded(x * 0.5 + 4, z * 0.5 + 2, 11));
        });
        var light = new Vec(-0.2, 0.85, 0.35).unit();
        var air = new Landscape.Air(
                light,
                new Rgb(0.035, 0.16, 0.10),
                new Rgb(0.020, 0.042, 0.060),
                new Rgb(0.012, 0.040, 0.045),
                0.04,
                0.6,
                Skies.aurora(noise));
        var camera = new Landscape.Camera(new Vec(0, level + 0.16, 0), 0, 0.20, 0.98, aspect);
        var water = new Landscape.Water(level, new Rgb(0.002, 0.006, 0.008), 0.05, noise);
        return new Landscape(ground, camera, air, alpine(noise, 0.22), Optional.of(water));
    }
}
