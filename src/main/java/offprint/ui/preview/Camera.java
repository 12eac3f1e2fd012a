package offprint.ui.preview;

import offprint.engine.View;
import offprint.image.PixelSize;

/// Where a picture stands in its pane: geometry only, in the pane's coordinates.
///
/// @param whole size of the picture
/// @param paneWidth of the pane, in the units of the layout
/// @param paneHeight of the pane
/// @param outputScale pixels of the screen a unit
/// @param zoom screen pixels a picture pixel; 0 fits the picture into the pane
/// @param centreX the picture's column in the pane's middle; of no meaning while it fits
/// @param centreY the row in the pane's middle
record Camera(
        PixelSize whole,
        double paneWidth,
        double paneHeight,
        double outputScale,
        double zoom,
        double centreX,
        double centreY) {

    static final double FIT = 0;
    static final double HUNDRED_PERCENT = 1;
    static final double CLOSEST = 4;

    /// Below this a whole picture is asked for once, and panning asks for nothing.
    private static final long WHOLE_PIXELS = 6_000_000;

    /// Asked for in steps, so that a window that is dragged larger asks seldom.
    private static final int BOX_STEP_PX = 32;

    /// A rectangle of the pane.
    record Place(double x, double y, double width, double height) {}

    static Camera fitted(PixelSize whole, double paneWidth, double paneHeight, double outputScale) {
        return new Camera(
                whole, paneWidth, paneHeight, outputScale, FIT, whole.widthPx() / 2.0, whole.heightPx() / 2.0);
    }

    boolean isFitted() {
        return zoom == FIT;
    }

    /// Units of the layout a picture pixel.
    double scale() {
        if (!isFitted()) {
            return zoom / outputScale;
        }
        double fit = Math.min(paneWidth / whole.widthPx(), paneHeight / whole.heightPx());
        return Math.max(1e-6, Math.min(fit, 1 / outputScale));
    }

    /// Where the whole picture stands; parts of it may lie outside of the pane.
    Place place() {
        double width = whole.widthPx() * scale();
        double height = whole.heightPx() * scale();
        return new Place(
                start(paneWidth, width, centreX * scale()),
                start(paneHeight, height, centreY * scale()),
                width,
                height);
    }

    private static double start(double room, double length, double centre) {
        return length <= room ? Math.rint((room - length) / 2) : Math.clamp(room / 2 - centre, room - length, 0);
    }

    /// Where a view of the picture stands.
    Place place(View view) {
        return switch (view) {
            case View.Fitted fitted -> place();
            case View.Region region -> {
                var all = place();
                yield new Place(
                        all.x() + region.leftPx() * scale(),
                        all.y() + region.topPx() * scale(),
                        region.size().widthPx() * scale(),
                        region.size().heightPx() * scale());
            }
        };
    }

    Camera in(double width, double height, double outputs) {
        return new Camera(whole, width, height, outputs, zoom, centreX, centreY);
    }

    /// The same look at another picture: the same part of it in the middle.
    Camera at(PixelSize other) {
        return new Camera(
                other,
                paneWidth,
                paneHeight,
                outputScale,
                zoom,
                centreX / whole.widthPx() * other.widthPx(),
                centreY / whole.heightPx() * other.heightPx());
    }

    /// Zooms so that the picture's pixel under a point of the pane stays there, where the pane's edges allow it.
    Camera zoomed(double newZoom, double atX, double atY) {
        var now = place();
        double column = (atX - now.x()) / scale();
        double row = (atY - now.y()) / scale();
        double newScale = newZoom / outputScale;
        return new Camera(
                        whole,
                        paneWidth,
                        paneHeight,
                        outputScale,
                        newZoom,
                        newZoom == FIT ? centreX : column - (atX - paneWidth / 2) / newScale,
                        newZoom == FIT ? centreY : row - (atY - paneHeight / 2) / newScale)
                .settled();
    }

    /// One step closer or farther: fit, 100 %, 200 %, 400 %.
    Camera stepped(int steps, double atX, double atY) {
        double next = zoom;
        for (int step = 0; step < Math.abs(steps); step++) {
            next = steps > 0
                    ? next == FIT ? HUNDRED_PERCENT : Math.min(CLOSEST, next * 2)
                    : next <= HUNDRED_PERCENT ? FIT : next / 2;
        }
        return next == zoom ? this : zoomed(next, atX, atY);
    }

    /// The picture moved with the hand, no farther than its edges.
    Camera panned(double byX, double byY) {
        return new Camera(
                        whole,
                        paneWidth,
                        paneHeight,
                        outputScale,
                        zoom,
                        centreX - byX / scale(),
                        centreY - byY / scale())
                .settled();
    }

    private Camera settled() {
        return new Camera(
                whole,
                paneWidth,
                paneHeight,
                outputScale,
                zoom,
                settled(centreX, paneWidth / scale(), whole.widthPx()),
                settled(centreY, paneHeight / scale(), whole.heightPx()));
    }

    private static double settled(double centre, double room, double length) {
        return length <= room ? length / 2 : Math.clamp(centre, room / 2, length - room / 2);
    }

    /// What to ask for: the visible part and as much again around it, or everything.
    View view() {
        if (isFitted()) {
            double edge = whole.longEdgePx() * scale() * outputScale;
            int boxPx = (int) Math.ceil(edge / BOX_STEP_PX) * BOX_STEP_PX;
            return new View.Fitted(Math.min(Math.max(BOX_STEP_PX, boxPx), whole.longEdgePx()));
        }
        if (whole.pixels() <= WHOLE_PIXELS) {
            return new View.Region(0, 0, whole);
        }
        double width = 2 * paneWidth / scale();
        double height = 2 * paneHeight / scale();
        int left = (int) Math.max(0, Math.floor(centreX - width / 2));
        int top = (int) Math.max(0, Math.floor(centreY - height / 2));
        int right = (int) Math.min(whole.widthPx(), Math.ceil(centreX + width / 2));
        int bottom = (int) Math.min(whole.heightPx(), Math.ceil(centreY + height / 2));
        return new View.Region(left, top, new PixelSize(Math.max(1, right - left), Math.max(1, bottom - top)));
    }

    /// Whether what was asked for still covers what is seen.
    boolean isServedBy(View asked) {
        return switch (asked) {
            case View.Fitted fitted -> asked.equals(view());
            case View.Region region -> !isFitted() && covers(region);
        };
    }

    private boolean covers(View.Region region) {
        var at = place(region);
        var all = place();
        return at.x() <= Math.max(0, all.x()) + 1
                && at.y() <= Math.max(0, all.y()) + 1
                && at.x() + at.width() >= Math.min(paneWidth, all.x() + all.width()) - 1
                && at.y() + at.height() >= Math.min(paneHeight, all.y() + all.height()) - 1;
    }
}
