package offprint.ui.queue;

import java.util.ArrayList;
import java.util.List;

/// Where the columns of the matrix stand: the photo's name, one for each variant, and what is to be said. Plain Java.
///
/// @param namePx width of the name
/// @param variantPx width of each variant
/// @param detailPx width of the rest
/// @param variants how many
record MatrixColumns(double namePx, double variantPx, double detailPx, int variants) {

    private static final double NAME_LEAST_PX = 136;
    private static final double NAME_MOST_PX = 280;
    private static final double VARIANT_LEAST_PX = 104;
    private static final double VARIANT_MOST_PX = 168;
    private static final double DETAIL_LEAST_PX = 184;

    /// Fills the width; where that is too small every column has its least, and the matrix scrolls sideways.
    static MatrixColumns fitting(double widthPx, int variants) {
        double spare = Math.max(0, widthPx - NAME_LEAST_PX - DETAIL_LEAST_PX - variants * VARIANT_LEAST_PX);
        double forVariants = variants == 0 ? 0 : Math.min(VARIANT_MOST_PX - VARIANT_LEAST_PX, spare * 0.3 / variants);
        double forName = Math.min(NAME_MOST_PX - NAME_LEAST_PX, spare * 0.2);
        double variant = Math.floor(VARIANT_LEAST_PX + forVariants);
        double name = Math.floor(NAME_LEAST_PX + forName);
        double detail = Math.max(DETAIL_LEAST_PX, Math.floor(widthPx - name - variants * variant));
        return new MatrixColumns(name, variant, detail, variants);
    }

    double totalPx() {
        return namePx + variants * variantPx + detailPx;
    }

    /// Left edge of a variant's column.
    double variantX(int variant) {
        return namePx + variant * variantPx;
    }

    double detailX() {
        return variantX(variants);
    }

    /// The variant whose column is at a place, or -1 for the photo as a whole.
    int variantAt(double x) {
        int variant = (int) Math.floor((x - namePx) / variantPx);
        return x < namePx || variant >= variants ? -1 : variant;
    }

    /// Widths of all columns, from the left.
    List<Double> widthsPx() {
        var widths = new ArrayList<Double>();
        widths.add(namePx);
        for (int i = 0; i < variants; i++) {
            widths.add(variantPx);
        }
        widths.add(detailPx);
        return widths;
    }
}
