package offprint.engine;

import static offprint.engine.Renders.JPEG;
import static offprint.engine.Renders.PNG;
import static offprint.engine.Renders.done;
import static offprint.engine.Renders.failureOf;
import static offprint.engine.Renders.renderAll;
import static offprint.engine.Renders.request;
import static offprint.engine.Renders.variant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import offprint.cancel.CancellationSource;
import offprint.cancel.CancellationToken;
import offprint.cancel.CancelledException;
import offprint.engine.embedded.EmbeddedEngine;
import offprint.engine.vips.TestLibrary;
import offprint.engine.vips.VipsEngine;
import offprint.fixtures.Pictures;
import offprint.image.ImageFormat;
import offprint.image.PixelSize;
import offprint.recipe.Encoding;
import offprint.recipe.MetadataPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// With BMP, which libvips without its ImageMagick loader does not read.
class RelayEngineTest {

    @TempDir
    Path folder = Path.of("");

    private final EmbeddedEngine embedded = new EmbeddedEngine();
    private Engines engines = new Engines(List.of(embedded));
    private Path bmp = Path.of("");

    @BeforeEach
    void start() throws Exception {
        var vips = new VipsEngine(TestLibrary.required(), Assistants.NONE);
        engines = new Engines(List.of(vips, new RelayEngine(embedded, vips), embedded));
        bmp = folder.resolve("scan.bmp");
        assertThat(ImageIO.write(Pictures.corners(600, 400), "bmp", bmp.toFile()))
                .isTrue();
    }

    @AfterEach
    void stop() {
        engines.close();
    }

    private ImageEngine relay() {
        return engines.forJob(ImageFormat.BMP, List.of(ImageFormat.AVIF, ImageFormat.JPEG));
    }

    private static BufferedImage read(Path file) throws Exception {
        return Objects.requireNonNull(ImageIO.read(file.toFile()), "a picture");
    }

    @Test
    void a_format_that_only_one_engine_reads_becomes_one_that_only_the_other_writes() throws Exception {
        var avif = variant(folder, 300, 200, new Encoding.Avif(60, 1));
        var jpeg = variant(folder, 150, 100, JPEG);

        renderAll(relay(), bmp, MetadataPolicy.STRIP, avif, jpeg);

        var made = done(engines.forReading(ImageFormat.AVIF).probe(avif.partialFile(), CancellationToken.never()));
        assertThat(made.format()).isEqualTo(ImageFormat.AVIF);
        assertThat(made.displaySize()).isEqualTo(new PixelSize(300, 200));
        assertThat(read(jpeg.partialFile()).getWidth()).isEqualTo(150);
    }

    @Test
    void its_pixels_are_the_sources() throws Exception {
        var png = variant(folder, 300, 200, PNG);

        renderAll(relay(), bmp, MetadataPolicy.STRIP, png);

        var source = read(bmp);
        var made = read(png.partialFile());
        for (var at : List.of(new int[] {10, 10}, new int[] {280, 10}, new int[] {10, 180}, new int[] {280, 180})) {
            var expected = new Color(source.getRGB(2 * at[0], 2 * at[1]));
            var got = new Color(made.getRGB(at[0], at[1]));
            assertThat(Math.abs(expected.getRed() - got.getRed())
                            + Math.abs(expected.getGreen() - got.getGreen())
                            + Math.abs(expected.getBlue() - got.getBlue()))
                    .as("%s at %s", got, Arrays.toString(at))
                    .isLessThan(12);
        }
    }

    @Test
    void the_photo_is_decoded_once_as_far_as_anybody_hears() throws Exception {
        var notes = new Renders.Notes();
        var jpeg = variant(folder, 150, 100, JPEG);

        done(relay().render(
                        request(relay(), bmp, MetadataPolicy.STRIP, jpeg),
                        notes,
                        RenderCancellation.of(CancellationToken.never(), 1)));

        assertThat(notes.heard).containsOnlyOnce("decoding").contains("resizing 0", "encoding 0");
    }

    @Test
    void a_damaged_source_is_the_readers_failure_and_leaves_no_file_between() throws Exception {
        Files.write(bmp, Arrays.copyOf(Files.readAllBytes(bmp), 5_000));
        var before = relayFiles();

        var result = relay().render(
                        request(relay(), bmp, MetadataPolicy.STRIP, variant(folder, 150, 100, JPEG)),
                        RenderListener.SILENT,
                        RenderCancellation.of(CancellationToken.never(), 1));

        assertThat(failureOf(result).code()).startsWith("E-DECODE");
        assertThat(relayFiles()).isEqualTo(before);
    }

    @Test
    void a_cancelled_photo_leaves_no_file_between() throws Exception {
        var source = new CancellationSource();
        var before = relayFiles();
        var listener = new RenderListener() {
            @Override
            public void resizing(int variant) {
                source.cancel();
            }
        };

        assertThatThrownBy(() -> relay().render(
                                request(relay(), bmp, MetadataPolicy.STRIP, variant(folder, 150, 100, JPEG)),
                                listener,
                                RenderCancellation.of(source.token(), 1)))
                .isInstanceOf(CancelledException.class);

        assertThat(relayFiles()).isEqualTo(before);
    }

    private static long relayFiles() throws Exception {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName() != null
                            && file.getFileName().toString().startsWith("offprint-relay-"))
                    .count();
        }
    }

    @Test
    void two_engines_without_tiff_between_them_are_no_relay() {
        var vips = engines.all().getFirst();
        var relay = engines.all().get(1);

        assertThatThrownBy(() -> new RelayEngine(vips, relay)).isInstanceOf(IllegalArgumentException.class);
    }
}
