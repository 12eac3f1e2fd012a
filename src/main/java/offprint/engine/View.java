package offprint.engine;

import offprint.image.PixelSize;

/// What of a picture is looked at, upright.
public sealed interface View {

    /// All of it, as large as fits into a square box, never enlarged.
    ///
    /// @param boxPx side of the box, 1 or more
    record Fitted(int boxPx) implements View {
        public Fitted {
            if (boxPx < 1) {
                throw new IllegalArgumentException("expected a box of 1 px or more but received " + boxPx);
            }
        }

        /// The size of a picture of this size in the box.
        public PixelSize sizeOf(PixelSize whole) {
            int longEdge = whole.longEdgePx();
            if (longEdge <= boxPx) {
                return whole;
            }
            return new PixelSize(side(whole.widthPx(), longEdge), side(whole.heightPx(), longEdge));
        }

        private int side(int px, int longEdge) {
            return (int) Math.max(1, Math.round(px * (double) boxPx / longEdge));
        }
    }

    /// A part of it, pixel by pixel; what lies outside of the picture is cut off.
    ///
    /// @param leftPx columns left of it, 0 or more
    /// @param topPx rows above it, 0 or more
    record Region(int leftPx, int topPx, PixelSize size) implements View {
        public Region {
            if (leftPx < 0 || topPx < 0) {
                throw new IllegalArgumentException(
                        "expected a place of 0 or more but received " + leftPx + ", " + topPx);
            }
        }

        /// The part of it that lies in a picture of this size; at least one pixel.
        public Region within(PixelSize whole) {
            int left = Math.min(leftPx, whole.widthPx() - 1);
            int top = Math.min(topPx, whole.heightPx() - 1);
            return new Region(
                    left,
                    top,
                    new PixelSize(
                            Math.min(size.widthPx(), whole.widthPx() - left),
                            Math.min(size.heightPx(), whole.heightPx() - top)));
        }
    }
}
