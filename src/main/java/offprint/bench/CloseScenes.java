package offprint.bench;

import offprint.cancel.CancellationToken;
import offprint.cancel.CancelledException;
import offprint.image.PixelSize;

/// The near views: a wood in fog, a street at night out of focus, a flower.
final class CloseScenes {

    private CloseScenes() {}

    /// Conifers behind conifers, each row paler.
    static Canvas.Shader forest(double aspect, int seed) {
        var noise = new Noise(seed);
        int rows = 9;
        return (x, y) -> {
            double bank = noise.fbm(x * 1.4 + 3, y * 3.2, 5);
            double light = Math.exp(-2.6 * Math.hypot((x / aspect - 0.66) * 1.1, y - 0.12));
            var fog = new Rgb(0.40, 0.47, 0.53)
                    .mix(new Rgb(1.25, 0.98, 0.70), light)
                    .times(0.72 + 0.40 * bank);
            var colour = fog;
            for (int row = 0; row < rows; row++) {
                double depth = 1 - (double) row / (rows - 1);
                double ground =
                        0.42 + 0.74 * (1 - depth) - 0.26 * (noise.fbm(x * (0.8 + depth) + row * 31, row, 3) - 0.45);
                double wood = wood(x, y, ground, depth, row, noise);
                double clear = Math.pow(1 - depth, 1.35);
                var tree = new Rgb(0.012, 0.020, 0.017)
                        .mix(new Rgb(0.03, 0.04, 0.022), 1.6 * noise.fbm(x * 150, y * 210, 4) - 0.3);
                double rising = Rgb.smooth(ground - 0.16 * (0.3 + bank), ground + 0.10, y);
                double share = wood * (0.16 + 0.84 * clear) * (1 - 0.80 * rising * (1 - 0.45 * clear));
                colour = colour.mix(tree, share);
            }
            return colour;
        };
    }

    private static double wood(double x, double y, double ground, double depth, int row, Noise noise) {
        double spacing = 0.017 + 0.034 * (1 - depth);
        double tall = 0.11 + 0.33 * (1 - depth);
        double covered = Rgb.smooth(ground - 0.006, ground + 0.006, y);
        int cell = (int) Math.floor(x / spacing);
        for (int i = cell - 3; i <= cell + 3; i++) {
            double centre = (i + 0.2 + 0.6 * noise.hash(i, row * 17)) * spacing;
            double height = tall * (0.45 + 0.75 * noise.hash(i + 400, row * 17));
            double top = ground - height;
            double down = (y - top) / height;
            if (down > 0 && down < 1.3) {
                double tiers = 14 + 8 * noise.hash(i, row + 77);
                double saw = down * tiers - Math.floor(down * tiers);
                double ragged = 0.6 * noise.fbm(x * 260 / (0.6 + depth), y * 300 / (0.6 + depth), 3);
                double half = height * 0.19 * Math.pow(down, 0.85) * (0.50 + 0.30 * saw + ragged);
                double soft = 0.0012;
                covered = Math.max(covered, 1 - Rgb.smooth(half - soft, half + soft, Math.abs(x - centre)));
            }
        }
        return covered;
    }

