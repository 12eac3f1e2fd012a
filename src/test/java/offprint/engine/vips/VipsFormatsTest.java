package offprint.engine.vips;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import javax.imageio.ImageIO;
import offprint.cancel.CancellationToken;
import offprint.engine.Assistants;
import offprint.engine.DamagedPhotos;
import offprint.engine.EngineFailure;
import offprint.engine.RenderCancellation;
import offprint.engine.RenderListener;
import offprint.engine.Renders;
import offprint.engine.VariantRequest;
import offprint.engine.VariantResult;
import offprint.engine.embedded.EmbeddedEngine;
import offprint.fixtures.Pictures;
import offprint.image.ImageFormat;
import offprint.image.Orientation;
import offprint.image.PixelSize;
import offprint.recipe.Encoding;
import offprint.recipe.MetadataPolicy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VipsFormatsTest {

    @TempDir
    Path folder = Path.of("");

    private VipsEngine engine;

    @BeforeEach
    void start() {
        engine = new VipsEngine(TestLibrary.required(), Assistants.NONE);
    }

    private static BufferedImage read(Path file) throws Exception {
        return Objects.requireNonNull(ImageIO.read(file.toFile()), "a picture");
    }

    @Test
    void an_avif_is_written_and_read_again() throws Exception {
        var source = Pictures.photoJpeg(folder.resolve("in.jpg"), 300, 200);
        var avif = Renders.variant(folder, 120, 80, new Encoding.Avif(60, 2));
        var png = Renders.variant(folder, 60, 40, Renders.PNG);

        Renders.renderAll(engine, source, MetadataPolicy.STRIP, avif);
        Renders.renderAll(engine, avif.partialFile(), MetadataPolicy.STRIP, png);

        var info = Renders.probed(engine, avif.partialFile());
        assertThat(info.format()).isEqualTo(ImageFormat.AVIF);
        assertThat(info.storedSize()).isEqualTo(new PixelSize(120, 80));
        assertThat(Quality.psnr(read(png.partialFile()), scaled(source))).isGreaterThan(28);
    }

    private BufferedImage scaled(Path source) throws Exception {
        var made = new VariantRequest("d", new PixelSize(60, 40), Renders.PNG, folder.resolve("direct.png"));
        Renders.renderAll(engine, source, MetadataPolicy.STRIP, made);
        return read(made.partialFile());
    }

    @Test
    void names_with_brackets_spaces_and_accents_are_names_only() throws Exception {
        var source = Pictures.photoJpeg(folder.resolve("été à [shrink=8] 100%, \u65e5\u672c.jpg"), 90, 60);
        var target = folder.resolve("out [Q=1,strip] ünï.jpg");
        var plain = new VariantRequest("p", new PixelSize(90, 60), Renders.JPEG, folder.resolve("plain.jpg"));
        var odd = new VariantRequest("o", new PixelSize(90, 60), Renders.JPEG, target);

        Renders.renderAll(engine, source, MetadataPolicy.STRIP, plain, odd);

        assertThat(Files.readAllBytes(target)).isEqualTo(Files.readAllBytes(plain.partialFile()));
        assertThat(read(target).getWidth()).isEqualTo(90);
    }

    @Test
    void sixteen_bits_stay_where_they_are_asked_for_and_nowhere_else() throws Exception {
        var deep = new BufferedImage(64, 48, BufferedImage.TYPE_USHORT_GRAY);
        for (int y = 0; y < 48; y++) {
            for (int x = 0; x < 64; x++) {
                deep.getRaster().setSample(x, y, 0, 1_000 * x + 13 * y);
            }
        }
        var source = Files.write(folder.resolve("deep.png"), Pictures.encoded(deep, "png", 1));
        var sixteen = Renders.variant(folder, 64, 48, new Encoding.Png(6, 16));
        var tiff = Renders.variant(folder, 32, 24, new Encoding.Tiff(Encoding.TiffCompression.DEFLATE, 16));
        var eight = Renders.variant(folder, 64, 48, new Encoding.Png(6, 8));

        Renders.renderAll(engine, source, MetadataPolicy.STRIP, sixteen, tiff, eight);

        assertThat(read(sixteen.partialFile()).getRaster().getTransferType()).isEqualTo(DataBuffer.TYPE_USHORT);
        assertThat(read(sixteen.partialFile()).getRaster().getSample(10, 5, 0)).isEqualTo(10_065);
        assertThat(Renders.probed(engine, tiff.partialFile()).bitsPerSample()).isEqualTo(16);
        assertThat(Renders.probed(engine, eight.partialFile()).bitsPerSample()).isEqualTo(8);
        assertThat(read(eight.partialFile()).getRaster().getSample(10, 5, 0)).isBetween(38, 40);
    }

    @Test
    void grey_stays_grey() throws Exception {
        var grey = new BufferedImage(60, 40, BufferedImage.TYPE_BYTE_GRAY);
        grey.getRaster().setSample(10, 10, 0, 200);
        var source = Files.write(folder.resolve("grey.png"), Pictures.encoded(grey, "png", 1));
        var jpeg = Renders.variant(folder, 60, 40, Renders.JPEG);

        Renders.renderAll(engine, source, MetadataPolicy.STRIP, jpeg);

        assertThat(Renders.probed(engine, jpeg.partialFile()).bands()).isEqualTo(1);
    }

    @Test
    void half_transparent_edges_keep_their_colour() throws Exception {
        var image = new BufferedImage(40, 40, BufferedImage.TYPE_4BYTE_ABGR);
        for (int y = 0; y < 40; y++) {
            for (int x = 0; x < 17; x++) {
                image.setRGB(x, y, 0xFF20_40C0);
            }
        }
        var source = Files.write(folder.resolve("edge.png"), Pictures.encoded(image, "png", 1));
        var png = Renders.variant(folder, 10, 10, Renders.PNG);
        var webp = Renders.variant(folder, 10, 10, new Encoding.Webp(90, true));

        Renders.renderAll(engine, source, MetadataPolicy.STRIP, png, webp);

        var edge = read(png.partialFile()).getRGB(4, 5);
        assertThat(edge >>> 24).isBetween(20, 230);
        assertThat(edge & 0xFF).as("blue of %s", Integer.toHexString(edge)).isBetween(0xB0, 0xD0);
        assertThat(Renders.probed(engine, webp.partialFile()).hasAlpha()).isTrue();
    }

    /// Every size is exact, whatever the rounding of the steps between.
    @Test
    void a_chain_of_odd_sizes_is_exact() throws Exception {
        var source =
                Files.write(folder.resolve("in.jpg"), Pictures.orientedJpeg(601, 397, Orientation.MIRRORED_ROTATED_90));
        var variants = new ArrayList<VariantRequest>();
        for (int width = 397; width > 3; width = width * 5 / 7) {
            variants.add(
                    Renders.variant(folder, width, (int) Math.max(1, Math.round(width * 601 / 397.0)), Renders.PNG));
        }
        variants.add(Renders.variant(folder, 794, 1_202, Renders.JPEG));

        Renders.renderAll(engine, source, MetadataPolicy.STRIP, variants.toArray(new VariantRequest[0]));

        for (var made : variants) {
            var image = read(made.partialFile());
            assertThat(new PixelSize(image.getWidth(), image.getHeight())).isEqualTo(made.size());
        }
    }

    @Test
    void variants_made_by_helpers_are_the_same_files() throws Exception {
        var source = Pictures.photoJpeg(folder.resolve("in.jpg"), 600, 400);
        var variants = List.of(
                Renders.variant(folder, 300, 200, Renders.JPEG),
                Renders.variant(folder, 150, 100, Renders.PNG),
                Renders.variant(folder, 75, 50, new Encoding.Webp(80, false)));
        Renders.renderAll(engine, source, MetadataPolicy.STRIP, variants.toArray(new VariantRequest[0]));
        var alone = new ArrayList<byte[]>();
        for (var made : variants) {
            alone.add(Files.readAllBytes(made.partialFile()));
        }
        try (var helpers = Executors.newFixedThreadPool(3)) {
            var assistants = new Assistants() {
                @Override
                public void runAll(List<? extends Runnable> pieces) {
                    var ends = pieces.stream().map(helpers::submit).toList();
                    for (var end : ends) {
                        try {
                            end.get();
                        } catch (InterruptedException | java.util.concurrent.ExecutionException bug) {
                            throw new AssertionError(bug);
                        }
                    }
                }

                @Override
                public int idle() {
                    return 3;
                }
            };
            var helped = new VipsEngine(TestLibrary.required(), assistants);
            var results = Renders.done(helped.render(
                    Renders.request(helped, source, MetadataPolicy.STRIP, variants.toArray(new VariantRequest[0])),
                    new Renders.Notes(),
                    RenderCancellation.of(CancellationToken.never(), 3)));
            assertThat(results).hasSize(3).allMatch(VariantResult.Rendered.class::isInstance);
        }
        for (int i = 0; i < variants.size(); i++) {
            assertThat(Files.readAllBytes(variants.get(i).partialFile())).isEqualTo(alone.get(i));
        }
    }

    /// A bug of a listener is thrown on the render's own thread, and nothing native is left behind.
    @Test
    void a_listener_that_throws_is_a_bug_and_no_crash() throws Exception {
        var source = Pictures.photoJpeg(folder.resolve("in.jpg"), 1_500, 1_000);
        var broken = new offprint.engine.RenderListener() {
            @Override
            public void decodeProgress(double fraction) {
                throw new IllegalStateException("a bug");
            }
        };
        var request =
                Renders.request(engine, source, MetadataPolicy.STRIP, Renders.variant(folder, 1_400, 933, Renders.PNG));

        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> engine.render(request, broken, RenderCancellation.of(CancellationToken.never(), 1)))
                .hasMessage("a bug");
        assertThat(TestLibrary.required().vips().openImages()).isZero();
    }

    @Test
    void both_engines_make_the_same_picture() throws Exception {
        var source = Pictures.photoJpeg(folder.resolve("in.jpg"), 900, 600);
        var fast = new VariantRequest("f", new PixelSize(301, 201), Renders.PNG, folder.resolve("fast.png"));
        var plain = new VariantRequest("p", new PixelSize(301, 201), Renders.PNG, folder.resolve("plain.png"));

        Renders.renderAll(engine, source, MetadataPolicy.STRIP, fast);
        Renders.renderAll(new EmbeddedEngine(), source, MetadataPolicy.STRIP, plain);

        assertThat(Quality.psnr(read(fast.partialFile()), read(plain.partialFile())))
                .isGreaterThan(36);
    }

    static List<Encoding> encodings() {
        return List.of(Renders.JPEG, Renders.PNG);
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void what_can_be_read_of_a_cut_photo_is_exported_on_demand(Encoding encoding) throws Exception {
        var photo = Pictures.photoJpeg(folder.resolve("in.jpg"), 600, 400);
        var stored = Renders.variant(folder, 600, 400, encoding);
        Renders.renderAll(engine, photo, MetadataPolicy.STRIP, stored);
        var whole = Renders.variant(folder, 300, 200, Renders.PNG);
        Renders.renderAll(engine, stored.partialFile(), MetadataPolicy.STRIP, whole);
        var expected = read(whole.partialFile());
        var bytes = Files.readAllBytes(stored.partialFile());
        var cut = Files.write(folder.resolve("cut"), Arrays.copyOf(bytes, bytes.length / 2));

        assertThat(Renders.failureOf(engine.render(
                        Renders.request(engine, cut, MetadataPolicy.STRIP, whole),
                        RenderListener.SILENT,
                        RenderCancellation.of(CancellationToken.never(), 1))))
                .isInstanceOfAny(EngineFailure.TruncatedSource.class, EngineFailure.DamagedSource.class);

        var generous = new VipsEngine(TestLibrary.required(), Assistants.NONE, DamagedPhotos.RECOVER);
        Renders.renderAll(generous, cut, MetadataPolicy.STRIP, whole);
        var got = read(whole.partialFile());
        assertThat(Quality.psnr(got.getSubimage(0, 0, 300, 60), expected.getSubimage(0, 0, 300, 60)))
                .isGreaterThan(40);
        assertThat(Quality.psnr(got.getSubimage(0, 140, 300, 60), expected.getSubimage(0, 140, 300, 60)))
                .isLessThan(30);
    }
}
