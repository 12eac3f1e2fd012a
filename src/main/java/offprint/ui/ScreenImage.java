package offprint.ui;

import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import offprint.image.PixelSize;
import offprint.image.Pixels;

/// Pixels of an engine on the screen, without a copy. Counts those who hold it: once the last one has let go and no
/// frame can show it any more, the pixels are closed. Belongs to the FX thread but for [#of].
public final class ScreenImage {

    /// The pulse after the last holder let go waits until the frame before it is painted; one more to be sure.
    static final int PULSES_UNTIL_CLOSED = 3;

    private final Pixels pixels;
    private final PixelSize size;
    private Optional<Image> image = Optional.empty();
    private int holders = 1;

    private ScreenImage(Pixels pixels) {
        this.pixels = pixels;
        this.size = pixels.size();
    }

    /// Owns the pixels from now on; the caller is the first who holds it. Any thread.
    public static ScreenImage of(Pixels pixels) {
        return new ScreenImage(pixels);
    }

    /// One more who holds it.
    public ScreenImage hold() {
        if (holders == 0) {
            throw new IllegalStateException("nobody holds the picture any more");
        }
        holders++;
        return this;
    }

    /// One less; to be told before or in the same pulse as the picture leaves the scene.
    public void letGo() {
        if (holders == 0) {
            throw new IllegalStateException("nobody holds the picture any more");
        }
        holders--;
        if (holders == 0) {
            Closer.CLOSER.close(pixels);
        }
    }

    /// The picture to show, the same one every time, for as long as it is held.
    public Image image() {
        if (image.isEmpty()) {
            // The bytes B, G, R, A are the integer ARGB with its lowest byte first. As integers the software pipeline
            // copies whole rows; as bytes it takes each alone, and was busy with little else (docs/decisions/0017).
            var argb = pixels.segment()
                    .asByteBuffer()
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asIntBuffer();
            image = Optional.of(new WritableImage(
                    new PixelBuffer<>(size.widthPx(), size.heightPx(), argb, PixelFormat.getIntArgbPreInstance())));
        }
        return image.get();
    }

    public long byteSize() {
        return pixels.byteSize();
    }

    /// Closes pixels some pulses later; makes pulses come until then.
    private static final class Closer extends AnimationTimer {

        static final Closer CLOSER = new Closer();

        private final Deque<Leaving> leaving = new ArrayDeque<>();
        private long pulse;

        private record Leaving(Pixels pixels, long pulse) {}

        void close(Pixels pixels) {
            if (leaving.isEmpty()) {
                start();
            }
            leaving.addLast(new Leaving(pixels, pulse + PULSES_UNTIL_CLOSED));
        }

        @Override
        public void handle(long nowNanos) {
            pulse++;
            while (!leaving.isEmpty() && leaving.getFirst().pulse() <= pulse) {
                leaving.removeFirst().pixels().close();
            }
            if (leaving.isEmpty()) {
                stop();
            }
        }
    }
}
