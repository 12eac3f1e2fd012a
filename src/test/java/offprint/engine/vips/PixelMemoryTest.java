package offprint.engine.vips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import offprint.image.PixelSize;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PixelMemoryTest {

    private static final PixelSize SIZE = new PixelSize(2_000, 1_000);
    private static final int BANDS = 3;
    private static final int PICTURES = 300;
    private static final long MEGABYTE = 1 << 20;

    private Vips vips;

    @BeforeEach
    void start() throws Exception {
        vips = TestLibrary.required().vips();
    }

    /// Memory that the process has at this moment.
    private static long residentBytes() throws Exception {
        var pages = Files.readString(Path.of("/proc/self/statm")).split(" ", -1)[1];
        return Long.parseLong(pages) * 4096;
    }

    @Test
    void pixels_in_memory_are_those_of_the_picture() throws Exception {
        try (var arena = Arena.ofConfined()) {
            var pixels = arena.allocate(SIZE.pixels() * BANDS);
            for (long at = 0; at < pixels.byteSize(); at++) {
                pixels.set(ValueLayout.JAVA_BYTE, at, (byte) (at * 31 + at / 977));
            }
            var again = arena.allocate(pixels.byteSize());

            try (var picture = vips.over(pixels, SIZE, BANDS);
                    var computed = vips.inMemory(picture);
                    var target = vips.over(again, SIZE, BANDS)) {
                assertThat(computed.size()).isEqualTo(SIZE);
                assertThat(computed.bands()).isEqualTo(BANDS);
                assertThat(computed.interpretation()).isEqualTo(picture.interpretation());
                vips.write(computed, target);
            }

            assertThat(again.mismatch(pixels)).isEqualTo(-1);
        }
    }

    @Test
    void memory_goes_with_its_picture() throws Exception {
        assumeTrue(Files.exists(Path.of("/proc/self/statm")), "only Linux tells the memory of a process in a file");
        try (var arena = Arena.ofConfined();
                var picture = vips.over(arena.allocate(SIZE.pixels() * BANDS), SIZE, BANDS)) {
            vips.inMemory(picture).close();
            long before = residentBytes();

            for (int i = 0; i < PICTURES; i++) {
                vips.inMemory(picture).close();
            }

            // all of them are 1 700 MB
            assertThat(residentBytes() - before).isLessThan(300 * MEGABYTE);
        }
    }

    @Test
    void memory_stays_as_long_as_a_picture_that_was_made_of_it() throws Exception {
        try (var arena = Arena.ofConfined();
                var white = vips.over(arena.allocate(SIZE.pixels() * BANDS).fill((byte) -1), SIZE, BANDS)) {
            var again = arena.allocate(SIZE.pixels() * BANDS);
            var computed = vips.inMemory(white);
            try (var copy = computed.copy();
                    var target = vips.over(again, SIZE, BANDS)) {
                computed.close();
                // takes the memory, had it been freed
                try (var black = vips.over(arena.allocate(SIZE.pixels() * BANDS), SIZE, BANDS);
                        var other = vips.inMemory(black)) {
                    assertThat(other.size()).isEqualTo(SIZE);
                }
                vips.write(copy, target);
            }

            assertThat(again.mismatch(arena.allocate(again.byteSize()).fill((byte) -1)))
                    .isEqualTo(-1);
        }
    }
}
