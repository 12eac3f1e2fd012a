package offprint.engine.embedded;

import static offprint.engine.Renders.PNG;
import static offprint.engine.Renders.failureOf;
import static offprint.engine.Renders.renderAll;
import static offprint.engine.Renders.request;
import static offprint.engine.Renders.variant;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageTypeSpecifier;
import offprint.cancel.CancellationToken;
import offprint.engine.EngineFailure;
import offprint.engine.RenderCancellation;
import offprint.engine.RenderListener;
import offprint.fixtures.Pictures;
import offprint.recipe.MetadataPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecodeBuffersTest {

    private static final ImageTypeSpecifier COLOUR =
            ImageTypeSpecifier.createFromBufferedImageType(BufferedImage.TYPE_3BYTE_BGR);

    @TempDir
    Path folder = Path.of("");

    private static byte[] arrayOf(BufferedImage image) {
        return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    }

    @Test
    void an_array_that_was_given_back_serves_the_next_picture_that_it_fits() {
        var buffers = new DecodeBuffers();
        var first = buffers.image(COLOUR, 1_000, 800).orElseThrow();
        buffers.giveBack(first);

        var smaller = buffers.image(COLOUR, 900, 700).orElseThrow();

        assertThat(arrayOf(smaller)).isSameAs(arrayOf(first));
        assertThat(smaller.getWidth()).isEqualTo(900);
    }

    @Test
    void an_array_in_use_is_nobody_elses() {
        var buffers = new DecodeBuffers();
        var first = buffers.image(COLOUR, 1_000, 800).orElseThrow();
        buffers.giveBack(first);

        var second = buffers.image(COLOUR, 1_000, 800).orElseThrow();
        var third = buffers.image(COLOUR, 1_000, 800).orElseThrow();

        assertThat(arrayOf(third)).isNotSameAs(arrayOf(second));
    }

    @Test
    void an_array_much_too_large_or_too_small_is_let_go() {
        var buffers = new DecodeBuffers();
        var large = buffers.image(COLOUR, 2_000, 1_000).orElseThrow();
        buffers.giveBack(large);
        var small = buffers.image(COLOUR, 800, 600).orElseThrow();

        assertThat(arrayOf(small)).hasSize(800 * 600 * 3);
        buffers.giveBack(small);
        assertThat(arrayOf(buffers.image(COLOUR, 2_000, 1_000).orElseThrow())).hasSize(2_000 * 1_000 * 3);
    }

    @Test
    void a_photo_decoded_over_anothers_array_shows_nothing_of_it() throws Exception {
        var large = Files.write(folder.resolve("large.jpg"), Pictures.jpeg(Pictures.corners(1_000, 800), 0.9f));
        var other = Pictures.photoJpeg(folder.resolve("other.jpg"), 950, 700);
        var kept = Files.createDirectory(folder.resolve("kept"));
        var fresh = Files.createDirectory(folder.resolve("fresh"));
        try (var engine = new EmbeddedEngine()) {
            renderAll(engine, large, MetadataPolicy.STRIP, variant(kept, 1_000, 800, PNG));
            renderAll(engine, other, MetadataPolicy.STRIP, variant(kept, 950, 700, PNG), variant(kept, 475, 350, PNG));
        }
        try (var engine = new EmbeddedEngine()) {
            renderAll(
                    engine, other, MetadataPolicy.STRIP, variant(fresh, 950, 700, PNG), variant(fresh, 475, 350, PNG));
        }

        for (var size : new int[][] {{950, 700}, {475, 350}}) {
            var name = variant(kept, size[0], size[1], PNG).name();
            assertThat(kept.resolve(name)).hasSameBinaryContentAs(fresh.resolve(name));
        }
    }

    @Test
    void a_truncated_photo_after_a_good_one_is_still_truncated() throws Exception {
        var good = Pictures.photoJpeg(folder.resolve("good.jpg"), 1_000, 800);
        var bytes = Files.readAllBytes(good);
        var cut = Files.write(folder.resolve("cut.jpg"), Arrays.copyOf(bytes, bytes.length / 2));
        var wanted = variant(folder, 500, 400, PNG);
        try (var engine = new EmbeddedEngine()) {
            renderAll(engine, good, MetadataPolicy.STRIP, wanted);

            var result = engine.render(
                    request(engine, cut, MetadataPolicy.STRIP, wanted),
                    RenderListener.SILENT,
                    RenderCancellation.of(CancellationToken.never(), 1));

            assertThat(failureOf(result)).isInstanceOf(EngineFailure.TruncatedSource.class);
        }
    }
}
