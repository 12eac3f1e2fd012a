package offprint.engine.vips;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import offprint.engine.Assistants;
import offprint.engine.Renders;
import offprint.engine.VariantRequest;
import offprint.fixtures.Pictures;
import offprint.recipe.MetadataPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// One thread reads a JPEG's rows with the loader's cache alone, two with one behind every reduction as well. The
/// pixels are the same.
class ReadingOrderTest {

    private static final int WIDTH = 900;
    private static final int HEIGHT = 5_400;

    @TempDir
    Path folder = Path.of("");

    /// Pretends that somebody is free, so that decoding takes two threads.
    private static final Assistants ONE_IDLE = new Assistants() {
        @Override
        public void runAll(List<? extends Runnable> pieces) {
            pieces.forEach(Runnable::run);
        }

        @Override
        public int idle() {
            return 1;
        }
    };

    private List<byte[]> rendered(Path source, Assistants assistants, double factor) throws Exception {
        var engine = new VipsEngine(TestLibrary.required(), assistants);
        int width = (int) Math.round(WIDTH / factor);
        int height = (int) Math.round(HEIGHT / factor);
        var into = Files.createDirectories(folder.resolve("threads-" + assistants.idle()));
        var variants = List.of(
                Renders.variant(into, width, height, Renders.PNG),
                Renders.variant(into, width / 2, height / 2, Renders.PNG));
        Renders.renderAll(engine, source, MetadataPolicy.STRIP, variants.toArray(new VariantRequest[0]));
        return List.of(
                Files.readAllBytes(variants.getFirst().partialFile()),
                Files.readAllBytes(variants.getLast().partialFile()));
    }

    private void assertSame(Path source, double factor) throws Exception {
        var alone = rendered(source, Assistants.NONE, factor);
        var helped = rendered(source, ONE_IDLE, factor);

        assertThat(alone.getFirst()).isEqualTo(helped.getFirst());
        assertThat(alone.getLast()).isEqualTo(helped.getLast());
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1.03, 1.5, 1.97, 2.6, 3.4, 3.99, 4.01, 7.5, 21})
    void a_tall_jpeg_is_the_same_at_every_reduction(double factor) throws Exception {
        assertSame(Pictures.photoJpeg(folder.resolve("tall.jpg"), WIDTH, HEIGHT), factor);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.03, 1.97, 3.99, 4.01, 21})
    void a_tall_png_is_the_same_at_every_reduction(double factor) throws Exception {
        var png = Pictures.encoded(Pictures.photo(WIDTH, HEIGHT), "png", 1);

        assertSame(Files.write(folder.resolve("tall.png"), png), factor);
    }

    @Test
    void a_tall_tiff_is_the_same() throws Exception {
        var tiff = Pictures.encoded(Pictures.photo(WIDTH, HEIGHT), "tiff", 1);

        assertSame(Files.write(folder.resolve("tall.tif"), tiff), 3.99);
    }
}
