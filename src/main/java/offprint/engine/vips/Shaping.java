package offprint.engine.vips;

import offprint.cancel.CancelledException;
import offprint.engine.View;
import offprint.image.Orientation;
import offprint.image.PixelSize;

/// Describes changes of a picture's pixels: size, turn, depth, transparency. Nothing is computed here.
final class Shaping {

    private static final String WHITE = "255";

    private final Vips vips;

    Shaping(Vips vips) {
        this.vips = vips;
    }

    /// The picture at exactly this size, by Lanczos with three lobes; colours are weighted by their opacity.
    ///
    /// @param image stays the caller's
    /// @return the caller's
    VipsImage resized(VipsImage image, PixelSize size) throws VipsException, CancelledException {
        if (image.size().equals(size)) {
            return image.again();
        }
        try (var pipe = new Pipe(image.again())) {
            boolean weighted = image.hasAlpha();
            if (weighted) {
                pipe.through(vips, "premultiply").through(made -> rounded(made, image));
            }
            pipe.through(made -> scaled(made, size));
            if (weighted) {
                pipe.through(vips, "unpremultiply").through(made -> rounded(made, image));
            }
            return pipe.head().again();
        }
    }

    private VipsImage scaled(VipsImage image, PixelSize size) throws VipsException {
        var from = image.size();
        try (var call = vips.call("resize")) {
            return call.with("in", image)
                    .with("scale", size.widthPx() / (double) from.widthPx())
                    .with("vscale", size.heightPx() / (double) from.heightPx())
                    .image();
        }
    }

    /// Whole numbers again, rounded to the nearest, after a calculation in floating point.
    VipsImage rounded(VipsImage image, VipsImage model) throws VipsException, CancelledException {
        boolean same = model.isEightBits() ? image.isEightBits() : image.isSixteenBits();
        if (same) {
            return image.again();
        }
        try (var pipe = new Pipe(image.again())) {
            pipe.through(made -> {
                try (var call = vips.call("linear")) {
                    return call.with("in", made)
                            .choose("a", "1")
                            .choose("b", "0.5")
                            .image();
                }
            });
            return pipe.through(made -> cast(made, model.isEightBits() ? "uchar" : "ushort"))
                    .head()
                    .again();
        }
    }

    private VipsImage cast(VipsImage image, String format) throws VipsException {
        try (var call = vips.call("cast")) {
            return call.with("in", image).choose("format", format).image();
        }
    }

    /// The picture as it stands upright. A quarter turn asks for rows out of order: the picture must be in memory.
    VipsImage upright(VipsImage image, Orientation orientation) throws VipsException, CancelledException {
        try (var pipe = new Pipe(image.again())) {
            if (orientation.isMirrored()) {
                pipe.through(made -> {
                    try (var call = vips.call("flip")) {
                        return call.with("in", made)
                                .choose("direction", "horizontal")
                                .image();
                    }
                });
            }
            if (orientation.clockwiseDegrees() != 0) {
                pipe.through(made -> {
                    try (var call = vips.call("rot")) {
                        return call.with("in", made)
                                .choose("angle", "d" + orientation.clockwiseDegrees())
                                .image();
                    }
                });
            }
            return pipe.head().again();
        }
    }

    /// The picture with eight bits a sample.
    VipsImage inEightBits(VipsImage image) throws VipsException {
        if (image.isEightBits()) {
            return image.again();
        }
        int interpretation = image.interpretation();
        boolean grey = interpretation == VipsImage.GREY_16 || interpretation == VipsImage.GREY;
        return inSpace(image, grey ? "b-w" : "srgb");
    }

    /// The picture in a colour space that libvips knows by name.
    VipsImage inSpace(VipsImage image, String space) throws VipsException {
        try (var call = vips.call("colourspace")) {
            return call.with("in", image).choose("space", space).image();
        }
    }

    /// The picture on white, without transparency.
    VipsImage onWhite(VipsImage image) throws VipsException {
        if (!image.hasAlpha()) {
            return image.again();
        }
        try (var call = vips.call("flatten")) {
            return call.with("in", image).choose("background", WHITE).image();
        }
    }

    /// So many bands from the first one on.
    VipsImage firstBands(VipsImage image, int bands) throws VipsException {
        return band(image, 0, bands);
    }

    /// A part, which must lie inside.
    VipsImage part(VipsImage image, View.Region region) throws VipsException {
        try (var call = vips.call("extract_area")) {
            return call.with("input", image)
                    .with("left", region.leftPx())
                    .with("top", region.topPx())
                    .with("width", region.size().widthPx())
                    .with("height", region.size().heightPx())
                    .image();
        }
    }

    VipsImage band(VipsImage image, int first, int count) throws VipsException {
        try (var call = vips.call("extract_band")) {
            return call.with("in", image).with("band", first).with("n", count).image();
        }
    }
}
