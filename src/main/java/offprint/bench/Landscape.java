package offprint.bench;

import java.util.Optional;

/// A view over a heightfield: ground with sun and shadow, air that thickens with distance, sky, and still water.
///
/// @param ground the heights
/// @param camera where it stands and looks
/// @param air sun, sky and haze
/// @param material the light that a sunlit ground of this place reflects
/// @param water a lake, if there is one
record Landscape(Heightfield ground, Camera camera, Air air, Material material, Optional<Water> water)
        implements Canvas.Shader {

    /// @param pitch upwards, in radians
    /// @param width of the view at distance 1, for a square picture
    record Camera(Vec place, double yaw, double pitch, double width, double aspect) {

        Vec ray(double x, double y) {
            double u = (x - aspect / 2) * width;
            double v = (0.5 - y) * width;
            double up = v * Math.cos(pitch) + Math.sin(pitch);
            double forward = Math.cos(pitch) - v * Math.sin(pitch);
            return new Vec(u * Math.cos(yaw) + forward * Math.sin(yaw), up, forward * Math.cos(yaw) - u * Math.sin(yaw))
                    .unit();
        }
    }

    /// What a direction of the sky looks like.
    interface Sky {
        Rgb at(Vec direction);
    }

    /// @param sun towards it
    /// @param ambient light that falls from the whole sky
    /// @param haze colour of the distant air
    /// @param thickness of the air near the ground
    /// @param thinning how fast it thins with height
    record Air(Vec sun, Rgb sunLight, Rgb ambient, Rgb haze, double thickness, double thinning, Sky sky) {

        Rgb through(Rgb light, Vec from, Vec direction, double distance) {
            double middle = from.y() + direction.y() * distance / 2;
            double clear = Math.exp(-thickness * distance * Math.exp(-thinning * Math.max(0, middle)));
            double towardsSun = Math.max(0, direction.dot(sun));
            var veil = haze.plus(sunLight.times(0.16 * Math.pow(towardsSun, 6)));
            return veil.mix(light, clear);
        }
    }

    /// The share of light that the ground gives back.
    interface Material {
        Rgb at(Vec place, Vec normal);
    }

    /// @param level height of its surface
    /// @param body colour of deep water
    /// @param ripple how far waves tilt the surface
    record Water(double level, Rgb body, double ripple, Noise noise) {

        Vec normal(double x, double z, double distance) {
            double scale = ripple / (1 + 0.25 * distance);
            double across = noise.fbm(x * 26, z * 9, 3) - 0.44;
            double along = noise.fbm(x * 22 + 71, z * 34 + 13, 3) - 0.44;
            return new Vec(across * scale * 0.5, 1, along * scale).unit();
        }
    }

    @Override
    public Rgb at(double x, double y) {
        var from = camera.place();
        var direction = camera.ray(x, y);
        double hit = ground.hit(from, direction, 0.05, 60);
        if (water.isPresent() && direction.y() < 0) {
            double surface = (water.get().level() - from.y()) / direction.y();
            if (hit < 0 || surface < hit) {
                return reflected(water.get(), from, direction, surface);
            }
        }
        return seen(from, direction, hit);
    }

    private Rgb seen(Vec from, Vec direction, double hit) {
        if (hit < 0) {
            return air.sky().at(direction);
        }
        return air.through(lit(from.plus(direction.times(hit)), hit), from, direction, hit);
    }

    private Rgb lit(Vec place, double distance) {
        var normal = ground.normal(place.x(), place.z(), 0.0009 * distance);
        var albedo = material.at(place, normal);
        double facing = Math.max(0, normal.dot(air.sun()));
        double sunlit = facing > 0 ? facing * ground.sunlight(place, air.sun()) : 0;
        double open = 0.45 + 0.55 * normal.y();
        double bounced = Math.max(
                0,
                0.4 - 0.6 * (normal.x() * air.sun().x() + normal.z() * air.sun().z()));
        var light = air.sunLight()
                .times(sunlit)
                .plus(air.ambient().times(open))
                .plus(air.sunLight().times(0.035 * bounced));
        return albedo.times(light);
    }

    private Rgb reflected(Water lake, Vec from, Vec direction, double distance) {
        var place = from.plus(direction.times(distance));
        var normal = lake.normal(place.x(), place.z(), distance);
        double into = direction.dot(normal);
        var mirrored = direction.plus(normal.times(-2 * into));
        var up = new Vec(mirrored.x(), Math.max(0.012, mirrored.y()), mirrored.z()).unit();
        var above = new Vec(place.x(), lake.level() + 0.001, place.z());
        var mirror = seen(above, up, ground.hit(above, up, 0.01, 50));
        double fresnel = 0.04 + 0.96 * Math.pow(1 - Math.min(1, Math.abs(into)), 4);
        return air.through(lake.body().mix(mirror, 0.12 + 0.88 * fresnel), from, direction, distance * 0.6);
    }
}
