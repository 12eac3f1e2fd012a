package offprint.engine.embedded;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.util.Optional;
import offprint.cancel.CancelledException;
import offprint.engine.Poll;

/// What an embedded colour profile means, and the way from it to sRGB.
final class Colours {

    private static final int BAND_ROWS = 32;

    /// Steps an axis when a profile is compared with sRGB.
    private static final int STEPS = 5;

    /// Largest difference, in steps of eight bits, that still counts as sRGB.
    private static final int TOLERANCE = 2;

    private Colours() {}

    /// Whether the profile is sound and belongs to such pixels.
    static boolean fits(byte[] bytes, Samples pixels) {
        try {
            int wanted = pixels.isGrey() ? ColorSpace.TYPE_GRAY : ColorSpace.TYPE_RGB;
            return ICC_Profile.getInstance(bytes).getColorSpaceType() == wanted;
        } catch (IllegalArgumentException | CMMException broken) {
            return false;
        }
    }

    /// A profile that fits, or nothing when it is broken inside or is sRGB by what it does: then no conversion is
    /// needed.
    static Optional<ICC_Profile> meaningful(byte[] bytes, Samples pixels) {
        try {
            var profile = ICC_Profile.getInstance(bytes);
            return isSrgb(profile, pixels.isGrey() ? 1 : 3) ? Optional.empty() : Optional.of(profile);
        } catch (IllegalArgumentException | CMMException broken) {
            return Optional.empty();
        }
    }

    /// Whether the profile shows every one of a lattice of colours as sRGB does.
    private static boolean isSrgb(ICC_Profile profile, int channels) {
        int count = channels == 1 ? 32 : STEPS * STEPS * STEPS;
        var from = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, count, 1, channels, null);
        var into = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, count, 1, 3, null);
        for (int i = 0; i < count; i++) {
            for (int band = 0; band < channels; band++) {
                int step = band == 0 ? i % STEPS : band == 1 ? i / STEPS % STEPS : i / STEPS / STEPS;
                from.setSample(i, 0, band, channels == 1 ? i * 255 / 31 : step * 255 / (STEPS - 1));
            }
        }
        toSrgb(profile).filter(from, into);
        for (int i = 0; i < count; i++) {
            for (int band = 0; band < 3; band++) {
                int expected = from.getSample(i, 0, Math.min(band, channels - 1));
                if (Math.abs(into.getSample(i, 0, band) - expected) > TOLERANCE) {
                    return false;
                }
            }
        }
        return true;
    }

    private static ColorConvertOp toSrgb(ICC_Profile profile) {
        return new ColorConvertOp(new ICC_ColorSpace(profile), ColorSpace.getInstance(ColorSpace.CS_sRGB), null);
    }

    /// The picture in sRGB; grey becomes colour, alpha is kept as it is.
    static Samples toSrgb(Samples picture, ICC_Profile profile, Poll poll) throws CancelledException {
        boolean premultiplied = picture.isPremultiplied();
        var source = Alpha.straight(picture, poll);
        int channels = source.hasAlpha() ? 4 : 3;
        var target = Samples.allocate(source.width(), source.height(), channels, source.isWide(), false);
        var convert = toSrgb(profile);
        var bands = source.isGrey() ? new int[] {0} : new int[] {0, 1, 2};
        for (int y = 0; y < source.height(); y += BAND_ROWS) {
            poll.check();
            int rows = Math.min(BAND_ROWS, source.height() - y);
            var from = source.image().getRaster().createChild(0, y, source.width(), rows, 0, 0, bands);
            var into = target.image()
                    .getRaster()
                    .createWritableChild(0, y, target.width(), rows, 0, 0, new int[] {0, 1, 2});
            convert.filter(from, into);
            if (source.hasAlpha()) {
                int alpha = source.channels() - 1;
                var row = new int[source.width() * rows];
                source.image().getRaster().getSamples(0, y, source.width(), rows, alpha, row);
                target.image().getRaster().setSamples(0, y, target.width(), rows, 3, row);
            }
        }
        return premultiplied ? Alpha.premultiplied(target, poll) : target;
    }
}
