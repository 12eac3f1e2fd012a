package offprint.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ImageTypesTest {

    private static byte[] bytes(String latin) {
        return latin.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Nested
    class A_format {

        @Test
        void is_known_by_its_first_bytes() {
            assertThat(ImageFormat.sniff(bytes("\u00FF\u00D8\u00FF\u00E0"))).contains(ImageFormat.JPEG);
            assertThat(ImageFormat.sniff(bytes("\u0089PNG\r\n\u001A\n"))).contains(ImageFormat.PNG);
            assertThat(ImageFormat.sniff(bytes("II*\0"))).contains(ImageFormat.TIFF);
            assertThat(ImageFormat.sniff(bytes("MM\0*"))).contains(ImageFormat.TIFF);
            assertThat(ImageFormat.sniff(bytes("RIFF\0\0\0\0WEBP"))).contains(ImageFormat.WEBP);
            assertThat(ImageFormat.sniff(bytes("\0\0\0 ftypavif"))).contains(ImageFormat.AVIF);
            assertThat(ImageFormat.sniff(bytes("\0\0\0 ftypheic"))).contains(ImageFormat.HEIC);
            assertThat(ImageFormat.sniff(bytes("GIF89a"))).contains(ImageFormat.GIF);
            assertThat(ImageFormat.sniff(bytes("8BPS"))).contains(ImageFormat.PSD);
            assertThat(ImageFormat.sniff(bytes("\u00FF\n"))).contains(ImageFormat.JXL);
        }

        @Test
        void is_not_guessed_from_too_few_bytes() {
            var whole = bytes("RIFF\0\0\0\0WEBP");
            for (int length = 0; length < whole.length; length++) {
                assertThat(ImageFormat.sniff(java.util.Arrays.copyOf(whole, length)))
                        .isEmpty();
            }
            assertThat(ImageFormat.sniff(bytes("BM"))).isEmpty();
            assertThat(ImageFormat.sniff(bytes("\0\0\0 ftyp"))).isEmpty();
        }

        @Test
        void is_not_text() {
            assertThat(ImageFormat.sniff(bytes("<html><body>RIFF WEBP</body></html>")))
                    .isEmpty();
        }
    }

    @Nested
    class An_orientation {

        @ParameterizedTest
        @EnumSource(Orientation.class)
        void is_found_by_its_exif_value(Orientation orientation) {
            assertThat(Orientation.fromExif(orientation.exifValue())).isEqualTo(orientation);
        }

        @Test
        void outside_of_the_standard_counts_as_upright() {
            assertThat(Orientation.fromExif(0)).isEqualTo(Orientation.UPRIGHT);
            assertThat(Orientation.fromExif(9)).isEqualTo(Orientation.UPRIGHT);
            assertThat(Orientation.fromExif(65_535)).isEqualTo(Orientation.UPRIGHT);
        }
    }

    @Nested
    class What_a_source_needs {

        private SourceInfo info(int width, int height, int bands, int bits) {
            return new SourceInfo(
                    ImageFormat.PNG,
                    new PixelSize(width, height),
                    Orientation.UPRIGHT,
                    bands,
                    bits,
                    false,
                    1,
                    Optional.empty(),
                    false,
                    Optional.empty(),
                    Optional.empty());
        }

        @Test
        void is_reckoned_by_bands_and_bits() {
            assertThat(info(100, 50, 3, 8).decodedBytes()).isEqualTo(15_000);
            assertThat(info(100, 50, 4, 16).decodedBytes()).isEqualTo(40_000);
            assertThat(info(100, 50, 1, 1).decodedBytes()).isEqualTo(5_000);
        }

        @Test
        void saturates_instead_of_overflowing() {
            assertThat(info(Integer.MAX_VALUE, Integer.MAX_VALUE, 4, 16).decodedBytes())
                    .isEqualTo(Long.MAX_VALUE);
        }
    }

    @Nested
    class Pixels_in_memory {

        @Test
        void are_transparent_black_at_first_and_hold_what_is_written() {
            try (var pixels = Pixels.allocate(new PixelSize(3, 2))) {
                assertThat(pixels.byteSize()).isEqualTo(24);
                assertThat(pixels.segment().get(ValueLayout.JAVA_INT, 20)).isZero();
                pixels.segment().set(ValueLayout.JAVA_INT, 20, 77);
                assertThat(pixels.segment().get(ValueLayout.JAVA_INT, 20)).isEqualTo(77);
            }
        }

        @Test
        void are_gone_once_closed_and_closing_again_does_nothing() {
            var pixels = Pixels.allocate(new PixelSize(3, 2));
            pixels.close();
            pixels.close();

            assertThat(pixels.isClosed()).isTrue();
            assertThatThrownBy(() -> pixels.segment().get(ValueLayout.JAVA_INT, 0))
                    .isInstanceOf(IllegalStateException.class);
        }

        @Test
        void leave_their_memory_to_the_next_ones_cleared() {
            var spare = new SpareMemory(64 << 10);
            var piece = spare.take(10_000);
            piece.set(ValueLayout.JAVA_INT, 0, 77);
            spare.give(piece);

            var again = spare.take(12_000);

            assertThat(again.address()).isEqualTo(piece.address());
            assertThat(again.get(ValueLayout.JAVA_INT, 0)).isZero();
            assertThat(spare.spareBytes()).isZero();
            assertThat(spare.take(12_000).address()).isNotEqualTo(piece.address());
        }

        @Test
        void leave_no_more_than_a_bounded_heap_of_it() {
            var spare = new SpareMemory(40 << 10);
            var pieces = List.of(spare.take(16 << 10), spare.take(16 << 10), spare.take(16 << 10));
            pieces.forEach(spare::give);

            assertThat(spare.spareBytes()).isEqualTo(32 << 10);
        }
    }
}
