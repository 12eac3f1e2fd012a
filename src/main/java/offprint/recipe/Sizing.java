package offprint.recipe;

import offprint.image.PixelSize;

/// How large a variant becomes. Aspect ratio is always kept; sides are computed from the source's own upright size,
/// each
/// rounded half up once, and are never less than one pixel.
public sealed interface Sizing {

    /// The size of the variant for a source that is shown at `source`.
    PixelSize sizeFor(PixelSize source);

    /// Every pixel of the source.
    record Original() implements Sizing {
        @Override
        public PixelSize sizeFor(PixelSize source) {
            return source;
        }
    }

    /// The longer side becomes `px`.
    record LongEdge(int px, Enlargement enlargement) implements Sizing {
        public LongEdge {
            requirePositive("longEdge", px);
        }

        @Override
        public PixelSize sizeFor(PixelSize source) {
            return enlargement.scaled(source, px, source.longEdgePx());
        }
    }

    /// The shorter side becomes `px`.
    record ShortEdge(int px, Enlargement enlargement) implements Sizing {
        public ShortEdge {
            requirePositive("shortEdge", px);
        }

        @Override
        public PixelSize sizeFor(PixelSize source) {
            return enlargement.scaled(source, px, source.shortEdgePx());
        }
    }

    /// The width becomes `px`.
    record Width(int px, Enlargement enlargement) implements Sizing {
        public Width {
            requirePositive("width", px);
        }

        @Override
        public PixelSize sizeFor(PixelSize source) {
            return enlargement.scaled(source, px, source.widthPx());
        }
    }

    /// The height becomes `px`.
    record Height(int px, Enlargement enlargement) implements Sizing {
        public Height {
            requirePositive("height", px);
        }

        @Override
        public PixelSize sizeFor(PixelSize source) {
            return enlargement.scaled(source, px, source.heightPx());
        }
    }

    /// As large as fits into the box.
    record Within(PixelSize box, Enlargement enlargement) implements Sizing {
        @Override
        public PixelSize sizeFor(PixelSize source) {
            boolean widthBinds = (long) box.widthPx() * source.heightPx() <= (long) box.heightPx() * source.widthPx();
            return widthBinds
                    ? enlargement.scaled(source, box.widthPx(), source.widthPx())
                    : enlargement.scaled(source, box.heightPx(), source.heightPx());
        }
    }

    /// About so many million pixels.
    record Megapixels(double megapixels, Enlargement enlargement) implements Sizing {
        public Megapixels {
            if (!(megapixels > 0 && megapixels <= 1_000)) {
                throw new IllegalArgumentException(
                        "expected a number above 0 and up to 1000 for megapixels but received " + megapixels);
            }
        }

        @Override
        public PixelSize sizeFor(PixelSize source) {
            return enlargement.scaled(source, Math.sqrt(megapixels * 1e6 / source.pixels()), 1);
        }
    }

    /// So many percent of each side.
    record Percent(double percent, Enlargement enlargement) implements Sizing {
        public Percent {
            if (!(percent > 0 && percent <= 1_000)) {
                throw new IllegalArgumentException(
                        "expected a number above 0 and up to 1000 for percent but received " + percent);
            }
        }

        @Override
        public PixelSize sizeFor(PixelSize source) {
            return enlargement.scaled(source, percent, 100);
        }
    }

    /// Whether a variant may become larger than its source.
    enum Enlargement {
        NEVER,
        ALLOWED;

        PixelSize scaled(PixelSize source, double numerator, double denominator) {
            if (this == NEVER && numerator >= denominator) {
                return source;
            }
            return new PixelSize(
                    side(source.widthPx(), numerator, denominator), side(source.heightPx(), numerator, denominator));
        }

        private static int side(int sourcePx, double numerator, double denominator) {
            return (int) Math.max(1, Math.min(Integer.MAX_VALUE, Math.round(sourcePx * numerator / denominator)));
        }
    }

    private static void requirePositive(String name, int px) {
        if (px < 1) {
            throw new IllegalArgumentException(
                    "expected a whole number of at least 1 for " + name + " but received " + px);
        }
    }
}
