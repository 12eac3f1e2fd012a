package offprint.bench;

import offprint.cancel.CancellationToken;
import offprint.cancel.CancelledException;
import offprint.image.PixelSize;
import offprint.image.Pixels;

/// Paints photo-like pictures by arithmetic alone: the same picture from the same numbers on every machine.
public final class PhotoPainter {

    private PhotoPainter() {}

    /// What can be painted.
    public enum Scene {
        DAWN("dawn-over-the-range", 0.016),
        LAKE("still-lake", 0.014),
        FJORD("fjord", 0.012),
        DUNES("dunes", 0.013),
        AURORA("northern-lights", 0.022),
        FOREST("forest-in-fog", 0.016),
        STREET("street-at-night", 0.020),
        FLOWER("flower", 0.011);

        private final String slug;
        private final double grain;

        Scene(String slug, double grain) {
            this.slug = slug;
            this.grain = grain;
        }

        /// Its name in file names.
        public String slug() {
            return slug;
        }
    }

    /// Paints a scene. The caller owns and closes the result.
    ///
    /// @param rendered size at which the scene is computed, which decides the time it takes
    /// @param size of the picture; larger than `rendered` enlarges, with fresh grain on every pixel
    /// @param seed chooses another picture of the same scene
    public static Pixels paint(
            Scene scene, PixelSize rendered, PixelSize size, int seed, CancellationToken cancellation)
            throws CancelledException {
        double aspect = (double) rendered.widthPx() / rendered.heightPx();
        var canvas = switch (scene) {
            case STREET -> CloseScenes.street(rendered, seed, cancellation);
            case FLOWER -> CloseScenes.flower(rendered, seed, cancellation);
            case DAWN, LAKE, FJORD, DUNES, AURORA, FOREST ->
                new Canvas(rendered).shade(shader(scene, aspect, seed), 2, cancellation);
        };
        return canvas.develop(size, scene.grain, seed + 1, cancellation);
    }

    private static Canvas.Shader shader(Scene scene, double aspect, int seed) {
        return switch (scene) {
            case DAWN -> OutdoorScenes.dawn(aspect, seed);
            case LAKE -> OutdoorScenes.lake(aspect, seed);
            case FJORD -> OutdoorScenes.fjord(aspect, seed);
            case DUNES -> OutdoorScenes.dunes(aspect, seed);
            case AURORA -> OutdoorScenes.aurora(aspect, seed);
            case FOREST -> CloseScenes.forest(aspect, seed);
            case STREET, FLOWER -> throw new IllegalArgumentException("expected a scene of rays but received " + scene);
        };
    }
}
