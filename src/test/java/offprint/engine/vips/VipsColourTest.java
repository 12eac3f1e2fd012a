package offprint.engine.vips;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import javax.imageio.ImageIO;
import offprint.engine.Assistants;
import offprint.engine.Renders;
import offprint.engine.header.SrgbProfile;
import offprint.fixtures.Pictures;
import offprint.recipe.Encoding;
import offprint.recipe.MetadataPolicy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VipsColourTest {

    private static final MetadataPolicy NO_PROFILE = new MetadataPolicy(Set.of());
    private static final Color STORED = new Color(120, 150, 60);

    @TempDir
    Path folder = Path.of("");

    private VipsEngine engine;

    @BeforeEach
    void start() {
        engine = new VipsEngine(TestLibrary.required(), Assistants.NONE);
    }

    /// A plain JPEG of one colour with a profile in an APP2 segment.
    private Path photo(byte[] profile) throws Exception {
        var image = new BufferedImage(64, 48, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < 48; y++) {
            for (int x = 0; x < 64; x++) {
                image.setRGB(x, y, STORED.getRGB());
            }
        }
        var plain = Pictures.jpeg(image, 1);
        var segment = ByteBuffer.allocate(18 + profile.length).putShort((short) 0xFFE2);
        segment.putShort((short) (16 + profile.length)).put("ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII));
        segment.put((byte) 1).put((byte) 1).put(profile);
        var whole = new ByteArrayOutputStream();
        whole.write(plain, 0, 2);
        whole.writeBytes(segment.array());
        whole.write(plain, 2, plain.length - 2);
        return Files.write(folder.resolve("in-" + Arrays.hashCode(profile) + ".jpg"), whole.toByteArray());
    }

    private Color exported(Path photo, MetadataPolicy policy) throws Exception {
        var png = Renders.variant(folder, 32, 24, Renders.PNG);
        Renders.renderAll(engine, photo, policy, png);
        // The JDK's reader takes no notice of the profile when raw samples are asked for.
        var raster =
                Objects.requireNonNull(ImageIO.read(png.partialFile().toFile())).getRaster();
        return new Color(raster.getSample(16, 12, 0), raster.getSample(16, 12, 1), raster.getSample(16, 12, 2));
    }

    private static void assertNear(Color got, Color expected) {
        assertThat(Math.abs(got.getRed() - expected.getRed()))
                .as("%s, expected %s", got, expected)
                .isLessThan(4);
        assertThat(Math.abs(got.getGreen() - expected.getGreen()))
                .as("%s, expected %s", got, expected)
                .isLessThan(4);
        assertThat(Math.abs(got.getBlue() - expected.getBlue()))
                .as("%s, expected %s", got, expected)
                .isLessThan(4);
    }

    /// The conversion by the definition: tones to light, light to the connection space, back by sRGB's own matrix.
    private static Color inSrgb(double[][] colorants, double gamma, Color stored) {
        double[] light = {
            Math.pow(stored.getRed() / 255.0, gamma),
            Math.pow(stored.getGreen() / 255.0, gamma),
            Math.pow(stored.getBlue() / 255.0, gamma)
        };
        double[] xyz = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            for (int band = 0; band < 3; band++) {
                xyz[axis] += colorants[band][axis] * light[band];
            }
        }
        double[][] back = {
            {3.1338561, -1.6168667, -0.4906146}, {-0.9787684, 1.9161415, 0.0334540}, {0.0719453, -0.2289914, 1.4052427}
        };
        int[] out = new int[3];
        for (int band = 0; band < 3; band++) {
            double linear =
                    Math.clamp(back[band][0] * xyz[0] + back[band][1] * xyz[1] + back[band][2] * xyz[2], 0.0, 1.0);
            double tone = linear <= 0.0031308 ? linear * 12.92 : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
            out[band] = (int) Math.round(tone * 255);
        }
        return new Color(out[0], out[1], out[2]);
    }

    @Test
    void adobe_rgb_becomes_srgb_where_the_profile_is_not_kept() throws Exception {
        var photo = photo(Profiles.gamma("Adobe RGB (1998)", Profiles.ADOBE_RGB, 2.2));
        var expected = inSrgb(Profiles.ADOBE_RGB, 2.2, STORED);

        assertThat(Math.abs(expected.getRed() - STORED.getRed())).isGreaterThan(10);
        assertNear(exported(photo, NO_PROFILE), expected);
    }

    @Test
    void a_kept_profile_keeps_the_pixels_and_stands_beside_them() throws Exception {
        var profile = Profiles.gamma("Adobe RGB (1998)", Profiles.ADOBE_RGB, 2.2);
        var photo = photo(profile);

        assertNear(exported(photo, MetadataPolicy.STRIP), STORED);
        for (var encoding : new Encoding[] {
            Renders.JPEG,
            Renders.PNG,
            new Encoding.Webp(90, false),
            new Encoding.Tiff(Encoding.TiffCompression.LZW, 8),
            new Encoding.Avif(80, 2)
        }) {
            var variant = Renders.variant(folder, 32, 24, encoding);
            Renders.renderAll(engine, photo, MetadataPolicy.STRIP, variant);
            assertThat(Renders.probed(engine, variant.partialFile()).profileName())
                    .as("%s", encoding)
                    .contains("Adobe RGB (1998)");
        }
    }

    @Test
    void what_is_srgb_by_content_is_not_touched_whatever_its_name() throws Exception {
        var disguised = Profiles.srgbTones("Wide and wild", Profiles.SRGB);

        assertThat(SrgbProfile.isSrgb(disguised)).isTrue();
        assertNear(exported(photo(disguised), NO_PROFILE), STORED);
    }

    @Test
    void what_only_calls_itself_srgb_is_converted() throws Exception {
        var liar = Profiles.gamma("sRGB IEC61966-2.1", Profiles.ADOBE_RGB, 1.8);

        assertThat(SrgbProfile.isSrgb(liar)).isFalse();
        assertNear(exported(photo(liar), NO_PROFILE), inSrgb(Profiles.ADOBE_RGB, 1.8, STORED));
    }

    @Test
    void the_profiles_of_the_run_time_are_judged_by_content() {
        var srgb = java.awt.color.ICC_Profile.getInstance(java.awt.color.ColorSpace.CS_sRGB);
        var linear = java.awt.color.ICC_Profile.getInstance(java.awt.color.ColorSpace.CS_LINEAR_RGB);

        assertThat(SrgbProfile.isSrgb(srgb.getData())).isTrue();
        assertThat(SrgbProfile.isSrgb(linear.getData())).isFalse();
        assertThat(SrgbProfile.fits(srgb.getData(), 3)).isTrue();
        assertThat(SrgbProfile.fits(srgb.getData(), 1)).isFalse();
        assertThat(SrgbProfile.isSrgb(Arrays.copyOf(srgb.getData(), 200))).isFalse();
    }
}
