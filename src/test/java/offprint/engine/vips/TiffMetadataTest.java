package offprint.engine.vips;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.Random;
import offprint.engine.header.Probe;
import offprint.image.ExifBlock;
import offprint.image.PixelSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TiffMetadataTest {

    private static final PixelSize SIZE = new PixelSize(301, 207);

    @TempDir
    Path folder = Path.of("");

    private final Vips vips = TestLibrary.required().vips();

    private static byte[] noise() {
        var pixels = new byte[(int) SIZE.pixels() * 3];
        new Random(3).nextBytes(pixels);
        return pixels;
    }

    private Path written(byte[] pixels, boolean big) throws VipsException {
        var file = folder.resolve("a.tif");
        try (var arena = Arena.ofConfined();
                var image = vips.over(arena.allocateFrom(ValueLayout.JAVA_BYTE, pixels), SIZE, 3);
                var call = vips.call("tiffsave")) {
            call.with("in", image)
                    .with("filename", file)
                    .with("bigtiff", big)
                    .choose("compression", "lzw")
                    .run();
        }
        return file;
    }

    private byte[] read(Path file) throws VipsException {
        try (var call = vips.call("tiffload");
                var arena = Arena.ofConfined()) {
            try (var image = call.with("filename", file).image()) {
                var pixels = arena.allocate(image.bytes());
                try (var target = vips.over(pixels, image.size(), image.bands())) {
                    vips.write(image, target);
                }
                return pixels.toArray(ValueLayout.JAVA_BYTE);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void the_fields_are_there_and_the_pixels_are_the_same(boolean big) throws Exception {
        var pixels = noise();
        var file = written(pixels, big);
        var taken = LocalDateTime.of(2026, 3, 1, 12, 30, 15);

        TiffMetadata.add(
                file,
                new ExifBlock()
                        .camera("Maker", "Model of an odd length")
                        .capturedAt(taken)
                        .rights("Ada", "Lovelace")
                        .gps(48.2, 16.4)
                        .toBytes());

        var info = Probe.info(file);
        assertThat(info.camera()).contains("Maker Model of an odd length");
        assertThat(info.capturedAt()).isEqualTo(Optional.of(taken));
        assertThat(info.hasGps()).isTrue();
        assertThat(info.storedSize()).isEqualTo(SIZE);
        assertThat(read(file)).isEqualTo(pixels);
    }

    @Test
    void what_the_file_says_of_itself_stays() throws Exception {
        var file = written(noise(), false);

        TiffMetadata.add(
                file,
                new ExifBlock()
                        .field(ExifBlock.Directory.MAIN, 0x0100, 3, new byte[] {1, 0})
                        .toBytes());

        assertThat(Probe.info(file).storedSize()).isEqualTo(SIZE);
        assertThat(read(file)).hasSize((int) SIZE.pixels() * 3);
    }
}
