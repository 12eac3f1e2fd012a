package offprint.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import offprint.image.ImageFormat;
import offprint.image.PixelSize;
import offprint.recipe.MetadataPolicy;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportPhotosTest {

    private static final byte[] PLAIN = HexFormat.of().parseHex("ffd8ffe000044a46ffda00021122ffd9");

    @Nested
    class TheAdobeProfile {

        @Test
        void isOneThatColourManagementTakes() {
            var profile = ICC_Profile.getInstance(AdobeRgb.profile());
            assertThat(profile.getColorSpaceType()).isEqualTo(java.awt.color.ColorSpace.TYPE_RGB);
            var space = new ICC_ColorSpace(profile);
            // Its pure green lies outside of sRGB; its white and greys are those of sRGB.
            assertThat(space.toRGB(new float[] {1, 1, 1})[0]).isCloseTo(1f, within(0.01f));
            float[] grey = space.toRGB(new float[] {0.5f, 0.5f, 0.5f});
            assertThat(grey[0]).isCloseTo(0.5f, within(0.02f)).isCloseTo(grey[2], within(0.01f));
            assertThat(space.toRGB(new float[] {0.25f, 0.75f, 0.25f})[0]).isLessThan(0.05f);
        }

        @Test
        void standsRightBehindTheFirstMarkerAndTheRestIsUntouched() {
            var with = AdobeRgb.embeddedIn(PLAIN);
            int added = with.length - PLAIN.length;
            assertThat(added).isEqualTo(AdobeRgb.profile().length + 18);
            assertThat(HexFormat.of().formatHex(with, 0, 4)).isEqualTo("ffd8ffe2");
            assertThat(java.util.Arrays.copyOfRange(with, 2 + added, with.length))
                    .isEqualTo(java.util.Arrays.copyOfRange(PLAIN, 2, PLAIN.length));
        }

        @Test
        void isNotPutInASecondTime() {
            var with = AdobeRgb.embeddedIn(PLAIN);
            assertThat(AdobeRgb.embeddedIn(with)).isEqualTo(with);
        }

        @Test
        void isPutIntoNothingButAJpeg() {
            assertThatThrownBy(() -> AdobeRgb.embeddedIn(new byte[] {1, 2, 3, 4, 5}))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Nested
    class PhotosWithAProfile {

        @Test
        void areCopiesOfWhichTheSameOnesStayOne(@TempDir Path folder) throws IOException {
            var first = Files.write(folder.resolve("a.jpg"), PLAIN);
            var second = Files.createLink(folder.resolve("b.jpg"), first);
            var made = PhotoSet.withProfile(List.of(first, second), folder.resolve("profile"));
            assertThat(made)
                    .containsExactly(folder.resolve("profile/a.jpg"), folder.resolve("profile/b.jpg"))
                    .allSatisfy(file -> assertThat(file).hasBinaryContent(AdobeRgb.embeddedIn(PLAIN)));
            assertThat(first).hasBinaryContent(PLAIN);
            assertThat(Files.readAttributes(made.getFirst(), java.nio.file.attribute.BasicFileAttributes.class)
                            .fileKey())
                    .isEqualTo(Files.readAttributes(made.getLast(), java.nio.file.attribute.BasicFileAttributes.class)
                            .fileKey());
        }
    }

    @Nested
    class TheSets {

        private static List<String> files(ExportSet set) {
            return set.recipe().variants().stream()
                    .map(variant -> variant.encoding().format().id() + " "
                            + variant.sizing()
                                    .sizeFor(new PixelSize(6_000, 4_000))
                                    .widthPx())
                    .toList();
        }

        @Test
        void areThoseThatTheComparisonRunsThroughOtherPrograms() {
            assertThat(files(ExportSet.ONE)).containsExactly("jpeg 2048");
            assertThat(files(ExportSet.WEB)).containsExactly("jpeg 2560", "jpeg 1280", "webp 640", "webp 320");
            assertThat(files(ExportSet.MOZJPEG)).containsExactly("jpeg 1600", "jpeg 800", "webp 800", "avif 400");
            assertThat(files(ExportSet.PROFILE)).isEqualTo(files(ExportSet.WEB));
        }

        @Test
        void keepNoProfileSoThatColoursAreConverted() {
            for (var set : ExportSet.values()) {
                assertThat(set.recipe().metadata().keeps(MetadataPolicy.Group.PROFILE))
                        .isFalse();
            }
            assertThat(ExportSet.MOZJPEG
                            .recipe()
                            .variants()
                            .getLast()
                            .encoding()
                            .format())
                    .isEqualTo(ImageFormat.AVIF);
        }
    }
}
