package offprint.engine.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.ExifGPSTagSet;
import javax.imageio.plugins.tiff.ExifParentTIFFTagSet;
import javax.imageio.plugins.tiff.ExifTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import javax.imageio.plugins.tiff.TIFFTag;
import javax.imageio.plugins.tiff.TIFFTagSet;
import offprint.engine.header.ByteSource;
import offprint.engine.header.TiffFields;
import offprint.recipe.Encoding;

/// The JDK's TIFF writer told what to do: compression, profile and EXIF directories.
final class TiffParameters {

    private static final int ICC_PROFILE = 34_675;

    private TiffParameters() {}

    static ImageWriteParam of(ImageWriter writer, Encoding.TiffCompression compression) {
        var param = writer.getDefaultWriteParam();
        switch (compression) {
            case NONE -> param.setCompressionMode(ImageWriteParam.MODE_DISABLED);
            case LZW -> setType(param, "LZW");
            case DEFLATE -> setType(param, "ZLib");
        }
        return param;
    }

    private static void setType(ImageWriteParam param, String type) {
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionType(type);
    }

    static IIOMetadata metadata(ImageWriter writer, Samples pixels, ImageWriteParam param, OutputMetadata metadata)
            throws IOException {
        var defaults = writer.getDefaultImageMetadata(new ImageTypeSpecifier(pixels.image()), param);
        var directory = TIFFDirectory.createFromMetadata(defaults);
        metadata.icc()
                .ifPresent(profile -> directory.addTIFFField(new TIFFField(
                        BaselineTIFFTagSet.getInstance().getTag(ICC_PROFILE),
                        TIFFTag.TIFF_UNDEFINED,
                        profile.length,
                        profile)));
        if (metadata.exif().isPresent()) {
            var block = ByteSource.of(metadata.exif().get().toBytes());
            var fields = TiffFields.of(block).orElseThrow();
            var main = fields.chain().getFirst();
            addAll(directory, main, BaselineTIFFTagSet.getInstance());
            addPointed(directory, fields.pointedBy(main, 0x8769), 0x8769, ExifTIFFTagSet.getInstance());
            addPointed(directory, fields.pointedBy(main, 0x8825), 0x8825, ExifGPSTagSet.getInstance());
        }
        return directory.getAsMetadata();
    }

    private static void addPointed(
            TIFFDirectory parent, Optional<TiffFields.Directory> source, int pointer, TIFFTagSet tags) {
        if (source.isPresent()) {
            var directory = new TIFFDirectory(
                    new TIFFTagSet[] {tags}, ExifParentTIFFTagSet.getInstance().getTag(pointer));
            addAll(directory, source.get(), tags);
            parent.addTIFFField(new TIFFField(
                    ExifParentTIFFTagSet.getInstance().getTag(pointer), TIFFTag.TIFF_LONG, 1L, directory));
        }
    }

    private static void addAll(TIFFDirectory into, TiffFields.Directory source, TIFFTagSet tags) {
        source.fields().forEach((number, field) -> {
            var tag = tags.getTag(number);
            if (tag != null && tag.isDataTypeOK(field.type()) && number != 0x8769 && number != 0x8825) {
                into.addTIFFField(new TIFFField(tag, field.type(), countOf(field), valueOf(field)));
            }
        });
    }

    private static int countOf(TiffFields.Field field) {
        return field.type() == TIFFTag.TIFF_ASCII ? 1 : field.count();
    }

    /// The values in the array that [TIFFField] wants for each type.
    private static Object valueOf(TiffFields.Field field) {
        var buffer = ByteBuffer.wrap(field.value()).order(field.order());
        int count = field.count();
        return switch (field.type()) {
            case TIFFTag.TIFF_ASCII -> new String[] {new String(field.value(), StandardCharsets.UTF_8)};
            case TIFFTag.TIFF_SHORT -> {
                var values = new char[count];
                buffer.asCharBuffer().get(values);
                yield values;
            }
            case TIFFTag.TIFF_SSHORT -> {
                var values = new short[count];
                buffer.asShortBuffer().get(values);
                yield values;
            }
            case TIFFTag.TIFF_SLONG -> {
                var values = new int[count];
                buffer.asIntBuffer().get(values);
                yield values;
            }
            case TIFFTag.TIFF_LONG ->
                IntStream.range(0, count).mapToLong(i -> unsigned(buffer, i)).toArray();
            case TIFFTag.TIFF_RATIONAL ->
                IntStream.range(0, count)
                        .mapToObj(i -> new long[] {unsigned(buffer, 2 * i), unsigned(buffer, 2 * i + 1)})
                        .toArray(long[][]::new);
            case TIFFTag.TIFF_SRATIONAL ->
                IntStream.range(0, count)
                        .mapToObj(i -> new int[] {buffer.getInt(8 * i), buffer.getInt(8 * i + 4)})
                        .toArray(int[][]::new);
            default -> field.value();
        };
    }

    private static long unsigned(ByteBuffer buffer, int index) {
        return buffer.getInt(4 * index) & 0xFFFF_FFFFL;
    }
}
