package offprint.engine.vips;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import offprint.engine.Assistants;
import offprint.engine.Renders;
import offprint.engine.VariantRequest;
import offprint.fixtures.Pictures;
import offprint.image.PixelSize;
import offprint.recipe.Encoding;
import offprint.recipe.MetadataPolicy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How true the variants are that were reduced while decoding and from each other, against one direct reduction by
/// Lanczos from all pixels.
class VipsQualityTest {

    private static final int WIDTH = 1_500;
    private static final int HEIGHT = 1_000;
    private static final List<Integer> WIDTHS = List.of(640, 320, 160, 80);
    private static final Encoding.Jpeg WEB = new Encoding.Jpeg(80, false, Encoding.Chroma.SUBSAMPLED_420, false);

    @TempDir
    Path folder = Path.of("");

    private VipsEngine engine;
    private Path source;
    private BufferedImage full;

    @BeforeEach
    void start() throws Exception {
        engine = new VipsEngine(TestLibrary.required(), Assistants.NONE);
        source = Pictures.photoJpeg(folder.resolve("in.jpg"), WIDTH, HEIGHT);
        full = read(source);
    }

    private static BufferedImage read(Path file) throws Exception {
        return Objects.requireNonNull(ImageIO.read(file.toFile()), "a picture");
    }

    private VariantRequest variant(int width, Encoding encoding) {
        int height = (int) Math.round(width * HEIGHT / (double) WIDTH);
        return Renders.variant(folder, width, height, encoding);
    }

    @Test
    void a_lossy_variant_is_within_a_decibel_of_a_direct_reduction() throws Exception {
        var variants = WIDTHS.stream().map(width -> variant(width, WEB)).toList();
        Renders.renderAll(engine, source, MetadataPolicy.STRIP, variants.toArray(new VariantRequest[0]));

        for (var made : variants) {
            var size = made.size();
            var direct = Quality.lanczos(full, size.widthPx(), size.heightPx());
            var stored = Files.write(folder.resolve("direct.png"), Pictures.encoded(direct, "png", 1));
            var encoded = new VariantRequest("d", size, WEB, folder.resolve("direct.jpg"));
            Renders.renderAll(engine, stored, MetadataPolicy.STRIP, encoded);

            double ours = Quality.psnr(read(made.partialFile()), direct);
            double best = Quality.psnr(read(encoded.partialFile()), direct);
            assertThat(ours).as("%s: direct %.2f dB", size, best).isGreaterThan(best - 1);
        }
    }

    @Test
    void a_lossless_variant_can_hardly_be_told_from_a_direct_reduction() throws Exception {
        var variants = WIDTHS.stream().map(width -> variant(width, Renders.PNG)).toList();
        Renders.renderAll(engine, source, MetadataPolicy.STRIP, variants.toArray(new VariantRequest[0]));

        for (var made : variants) {
            var size = new PixelSize(made.size().widthPx(), made.size().heightPx());
            var direct = Quality.lanczos(full, size.widthPx(), size.heightPx());
            assertThat(Quality.psnr(read(made.partialFile()), direct))
                    .as("%s", size)
                    .isGreaterThan(44);
        }
    }

    @Test
    void the_scale_of_the_decode_is_chosen_by_what_the_result_can_show() throws Exception {
        var header = offprint.engine.header.Probe.header(source);
        var wanted = new PixelSize(640, 427);
        double lossy = VipsRendering.marginFor(List.of(WEB, new Encoding.Webp(80, false)));
        double lossless = VipsRendering.marginFor(List.of(WEB, Renders.PNG));

        assertThat(SourceReader.shrinkFor(header, wanted, lossy)).isEqualTo(2);
        assertThat(SourceReader.shrinkFor(header, wanted, lossless)).isEqualTo(1);
        assertThat(SourceReader.shrinkFor(header, new PixelSize(80, 53), lossy)).isEqualTo(8);
        assertThat(SourceReader.shrinkFor(header, new PixelSize(1_500, 1_000), lossy))
                .isEqualTo(1);
    }
}
