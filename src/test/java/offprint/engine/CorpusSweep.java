package offprint.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import offprint.cancel.CancellationToken;
import offprint.cancel.CancelledException;
import offprint.image.SourceInfo;
import offprint.recipe.MetadataPolicy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real files, good and nasty, where they are there; what every engine must make of them.
public abstract class CorpusSweep {

    protected static final Path CORPUS = Path.of("../shared/corpus");

    private ImageEngine engine;

    @TempDir
    Path folder = Path.of("");

    protected abstract ImageEngine makeEngine();

    @BeforeEach
    void needsTheCorpus() {
        assumeTrue(Files.isDirectory(CORPUS), "the corpus of test pictures is not here: skipped");
        engine = makeEngine();
    }

    @Test
    void good_files_are_rendered() throws Exception {
        for (var file : named("good-", "names-really", "canary", "gif-ok", "meta-", "png-iccp-garbage", "tiff-ifd")) {
            assertThat(codeOf(file)).as("%s", file).isEqualTo("ok");
        }
    }

    @Test
    void bad_files_fail_with_the_right_code() throws Exception {
        assertCodes("truncated-", "E-DECODE-TRUNCATED");
        assertCodes("empty-zero", "E-SOURCE-EMPTY");
        assertCodes("empty-soi", "E-DECODE-TRUNCATED");
        assertCodes("names-text", "E-FORMAT-UNSUPPORTED");
        assertCodes("names-html", "E-FORMAT-UNSUPPORTED");
        assertCodes("png-crc-i", "E-DECODE-DAMAGED");
        assertCodes("bombs-gif", "E-LIMIT-PIXELS");
        assertCodes("bombs-jpeg", "E-LIMIT-PIXELS");
        assertCodes("bombs-png", "E-LIMIT-PIXELS");
        for (var bomb : named("bombs-webp")) {
            assertThat(codeOf(bomb)).isIn("E-LIMIT-BYTES", "E-DECODE-DAMAGED");
        }
    }

    @Test
    void inverted_cmyk_keeps_its_corners() throws Exception {
        var made = rendered("good-cmyk-adobe-inverted.jpg");

        int[] corners = {made.getRGB(2, 2), made.getRGB(157, 2), made.getRGB(2, 117), made.getRGB(157, 117)};
        assertThat(red(corners[0])).isGreaterThan(green(corners[0]) + 60);
        assertThat(green(corners[1])).isGreaterThan(red(corners[1]) + 60);
        assertThat(blue(corners[2])).isGreaterThan(green(corners[2]) + 30);
        assertThat(Math.min(red(corners[3]), Math.min(green(corners[3]), blue(corners[3]))))
                .isGreaterThan(230);
    }

    @Test
    void an_rgb_jpeg_is_not_taken_for_ycc() throws Exception {
        var made = rendered("good-rgb-adobe0.jpg");

        int corner = made.getRGB(2, 2);
        assertThat(red(corner)).isGreaterThan(green(corner) + 60).isGreaterThan(blue(corner) + 60);
    }

    @Test
    void stripping_leaves_no_canary() throws Exception {
        for (var file : named("canary")) {
            var info = Renders.probed(engine, file);
            var size = info.displaySize();
            var jpeg = Renders.variant(folder, size.widthPx(), size.heightPx(), Renders.JPEG);
            var png = Renders.variant(folder, size.widthPx(), size.heightPx(), Renders.PNG);
            Renders.renderAll(engine, file, MetadataPolicy.STRIP, jpeg, png);
            for (var made : List.of(jpeg, png)) {
                assertThat(new String(Files.readAllBytes(made.partialFile()), StandardCharsets.ISO_8859_1))
                        .doesNotContain("7f3a9c");
            }
        }
    }

    @Test
    void no_file_of_the_corpus_makes_the_engine_throw() throws Exception {
        try (var files = Files.walk(CORPUS)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                if (Files.size(file) < 200_000) {
                    assertThat(codeOf(file)).as("%s", file).matches("ok|E-[A-Z-]+");
                }
            }
        }
    }

    private void assertCodes(String prefix, String code) throws Exception {
        var files = named(prefix);
        assertThat(files).isNotEmpty();
        for (var file : files) {
            assertThat(codeOf(file)).as("%s", file).isEqualTo(code);
        }
    }

    private static List<Path> named(String... prefixes) throws IOException {
        try (var files = Files.list(CORPUS.resolve("made"))) {
            return files.filter(file -> List.of(prefixes).stream()
                            .anyMatch(prefix -> file.getFileName().toString().startsWith(prefix)))
                    .sorted()
                    .toList();
        }
    }

    private java.awt.image.BufferedImage rendered(String name) throws Exception {
        var file = CORPUS.resolve("made").resolve(name);
        var png = Renders.variant(folder, 160, 120, Renders.PNG);
        Renders.renderAll(engine, file, MetadataPolicy.STRIP, png);
        return Objects.requireNonNull(ImageIO.read(png.partialFile().toFile()));
    }

    private String codeOf(Path file) throws CancelledException {
        var never = CancellationToken.never();
        var probed = engine.probe(file, never);
        if (probed instanceof EngineResult.Failed<SourceInfo> failed) {
            return failed.failure().code();
        }
        var info = Renders.done(probed);
        var size = info.displaySize();
        var variant = new VariantRequest(
                "x",
                new offprint.image.PixelSize(Math.clamp(size.widthPx(), 1, 80), Math.clamp(size.heightPx(), 1, 60)),
                Renders.JPEG,
                folder.resolve("x.jpg"));
        var result = engine.render(
                new RenderRequest(file, info, List.of(variant), MetadataPolicy.STRIP, Limits.STANDARD),
                RenderListener.SILENT,
                RenderCancellation.of(never, 1));
        if (result instanceof EngineResult.Failed<List<VariantResult>> failed) {
            return failed.failure().code();
        }
        return Renders.done(result).getFirst() instanceof VariantResult.Rendered ? "ok" : "variant failed";
    }

    private static int red(int colour) {
        return colour >> 16 & 0xFF;
    }

    private static int green(int colour) {
        return colour >> 8 & 0xFF;
    }

    private static int blue(int colour) {
        return colour & 0xFF;
    }
}
