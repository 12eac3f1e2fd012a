package offprint.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.ValueLayout;
import java.util.Random;
import offprint.image.PixelSize;
import offprint.image.Pixels;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoredThumbnailTest {

    /// BGRA of each pixel by its place.
    private interface Painter {
        int argb(int x, int y);
    }

    private static Pixels painted(int width, int height, Painter painter) {
        var pixels = Pixels.allocate(new PixelSize(width, height));
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int argb = painter.argb(x, y);
                long at = 4L * (y * width + x);
                for (int i = 0; i < 4; i++) {
                    pixels.segment().set(ValueLayout.JAVA_BYTE, at + i, (byte) (argb >> (8 * i)));
                }
            }
        }
        return pixels;
    }

    /// The largest difference of a sample between the pixels and what comes back of them.
    private static int worst(Pixels pixels) {
        try (pixels;
                var back =
                        StoredThumbnail.decoded(StoredThumbnail.encoded(pixels)).orElseThrow()) {
            assertThat(back.size()).isEqualTo(pixels.size());
            int worst = 0;
            for (long at = 0; at < pixels.byteSize(); at++) {
                int before = pixels.segment().get(ValueLayout.JAVA_BYTE, at) & 0xFF;
                int after = back.segment().get(ValueLayout.JAVA_BYTE, at) & 0xFF;
                worst = Math.max(worst, Math.abs(before - after));
            }
            return worst;
        }
    }

    @Nested
    class WhatComesBack {

        @ParameterizedTest
        @CsvSource({"1,1", "2,1", "1,2", "3,3", "192,128", "127,191", "1024,1"})
        void isTheSameInGrey(int width, int height) {
            var pixels = painted(width, height, (x, y) -> 0xFF000000 | 0x010101 * ((x * 7 + y * 13) & 0xFF));
            assertThat(worst(pixels)).isZero();
        }

        @ParameterizedTest
        @CsvSource({"255,0,0", "0,255,0", "0,0,255", "255,255,0", "12,200,99", "255,255,255", "0,0,0"})
        void isTheSameInAPlainColourButForRounding(int red, int green, int blue) {
            var pixels = painted(31, 17, (x, y) -> 0xFF000000 | red << 16 | green << 8 | blue);
            assertThat(worst(pixels)).isLessThanOrEqualTo(2);
        }

        @Test
        void keepsFourQuartersApart() {
            int[] colours = {0xFFDC1E1E, 0xFF1EB428, 0xFF1E32D2, 0xFFE6D228};
            var pixels = painted(64, 40, (x, y) -> colours[(x < 32 ? 0 : 1) + (y < 20 ? 0 : 2)]);
            assertThat(worst(pixels)).isLessThanOrEqualTo(2);
        }

        @Test
        void isTheSameToTheBitWhereSomethingIsTransparent() {
            var random = new Random(5);
            assertThat(worst(painted(33, 21, (x, y) -> random.nextInt()))).isZero();
        }
    }

    @Nested
    class ADamagedFile {

        private final byte[] sound = soundFile();

        private static byte[] soundFile() {
            try (var pixels = painted(20, 10, (x, y) -> 0xFF000000 | x << 16 | y)) {
                return StoredThumbnail.encoded(pixels);
            }
        }

        @Test
        void isNoticedWhereverABitTurned() {
            for (int at = 0; at < sound.length; at++) {
                var bytes = sound.clone();
                bytes[at] ^= (byte) (1 << at % 8);
                assertThat(StoredThumbnail.decoded(bytes)).as("byte %d", at).isEmpty();
            }
        }

        @Test
        void isNoticedWhereverItIsCut() {
            for (int length = 0; length < sound.length; length++) {
                var bytes = java.util.Arrays.copyOf(sound, length);
                assertThat(StoredThumbnail.decoded(bytes))
                        .as("%d bytes", length)
                        .isEmpty();
            }
        }

        @Test
        void isNoticedWhenItGoesOn() {
            assertThat(StoredThumbnail.decoded(java.util.Arrays.copyOf(sound, sound.length + 1)))
                    .isEmpty();
        }
    }

    @Test
    void takesThreeEighthsOfTheRaster() {
        try (var pixels = painted(192, 128, (x, y) -> 0xFF204060)) {
            assertThat(StoredThumbnail.encoded(pixels)).hasSize(16 + 192 * 128 * 3 / 2);
        }
    }
}
