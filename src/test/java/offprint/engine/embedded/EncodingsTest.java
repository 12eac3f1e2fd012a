package offprint.engine.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import javax.imageio.ImageIO;
import offprint.cancel.CancellationToken;
import offprint.engine.EngineFailure;
import offprint.engine.Renders;
import offprint.engine.VariantRequest;
import offprint.engine.VariantResult;
import offprint.engine.header.Probe;
import offprint.fixtures.Pictures;
import offprint.image.ImageFormat;
import offprint.image.PixelSize;
import offprint.image.Pixels;
import offprint.recipe.Encoding;
import offprint.recipe.MetadataPolicy;
import offprint.recipe.MetadataPolicy.Group;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What stands in the files that are written.
class EncodingsTest {

    private final EmbeddedEngine engine = new EmbeddedEngine();

    @TempDir
    Path folder = Path.of("");

    private byte[] written(Encoding encoding) throws Exception {
        var source = Pictures.photoJpeg(folder.resolve("in.jpg"), 240, 160);
        var made = Renders.variant(folder, 120, 80, encoding);
        Renders.renderAll(engine, source, MetadataPolicy.STRIP, made);
        return Files.readAllBytes(made.partialFile());
    }

    private static int frameMarker(byte[] jpeg) {
        for (int at = 2; at < jpeg.length; ) {
            int marker = jpeg[at + 1] & 0xFF;
            if (marker == 0xC0 || marker == 0xC2) {
                return at;
            }
            at += 2 + ((jpeg[at + 2] & 0xFF) << 8 | (jpeg[at + 3] & 0xFF));
        }
        throw new AssertionError("expected a frame header");
    }

    @Test
    void chroma_sampling_is_what_was_asked_for() throws Exception {
        var half = written(new Encoding.Jpeg(80, false, Encoding.Chroma.SUBSAMPLED_420, false));
        var full = written(new Encoding.Jpeg(80, false, Encoding.Chroma.FULL_444, false));

        assertThat(half[frameMarker(half) + 11]).isEqualTo((byte) 0x22);
        assertThat(full[frameMarker(full) + 11]).isEqualTo((byte) 0x11);
        assertThat(full.length).isGreaterThan(half.length);
    }

    @Test
    void progressive_is_progressive() throws Exception {
        var baseline = written(new Encoding.Jpeg(80, false, Encoding.Chroma.SUBSAMPLED_420, false));
        var progressive = written(new Encoding.Jpeg(80, true, Encoding.Chroma.SUBSAMPLED_420, false));

        assertThat(baseline[frameMarker(baseline) + 1]).isEqualTo((byte) 0xC0);
        assertThat(progressive[frameMarker(progressive) + 1]).isEqualTo((byte) 0xC2);
    }

    @Test
    void more_quality_takes_more_bytes() throws Exception {
        assertThat(written(new Encoding.Jpeg(95, false, Encoding.Chroma.FULL_444, false)).length)
                .isGreaterThan(written(new Encoding.Jpeg(40, false, Encoding.Chroma.FULL_444, false)).length);
    }

    @ParameterizedTest
    @EnumSource(Encoding.TiffCompression.class)
    void every_tiff_compression_reads_back(Encoding.TiffCompression compression) throws Exception {
        var made = Files.write(folder.resolve("out.tif"), written(new Encoding.Tiff(compression, 8)));

        var image = Objects.requireNonNull(ImageIO.read(made.toFile()));
        assertThat(new PixelSize(image.getWidth(), image.getHeight())).isEqualTo(new PixelSize(120, 80));
    }

    @Test
    void sixteen_bits_stay_where_they_are_asked_for() throws Exception {
        var image = new BufferedImage(64, 48, BufferedImage.TYPE_USHORT_GRAY);
        for (int x = 0; x < 64; x++) {
            for (int y = 0; y < 48; y++) {
                image.getRaster().setSample(x, y, 0, x * 1_000 + y);
            }
        }
        var source = Files.write(folder.resolve("in.png"), Pictures.encoded(image, "png", 1));
        var deep = Renders.variant(folder, 32, 24, new Encoding.Png(6, 16));
        var deepTiff = Renders.variant(folder, 32, 24, new Encoding.Tiff(Encoding.TiffCompression.LZW, 16));
        var plain = Renders.variant(folder, 32, 24, new Encoding.Png(6, 8));

        Renders.renderAll(engine, source, MetadataPolicy.STRIP, deep, deepTiff, plain);

        assertThat(Renders.probed(engine, deep.partialFile()).bitsPerSample()).isEqualTo(16);
        assertThat(Renders.probed(engine, deepTiff.partialFile()).bitsPerSample())
                .isEqualTo(16);
        assertThat(Renders.probed(engine, plain.partialFile()).bitsPerSample()).isEqualTo(8);
        var back = Objects.requireNonNull(ImageIO.read(deep.partialFile().toFile()));
        assertThat(back.getRaster().getSample(10, 10, 0)).isBetween(20_400, 20_650);
    }

