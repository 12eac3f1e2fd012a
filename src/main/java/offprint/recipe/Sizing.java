package offprint.recipe;

import offprint.image.PixelSize;

/// How large a variant becomes. Aspect ratio is always kept; sides are computed from the source's own upright size,
/// each rounded half up once, and are never less than one pixel. An enlargement ends, with its aspect ratio, where a
/// side would pass [#MAX_SIDE_PX] or the whole [#MAX_ENLARGED_PIXELS]: beyond that nothing can be written.
public sealed interface Sizing {

    /// The longest side that can be asked for.
    int MAX_SIDE_PX = 1_000_000;

    /// The most pixels that an enlargement may have: 1000 megapixels.
    long MAX_ENLARGED_PIXELS = 1_000_000_000;

    /// The most megapixels, and the most percent, that can be asked for.
    int MAX_AMOUNT = 1_000;

    /// The size of the variant for a source that is shown at `source`.
    PixelSize sizeFor(PixelSize source);

    /// The size for a source if it might grow: larger than the source exactly where an enlargement is at stake.
    default PixelSize sizeIfEnlarged(PixelSize source) {
        return switch (this) {
            case Original original -> source;
            case LongEdge edge -> new LongEdge(edge.px, Enlargement.ALLOWED).sizeFor(source);
            case ShortEdge edge -> new ShortEdge(edge.px, Enlargement.ALLOWED).sizeFor(source);
            case Width width -> new Width(width.px, Enlargement.ALLOWED).sizeFor(source);
            case Height height -> new Height(height.px, Enlargement.ALLOWED).sizeFor(source);
            case Within within -> new Within(within.box, Enlargement.ALLOWED).sizeFor(source);
            case Megapixels size -> new Megapixels(size.megapixels, Enlargement.ALLOWED).sizeFor(source);
            case Percent size -> new Percent(size.percent, Enlargement.ALLOWED).sizeFor(source);
        };
    }

    /// Whether smaller sources grow.
    default boolean mayEnlarge() {
        return switch (this) {
            case Original original -> false;
            case LongEdge edge -> edge.enlargement == Enlargement.ALLOWED;
            case ShortEdge edge -> edge.enlargement == Enlargement.ALLOWED;
            case Width width -> width.enlargement == Enlargement.ALLOWED;
            case Height height -> height.enlargement == Enlargement.ALLOWED;
            case Within within -> within.enlargement == Enlargement.ALLOWED;
            case Megapixels size -> size.enlargement == Enlargement.ALLOWED;
            case Percent size -> size.enlargement == Enlargement.ALLOWED;
        };
    }

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
            requireSide("longEdge", px);
        }

        @Override
        public PixelSize sizeFor(PixelSize source) {
            return enlargement.scaled(source, px, source.longEdgePx());
        }
    }

    /// The shorter side becomes `px`.
    record ShortEdge(int px, Enlargement enlargement) implements Sizing {
        public ShortEdge {
            requireSide("shortEdge", px);
        }

        @Override
        public PixelSize sizeFor(PixelSize source) {
            return enlargement.scaled(source, px, source.shortEdgePx());
        }
    }

    /// The width becomes `px`.
    record Width(int px, Enlargement enlargement) implements Sizing {
        public Width {
            requireSide("width", px);
        }

        @Override
        public PixelSize sizeFor(PixelSize source) {
            return enlargement.scaled(source, px, source.widthPx());
        }
    }

    /// The height becomes `px`.
    record Height(int px, Enlargement enlargement) implements Sizing {
        public Height {
            requireSide("height", px);
        }

        @Override
        public PixelSize sizeFor(PixelSize source) {
            return enlargement.scaled(source, px, source.heightPx());
        }
    }

    /// As large as fits into the box.
    record Within(PixelSize box, Enlargement enlargement) implements Sizing {
        public Within {
            requireSide("within", box.longEdgePx());
        }

        @Override
        public PixelSize sizeFor(PixelSize source) {
            boolean widthBinds = (long) box.widthPx() * source.heightPx() <= (long) box.heightPx() * source.widthPx();
            return widthBinds
                    ? enlargement.scaled(source, box.widthPx(), source.widthPx())
                    : enlargement.scaled(source, box.heightPx(), source.heightPx());
        }
    }

    /// About so many million pixels: up to one in a hundred more by rounding, never more than that.
    record Megapixels(double megapixels, Enlargement enlargement) implements Sizing {
        public Megapixels {
            if (!(megapixels > 0 && megapixels <= MAX_AMOUNT)) {
                throw new IllegalArgumentException(
                        "expected a number above 0 and up to 1000 for megapixels but received " + megapixels);
            }
        }

        @Override
        public PixelSize sizeFor(PixelSize source) {
            double wanted = megapixels * 1e6;
            var size = enlargement.scaled(source, Math.sqrt(wanted / source.pixels()), 1);
            return size.equals(source) || size.pixels() <= wanted * 1.01 ? size : trimmed(size, wanted);
        }

        /// For a strip of few rows or columns, rounding one of them up is a lot: it is rounded down instead, and where
        /// it is but one already, the long side gives way.
        private static PixelSize trimmed(PixelSize size, double wanted) {
            int small = Math.max(1, size.shortEdgePx() - 1);
            int large = (int) Math.max(1, Math.min(size.longEdgePx(), Math.floor(wanted / small)));
            return size.widthPx() < size.heightPx() ? new PixelSize(small, large) : new PixelSize(large, small);
        }
    }

    /// So many percent of each side.
    record Percent(double percent, Enlargement enlargement) implements Sizing {
        public Percent {
            if (!(percent > 0 && percent <= MAX_AMOUNT)) {
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
            double scale = numerator / denominator;
            double most = Math.max(
                    1,
                    Math.min(
                            (double) MAX_SIDE_PX / source.longEdgePx(),
                            Math.sqrt((double) MAX_ENLARGED_PIXELS / source.pixels())));
            return scale > most ? sized(source, most, 1) : sized(source, numerator, denominator);
        }

        private static PixelSize sized(PixelSize source, double numerator, double denominator) {
            return new PixelSize(
                    side(source.widthPx(), numerator, denominator), side(source.heightPx(), numerator, denominator));
        }

        private static int side(int sourcePx, double numerator, double denominator) {
            return (int) Math.max(1, Math.round(sourcePx * numerator / denominator));
        }
    }

    private static void requireSide(String name, int px) {
        if (px < 1 || px > MAX_SIDE_PX) {
            throw new IllegalArgumentException(
                    "expected a whole number from 1 to " + MAX_SIDE_PX + " for " + name + " but received " + px);
        }
    }
}
