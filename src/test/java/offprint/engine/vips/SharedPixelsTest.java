package offprint.engine.vips;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/// Pixels that one process writes are what another reads, in whichever file they come.
class SharedPixelsTest {

    private static final long BYTES = 3_000_001;
    private static final byte FIRST = 17;
    private static final byte SECOND = 99;

    private final ReceivedPixels received = new ReceivedPixels();

    private byte readLast(SharedPixels pixels) throws Exception {
        return received.of(pixels.file(), BYTES).get(ValueLayout.JAVA_BYTE, BYTES - 1);
    }

    private static void fill(SharedPixels pixels, byte value) {
        pixels.first(BYTES).fill(value);
    }

    @Test
    void what_is_written_is_read_and_what_is_written_later_too() throws Exception {
        try (var pixels = SharedPixels.of(BYTES)) {
            fill(pixels, FIRST);
            assertThat(readLast(pixels)).isEqualTo(FIRST);
            fill(pixels, SECOND);
            assertThat(readLast(pixels)).isEqualTo(SECOND);
        }
    }

    @Test
    void another_file_takes_the_place_of_the_first() throws Exception {
        try (var first = SharedPixels.of(BYTES);
                var second = SharedPixels.of(BYTES)) {
            fill(first, FIRST);
            fill(second, SECOND);
            assertThat(readLast(first)).isEqualTo(FIRST);
            assertThat(readLast(second)).isEqualTo(SECOND);
            assertThat(readLast(first)).isEqualTo(FIRST);
        }
    }

    @Test
    void there_is_room_for_what_was_asked_and_a_little_more() throws Exception {
        try (var pixels = SharedPixels.of(BYTES)) {
            assertThat(pixels.isEnough(BYTES)).isTrue();
            assertThat(pixels.isEnough(2 * BYTES)).isFalse();
            assertThat(Files.size(pixels.file())).isGreaterThan(BYTES);
            assertThat(pixels.isWorthKeeping()).isTrue();
        }
    }

    @Test
    void a_large_one_is_not_kept() throws Exception {
        try (var pixels = SharedPixels.of(40L << 20)) {
            assertThat(pixels.isWorthKeeping()).isFalse();
        }
    }

    @Test
    void its_file_goes_with_it_or_with_its_reader_when_its_owner_is_gone() throws Exception {
        var pixels = SharedPixels.of(BYTES);
        assertThat(pixels.file()).exists();
        pixels.close();
        assertThat(pixels.file()).doesNotExist();

        var orphan = SharedPixels.of(BYTES);
        fill(orphan, FIRST);
        readLast(orphan);
        received.delete();
        assertThat(orphan.file()).doesNotExist();
        orphan.close();
    }
}
