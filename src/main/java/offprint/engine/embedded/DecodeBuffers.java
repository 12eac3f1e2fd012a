package offprint.engine.embedded;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.util.Optional;
import javax.imageio.ImageTypeSpecifier;

/// Each thread's last decoded raster, kept for its next photo.
///
/// A fresh array is cleared by the virtual machine in one piece, and every other thread that comes to a safepoint waits
/// for that: 72 MB, on a worker of low priority, held the window up for as much as 270 ms. An array that is used again
/// is not cleared. It goes when its thread ends, as idle workers do.
final class DecodeBuffers {

    /// More than a photo of 80 MP is not kept.
    private static final int LARGEST_KEPT_BYTES = 240 << 20;

    /// Below this, clearing takes no time that anybody could see.
    private static final int SMALLEST_KEPT_BYTES = 1 << 20;

    private final ThreadLocal<Optional<byte[]>> kept = ThreadLocal.withInitial(Optional::empty);

    /// A picture of the type over the thread's kept array, whose samples are anything; nothing where the type is not
    /// one of bytes that lie pixel by pixel.
    Optional<BufferedImage> image(ImageTypeSpecifier type, int width, int height) {
        var model = type.getSampleModel(width, height);
        long bytes = (long) width * height * model.getNumBands();
        if (!(model instanceof PixelInterleavedSampleModel)
                || model.getDataType() != DataBuffer.TYPE_BYTE
                || bytes > LARGEST_KEPT_BYTES) {
            return Optional.empty();
        }
        var buffer = new DataBufferByte(take((int) bytes), (int) bytes);
        return Optional.of(
                new BufferedImage(type.getColorModel(), Raster.createWritableRaster(model, buffer, null), false, null));
    }

    private byte[] take(int bytes) {
        var array = kept.get().filter(last -> last.length >= bytes && last.length / 2 <= bytes);
        kept.remove();
        return array.orElseGet(() -> new byte[bytes]);
    }

    /// Keeps the picture's array for the calling thread's next one; nobody may look at the picture any more.
    void giveBack(BufferedImage image) {
        if (image.getRaster().getDataBuffer() instanceof DataBufferByte buffer && buffer.getNumBanks() == 1) {
            var array = buffer.getData();
            if (array.length >= SMALLEST_KEPT_BYTES && array.length <= LARGEST_KEPT_BYTES) {
                kept.set(Optional.of(array));
            }
        }
    }
}