    /// A wet street at night, far out of focus.
    static Canvas street(PixelSize size, int seed, CancellationToken cancellation) throws CancelledException {
        double aspect = (double) size.widthPx() / size.heightPx();
        var noise = new Noise(seed);
        var canvas = new Canvas(size);
        canvas.shade(
                (x, y) -> {
                    double horizon = Math.exp(-Math.abs(y - 0.50) * 5.5);
                    var night = new Rgb(0.006, 0.009, 0.022).plus(new Rgb(0.085, 0.045, 0.035).times(horizon));
                    double blocks = noise.fbm(Math.floor(x * 7) * 0.37, 4, 2);
                    double tower = Rgb.smooth(0.14 + 0.5 * blocks - 0.05, 0.14 + 0.5 * blocks + 0.05, y)
                            * (1 - Rgb.smooth(0.5, 0.6, y));
                    return night.plus(new Rgb(0.010, 0.012, 0.022).times(tower));
                },
                1,
                cancellation);
        var palette = new Rgb[] {
            new Rgb(1.5, 0.78, 0.25),
            new Rgb(1.5, 0.92, 0.45),
            new Rgb(1.4, 0.22, 0.14),
            new Rgb(0.30, 0.75, 1.3),
            new Rgb(1.2, 1.1, 0.9),
            new Rgb(0.25, 1.1, 0.65),
            new Rgb(1.2, 0.3, 0.8)
        };
        for (int i = 0; i < 190; i++) {
            cancellation.throwIfCancelled();
            double depth = Math.pow(noise.hash(i, 1), 0.6);
            double x = noise.hash(i, 2) * aspect;
            double side = Math.abs(x / aspect - 0.5) * 2;
            double y = 0.50 - (0.05 + 0.42 * side) * noise.hash(i, 3) * (1.15 - 0.5 * depth);
            double radius = 0.010 + 0.045 * (1 - depth) + 0.016 * side;
            var colour = palette[(int) (Math.pow(noise.hash(i, 4), 1.4) * palette.length)];
            double bright = (0.10 + 0.55 * noise.hash(i, 5)) * (0.45 + 0.55 * depth);
            canvas.addDisc(x, y, radius, colour.times(bright));
            reflect(canvas, x, 1.04 - y, radius, colour.times(0.26 * bright), noise);
        }
        return canvas;
    }

    /// A light's smeared image on the wet road: discs strung out downwards.
    private static void reflect(Canvas canvas, double x, double y, double radius, Rgb colour, Noise noise) {
        for (int i = 0; i < 9; i++) {
            double drop = (i - 3) * radius * 0.9;
            double fade = Math.exp(-0.10 * (i - 3) * (i - 3));
            double sway = 0.5 * radius * (noise.at(x * 40 + i, y * 40) - 0.5);
            canvas.addDisc(x + sway, Math.max(0.54 + radius, y + drop), radius * 0.85, colour.times(0.42 * fade));
        }
    }

    /// A daisy-like flower close by, the meadow behind it melted away.
    static Canvas flower(PixelSize size, int seed, CancellationToken cancellation) throws CancelledException {
        double aspect = (double) size.widthPx() / size.heightPx();
        var noise = new Noise(seed);
        var meadow = new Canvas(size);
        meadow.shade((x, y) -> meadow(x, y, noise), 1, cancellation);
        for (int i = 0; i < 70; i++) {
            double bright = 0.03 + 0.20 * Math.pow(noise.hash(i, 15), 3);
            var colour = new Rgb(0.75, 0.95, 0.35).mix(new Rgb(1.2, 1.05, 0.7), noise.hash(i, 14));
            meadow.addDisc(
                    noise.hash(i, 11) * aspect,
                    Math.pow(noise.hash(i, 12), 1.5) * 0.95,
                    0.025 + 0.07 * noise.hash(i, 13),
                    colour.times(bright));
        }
        var blossom = new Blossom(0.43 * aspect, 0.47, 0.37, noise);
        for (int row = 0; row < size.heightPx(); row++) {
            cancellation.throwIfCancelled();
            for (int column = 0; column < size.widthPx(); column++) {
                var behind = meadow.get(column, row);
                var sum = Rgb.BLACK;
                for (int i = 0; i < 4; i++) {
                    int line = i / 2;
                    double x = (column + 0.25 + 0.5 * (i % 2)) / size.heightPx();
                    double y = (row + 0.25 + 0.5 * line) / size.heightPx();
                    sum = sum.plus(blossom.over(behind, x, y));
                }
                meadow.put(column, row, sum.times(0.25));
            }
        }
        return meadow;
    }

    private static Rgb meadow(double x, double y, Noise noise) {
        double broad = noise.fbm(x * 1.3 + 5, y * 1.3, 2);
        var green = new Rgb(0.035, 0.085, 0.022).mix(new Rgb(0.20, 0.30, 0.06), Rgb.smooth(0.25, 0.65, broad));
        var shade = new Rgb(0.010, 0.026, 0.014);
        double down = Rgb.smooth(0.15, 1.05, y);
        double lean = x - 0.72 + 0.10 * (y - 0.5);
        double stem = Math.exp(-Math.pow(lean / 0.045, 2)) * Rgb.smooth(0.5, 0.8, y);
        return green.mix(shade, 0.75 * down).mix(new Rgb(0.09, 0.17, 0.035), 0.8 * stem);
    }
}
