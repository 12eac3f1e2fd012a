package offprint.engine.embedded;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferUShort;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.util.Arrays;
import java.util.Optional;

/// A picture whose samples lie one pixel after the other in one array: the form in which everything here is computed.
///
/// One channel is grey, two are grey and alpha, three are colour, four are colour and alpha.
///
/// @param bandOffsets where in a pixel each of R, G, B, A (or grey, alpha) stands
@SuppressWarnings("ArrayRecordComponent") // never compared
record Samples(BufferedImage image, int channels, int offset, int stride, int[] bandOffsets) {

    /// A view of the image's own array, or nothing when the image is stored in another form.
    static Optional<Samples> of(BufferedImage image) {
        var raster = image.getRaster();
        boolean plain = image.getColorModel() instanceof ComponentColorModel
                && raster.getSampleModel() instanceof PixelInterleavedSampleModel
                && raster.getParent() == null
                && raster.getSampleModelTranslateX() == 0
                && raster.getSampleModelTranslateY() == 0;
        if (!plain) {
            return Optional.empty();
        }
        var model = (PixelInterleavedSampleModel) raster.getSampleModel();
        int channels = model.getNumBands();
        var buffer = raster.getDataBuffer();
        boolean array = buffer instanceof DataBufferByte || buffer instanceof DataBufferUShort;
        boolean alpha = image.getColorModel().hasAlpha();
        int space = image.getColorModel().getColorSpace().getType();
        boolean usual = channels <= 4
                && space == (channels <= 2 ? ColorSpace.TYPE_GRAY : ColorSpace.TYPE_RGB)
                && alpha == (channels % 2 == 0);
        if (!array || !usual || buffer.getNumBanks() != 1 || model.getPixelStride() != channels) {
            return Optional.empty();
        }
        return Optional.of(
                new Samples(image, channels, buffer.getOffset(), model.getScanlineStride(), model.getBandOffsets()));
    }

    /// A new black picture; the bands stand in the order that JPEG and PNG writers copy fastest.
    static Samples allocate(int width, int height, int channels, boolean wide, boolean premultiplied) {
        var order = switch (channels) {
            case 1 -> new int[] {0};
            case 2 -> new int[] {0, 1};
            case 3 -> wide ? new int[] {0, 1, 2} : new int[] {2, 1, 0};
            default -> wide ? new int[] {0, 1, 2, 3} : new int[] {3, 2, 1, 0};
        };
        return allocate(width, height, order, wide, premultiplied);
    }

    private static Samples allocate(int width, int height, int[] order, boolean wide, boolean premultiplied) {
        int channels = order.length;
        int type = wide ? DataBuffer.TYPE_USHORT : DataBuffer.TYPE_BYTE;
        int stride = Math.multiplyExact(width, channels);
        var raster = Raster.createInterleavedRaster(type, width, height, stride, channels, order, null);
        var space = ColorSpace.getInstance(channels <= 2 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB);
        boolean alpha = channels % 2 == 0;
        ColorModel model = new ComponentColorModel(
                space, alpha, premultiplied, alpha ? Transparency.TRANSLUCENT : Transparency.OPAQUE, type);
        return new Samples(new BufferedImage(model, raster, premultiplied, null), channels, 0, stride, order.clone());
    }

    /// A new picture of the same kind.
    Samples sized(int width, int height) {
        return allocate(width, height, bandOffsets, isWide(), isPremultiplied());
    }

    /// The same array, said to be premultiplied or not.
    Samples labelled(boolean premultiplied) {
        var model = image.getColorModel();
        var relabelled = new ComponentColorModel(
                model.getColorSpace(),
                model.hasAlpha(),
                model.hasAlpha() && premultiplied,
                model.getTransparency(),
                model.getTransferType());
        var other = new BufferedImage(relabelled, image.getRaster(), relabelled.isAlphaPremultiplied(), null);
        return new Samples(other, channels, offset, stride, bandOffsets);
    }

    int width() {
        return image.getWidth();
    }

    int height() {
        return image.getHeight();
    }

    boolean isWide() {
        return image.getRaster().getDataBuffer() instanceof DataBufferUShort;
    }

    boolean hasAlpha() {
        return channels % 2 == 0;
    }

    boolean isPremultiplied() {
        return image.isAlphaPremultiplied() && hasAlpha();
    }

    boolean isGrey() {
        return channels <= 2;
    }

    /// Where alpha stands in a pixel; only where there is one.
    int alphaOffset() {
        return bandOffsets[channels - 1];
    }

    byte[] bytes() {
        return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    }

    short[] shorts() {
        return ((DataBufferUShort) image.getRaster().getDataBuffer()).getData();
    }

    int rowStart(int y) {
        return offset + y * stride;
    }

    boolean sameOrder(Samples other) {
        return Arrays.equals(bandOffsets, other.bandOffsets);
    }
}
