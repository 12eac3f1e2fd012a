package offprint.ui;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import offprint.image.PixelSize;
import offprint.image.Pixels;

/// Pixels that are ready for the screen: copied off the FX thread, wrapped on it without another copy.
///
/// @param size of the raster
/// @param bytes BGRA, premultiplied
public record ScreenImage(PixelSize size, ByteBuffer bytes) {

    /// Copies the pixels and closes them. Worker threads.
    public static ScreenImage takeOver(Pixels pixels) {
        try (pixels) {
            var copy = new byte[Math.toIntExact(pixels.byteSize())];
            MemorySegment.copy(pixels.segment(), 0, MemorySegment.ofArray(copy), 0, copy.length);
            return new ScreenImage(pixels.size(), ByteBuffer.wrap(copy));
        }
    }

    /// The picture to show. FX thread.
    public Image toImage() {
        return new WritableImage(
                new PixelBuffer<>(size.widthPx(), size.heightPx(), bytes, PixelFormat.getByteBgraPreInstance()));
    }

    public long byteSize() {
        return size.pixels() * Pixels.BYTES_PER_PIXEL;
    }
}
