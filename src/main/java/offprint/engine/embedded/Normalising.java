package offprint.engine.embedded;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import offprint.cancel.CancelledException;
import offprint.engine.Poll;

/// Brings whatever a reader decoded into the one form that the rest works on.
final class Normalising {

    private static final int BAND_ROWS = 32;

    private Normalising() {}

    static Samples interleaved(BufferedImage image, Poll poll) throws CancelledException {
        var samples = Samples.of(image);
        if (samples.isPresent()) {
            return samples.get();
        }
        if (image.getColorModel() instanceof IndexColorModel palette) {
            return fromPalette(image, palette, poll);
        }
        return image.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_CMYK
                ? fromCmyk(image, poll)
                : fromAny(image, poll);
    }

    private static Samples fromPalette(BufferedImage image, IndexColorModel palette, Poll poll)
            throws CancelledException {
        var colours = new int[palette.getMapSize()];
        palette.getRGBs(colours);
        boolean grey = !palette.hasAlpha();
        for (int colour : colours) {
            grey &= (colour & 0xFF) == (colour >> 8 & 0xFF) && (colour & 0xFF) == (colour >> 16 & 0xFF);
        }
        var target = Samples.allocate(
                image.getWidth(), image.getHeight(), grey ? 1 : palette.hasAlpha() ? 4 : 3, false, false);
        var row = new int[image.getWidth()];
        for (int y = 0; y < image.getHeight(); y++) {
            poll.check();
            image.getRaster().getPixels(0, y, row.length, 1, row);
            for (int x = 0; x < row.length; x++) {
                row[x] = row[x] < colours.length ? colours[row[x]] : 0xFF00_0000;
            }
            putArgb(target, y, row);
        }
        return target;
    }

    private static Samples fromAny(BufferedImage image, Poll poll) throws CancelledException {
        boolean alpha = image.getColorModel().hasAlpha();
        var target = Samples.allocate(image.getWidth(), image.getHeight(), alpha ? 4 : 3, false, false);
        var row = new int[image.getWidth()];
        for (int y = 0; y < image.getHeight(); y++) {
            poll.check();
            image.getRGB(0, y, row.length, 1, row, 0, row.length);
            putArgb(target, y, row);
        }
        return target;
    }

    private static Samples fromCmyk(BufferedImage image, Poll poll) throws CancelledException {
        var target = Samples.allocate(image.getWidth(), image.getHeight(), 3, false, false);
        var space = image.getColorModel().getColorSpace();
        var convert = new ColorConvertOp(space, ColorSpace.getInstance(ColorSpace.CS_sRGB), null);
        for (int y = 0; y < image.getHeight(); y += BAND_ROWS) {
            poll.check();
            int rows = Math.min(BAND_ROWS, image.getHeight() - y);
            Raster from = image.getRaster().createChild(0, y, image.getWidth(), rows, 0, 0, new int[] {0, 1, 2, 3});
            var into = target.image().getRaster().createWritableChild(0, y, target.width(), rows, 0, 0, null);
            convert.filter(from, into);
        }
        return target;
    }

    private static void putArgb(Samples target, int y, int[] row) {
        var out = target.bytes();
        int at = target.rowStart(y);
        for (int colour : row) {
            if (target.channels() == 1) {
                out[at] = (byte) colour;
            } else {
                for (int band = 0; band < 3; band++) {
                    out[at + target.bandOffsets()[band]] = (byte) (colour >> (16 - 8 * band));
                }
                if (target.hasAlpha()) {
                    out[at + target.alphaOffset()] = (byte) (colour >>> 24);
                }
            }
            at += target.channels();
        }
    }
}