    @Test
    void webp_is_read_back_by_an_independent_reader() throws Exception {
        assumeThat(engine.capabilities().writes(ImageFormat.WEBP)).isTrue();
        var lossy = Files.write(folder.resolve("a.webp"), written(new Encoding.Webp(80, false)));
        var lossless = Files.write(folder.resolve("b.webp"), written(new Encoding.Webp(80, true)));

        assertThat(Renders.probed(engine, lossy).storedSize()).isEqualTo(new PixelSize(120, 80));
        assertThat(Files.size(lossless)).isGreaterThan(Files.size(lossy));
        assertThat(Objects.requireNonNull(ImageIO.read(lossy.toFile())).getWidth())
                .isEqualTo(120);
    }

    @Test
    void avif_is_refused_with_a_reason() throws Exception {
        var source = Pictures.photoJpeg(folder.resolve("in.jpg"), 60, 40);
        var avif = Renders.variant(folder, 30, 20, new Encoding.Avif(50, 4));

        var results = Renders.render(engine, source, MetadataPolicy.STRIP, avif);

        assertThat(results.getFirst())
                .isInstanceOfSatisfying(
                        VariantResult.VariantFailed.class,
                        failed -> assertThat(failed.failure()).isInstanceOf(EngineFailure.UnsupportedEncoding.class));
    }

    @Test
    void a_profile_is_kept_or_its_colours_are_converted() throws Exception {
        // linear RGB is a profile that the JDK has and that differs strongly from sRGB
        var profile = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB);
        var grey = new BufferedImage(40, 40, BufferedImage.TYPE_3BYTE_BGR);
        for (int i = 0; i < 1_600; i++) {
            grey.setRGB(i % 40, i / 40, 0x373737);
        }
        var metadata = new OutputMetadata(java.util.Optional.empty(), java.util.Optional.of(profile.getData()));
        var plain = Pictures.jpeg(grey, 1);
        var segments = metadata.jpegSegments();
        var bytes = java.nio.ByteBuffer.allocate(plain.length + segments.length)
                .put(plain, 0, 2)
                .put(segments)
                .put(plain, 2, plain.length - 2);
        var source = Files.write(folder.resolve("in.jpg"), bytes.array());
        var kept = Renders.variant(folder, 20, 20, Renders.JPEG);
        var keptPng = Renders.variant(folder, 20, 20, Renders.PNG);
        Renders.renderAll(engine, source, new MetadataPolicy(Set.of(Group.PROFILE)), kept, keptPng);

        for (var made : new VariantRequest[] {kept, keptPng}) {
            assertThat(Probe.header(made.partialFile()).icc())
                    .hasValueSatisfying(icc -> assertThat(icc).isEqualTo(profile.getData()));
        }
        var converted = Renders.variant(folder, 20, 20, Renders.PNG);
        Renders.renderAll(engine, source, new MetadataPolicy(Set.of()), converted);
        assertThat(Probe.header(converted.partialFile()).icc()).isEmpty();
        // linear 0x37 / 255 = 0.216 is sRGB 0.502 = 0x80 (IEC 61966-2-1)
        int green = Objects.requireNonNull(ImageIO.read(converted.partialFile().toFile()))
                                .getRGB(5, 5)
                        >> 8
                & 0xFF;
        assertThat(green).isBetween(0x7D, 0x83);
    }

    @Test
    void a_raster_in_memory_becomes_a_file() throws Exception {
        try (var pixels = Pixels.allocate(new PixelSize(8, 4))) {
            pixels.segment()
                    .asByteBuffer()
                    .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                    .putInt(0, 0xFF30_60C0);
            var file = folder.resolve("out.png");

            long bytes = Renders.done(engine.encode(pixels, Renders.PNG, file, CancellationToken.never()));

            assertThat(bytes).isEqualTo(Files.size(file));
            var image = Objects.requireNonNull(ImageIO.read(file.toFile()));
            assertThat(image.getRGB(0, 0)).isEqualTo(0xFF30_60C0);
            assertThat(image.getRGB(1, 0) >>> 24).isZero();
        }
    }
}
