package offprint.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.ExifThumbnailDirectory;
import com.drew.metadata.exif.GpsDirectory;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ExifBlockTest {

    @Test
    void an_independent_reader_finds_every_field_that_was_set() throws Exception {
        var metadata = read(new ExifBlock()
                .orientation(Orientation.ROTATED_90)
                .camera("Maker", "Model 1")
                .description("A pier at dusk")
                .capturedAt(LocalDateTime.of(2026, 3, 4, 5, 6, 7))
                .rights("Ada", "(c) Ada")
                .gps(-51.5034278, 0.1275)
                .insertInto(jpeg()));

        assertThat(metadata.getDirectories())
                .allSatisfy(directory -> assertThat(directory.hasErrors()).isFalse());
        var main = the(metadata, ExifIFD0Directory.class);
        assertThat(main.getInt(ExifIFD0Directory.TAG_ORIENTATION)).isEqualTo(6);
        assertThat(main.getString(ExifIFD0Directory.TAG_MAKE)).isEqualTo("Maker");
        assertThat(main.getString(ExifIFD0Directory.TAG_MODEL)).isEqualTo("Model 1");
        assertThat(main.getString(ExifIFD0Directory.TAG_IMAGE_DESCRIPTION)).isEqualTo("A pier at dusk");
        assertThat(main.getString(ExifIFD0Directory.TAG_ARTIST)).isEqualTo("Ada");
        assertThat(main.getString(ExifIFD0Directory.TAG_COPYRIGHT)).isEqualTo("(c) Ada");
        var exif = the(metadata, ExifSubIFDDirectory.class);
        assertThat(exif.getString(ExifSubIFDDirectory.TAG_DATETIME_ORIGINAL)).isEqualTo("2026:03:04 05:06:07");
        var position = Objects.requireNonNull(the(metadata, GpsDirectory.class).getGeoLocation());
        assertThat(position.getLatitude()).isCloseTo(-51.5034278, within(1e-6));
        assertThat(position.getLongitude()).isCloseTo(0.1275, within(1e-6));
    }

    @Test
    void the_thumbnail_is_found_where_the_block_says_it_is() throws Exception {
        var small = jpeg();
        var block = new ExifBlock().camera("A", "B").thumbnail(small);

        var metadata = read(block.insertInto(jpeg()));

        var thumbnail = the(metadata, ExifThumbnailDirectory.class);
        int at = thumbnail.getInt(ExifThumbnailDirectory.TAG_THUMBNAIL_OFFSET);
        int length = thumbnail.getInt(ExifThumbnailDirectory.TAG_THUMBNAIL_LENGTH);
        assertThat(length).isEqualTo(small.length);
        assertThat(block.toBytes()).endsWith(small).hasSizeGreaterThanOrEqualTo(at + length);
    }

    @Test
    void a_jpeg_with_a_block_decodes_as_before() throws IOException {
        var with = new ExifBlock().camera("A", "B").insertInto(jpeg());

        assertThat(ImageIO.read(new ByteArrayInputStream(with)).getWidth()).isEqualTo(16);
    }

    @Test
    void a_block_that_no_jpeg_could_carry_is_refused() throws IOException {
        var jpeg = jpeg();
        var block = new ExifBlock().description("x".repeat(70_000));

        assertThatThrownBy(() -> block.insertInto(jpeg)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_thumbnail_that_is_too_large_is_refused() {
        assertThatThrownBy(() -> new ExifBlock().thumbnail(new byte[60_001]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_is_no_jpeg_gets_no_block() {
        assertThatThrownBy(() -> new ExifBlock().insertInto(new byte[100]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void only_a_block_without_fields_is_empty() {
        assertThat(new ExifBlock().isEmpty()).isTrue();
        assertThat(new ExifBlock().gps(1, 2).isEmpty()).isFalse();
    }

    private static <T extends Directory> T the(Metadata metadata, Class<T> kind) {
        return Objects.requireNonNull(metadata.getFirstDirectoryOfType(kind));
    }

    private static Metadata read(byte[] jpeg) throws IOException, ImageProcessingException, MetadataException {
        return ImageMetadataReader.readMetadata(new ByteArrayInputStream(jpeg));
    }

    private static byte[] jpeg() throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(16, 12, BufferedImage.TYPE_INT_RGB), "jpg", out);
        return out.toByteArray();
    }
}
