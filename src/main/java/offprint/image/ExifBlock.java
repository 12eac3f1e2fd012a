package offprint.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// Builds an EXIF block: a little-endian TIFF structure (CIPA DC-008) as it stands in a JPEG's APP1 after `Exif\0\0`.
///
/// Not safe for several threads at once. Setting a field again replaces it.
public final class ExifBlock {

    /// The longest block that a JPEG can carry: an APP1 of 65 535 bytes less its length and `Exif\0\0`.
    public static final int MAX_BYTES_IN_JPEG = 65_535 - 2 - 6;

    private static final int ASCII = 2;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int RATIONAL = 5;
    private static final int UNDEFINED = 7;

    private static final int EXIF_POINTER = 0x8769;
    private static final int GPS_POINTER = 0x8825;
    private static final DateTimeFormatter EXIF_TIME = DateTimeFormatter.ofPattern("uuuu:MM:dd HH:mm:ss", Locale.ROOT);

    private final Map<Directory, NavigableMap<Integer, Field>> directories = new EnumMap<>(Directory.class);
    private Optional<byte[]> thumbnail = Optional.empty();

    /// Where a field stands.
    public enum Directory {
        /// IFD0: the picture itself.
        MAIN,
        /// How it was taken.
        EXIF,
        /// Where it was taken.
        GPS
    }

    public ExifBlock() {
        for (var directory : Directory.values()) {
            directories.put(directory, new TreeMap<>());
        }
    }

    public ExifBlock orientation(Orientation orientation) {
        return field(Directory.MAIN, 0x0112, SHORT, shorts(orientation.exifValue()));
    }

    public ExifBlock camera(String make, String model) {
        return field(Directory.MAIN, 0x010F, ASCII, ascii(make)).field(Directory.MAIN, 0x0110, ASCII, ascii(model));
    }

    /// What is to be seen, in ASCII (ImageDescription); other characters become question marks.
    public ExifBlock description(String text) {
        return field(Directory.MAIN, 0x010E, ASCII, ascii(text));
    }

    public ExifBlock capturedAt(LocalDateTime when) {
        var text = ascii(when.format(EXIF_TIME));
        return field(Directory.EXIF, 0x9003, ASCII, text).field(Directory.EXIF, 0x9004, ASCII, text);
    }

    public ExifBlock rights(String artist, String copyright) {
        return field(Directory.MAIN, 0x013B, ASCII, ascii(artist))
                .field(Directory.MAIN, 0x8298, ASCII, ascii(copyright));
    }

    /// Degrees; north and east are positive.
    public ExifBlock gps(double latitude, double longitude) {
        return field(Directory.GPS, 0, 1, new byte[] {2, 3, 0, 0})
                .field(Directory.GPS, 1, ASCII, ascii(latitude < 0 ? "S" : "N"))
                .field(Directory.GPS, 2, RATIONAL, degrees(Math.abs(latitude)))
                .field(Directory.GPS, 3, ASCII, ascii(longitude < 0 ? "W" : "E"))
                .field(Directory.GPS, 4, RATIONAL, degrees(Math.abs(longitude)));
    }

    /// A JPEG of at most 60 000 bytes, as the embedded thumbnail (IFD1).
    public ExifBlock thumbnail(byte[] jpeg) {
        if (jpeg.length > 60_000) {
            throw new IllegalArgumentException(
                    "expected a thumbnail of at most 60000 bytes but received " + jpeg.length);
        }
        thumbnail = Optional.of(jpeg.clone());
        return this;
    }

    /// A field as it is, for copying one from another block.
    ///
    /// @param tag 0–65535; the pointers to the directories are this block's own and not accepted
    /// @param type 1–13, as in TIFF 6.0 and its supplement
    /// @param littleEndian the values, one after the other
    public ExifBlock field(Directory directory, int tag, int type, byte[] littleEndian) {
        if (directory == Directory.MAIN && (tag == EXIF_POINTER || tag == GPS_POINTER)) {
            throw new IllegalArgumentException("expected a field with a value but received the pointer " + tag);
        }
        directoryOf(directory).put(tag, new Field(type, littleEndian.clone()));
        return this;
    }

    /// Whether nothing was set yet.
    public boolean isEmpty() {
        return thumbnail.isEmpty() && directories.values().stream().allMatch(NavigableMap::isEmpty);
    }

    public byte[] toBytes() {
        var main = new TreeMap<>(directoryOf(Directory.MAIN));
        var exif = new TreeMap<>(directoryOf(Directory.EXIF));
        var gps = directoryOf(Directory.GPS);
        if (!exif.isEmpty()) {
            exif.putIfAbsent(0x9000, new Field(UNDEFINED, "0232".getBytes(StandardCharsets.US_ASCII)));
            main.put(EXIF_POINTER, new Field(LONG, longs(0)));
        }
        if (!gps.isEmpty()) {
            main.put(GPS_POINTER, new Field(LONG, longs(0)));
        }
        int exifAt = 8 + sizeOf(main);
        int gpsAt = exifAt + (exif.isEmpty() ? 0 : sizeOf(exif));
        int nextAt = gpsAt + (gps.isEmpty() ? 0 : sizeOf(gps));
        main.computeIfPresent(EXIF_POINTER, (tag, old) -> new Field(LONG, longs(exifAt)));
        main.computeIfPresent(GPS_POINTER, (tag, old) -> new Field(LONG, longs(gpsAt)));

        var thumbnailFields = thumbnailFields(nextAt);
        int total = nextAt
                + thumbnail.map(jpeg -> sizeOf(thumbnailFields) + jpeg.length).orElse(0);
        var out = ByteBuffer.allocate(total).order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8);
        write(out, main, thumbnail.isPresent() ? nextAt : 0);
        if (!exif.isEmpty()) {
            write(out, exif, 0);
        }
        if (!gps.isEmpty()) {
            write(out, gps, 0);
        }
        thumbnail.ifPresent(jpeg -> {
            write(out, thumbnailFields, 0);
            out.put(jpeg);
        });
        return out.array();
    }

    /// The JPEG with this block as its APP1, right after SOI.
    ///
    /// @throws IllegalArgumentException when `jpeg` is none, or the block is longer than [#MAX_BYTES_IN_JPEG]
    public byte[] insertInto(byte[] jpeg) {
        if (jpeg.length < 4 || (jpeg[0] & 0xFF) != 0xFF || (jpeg[1] & 0xFF) != 0xD8) {
            throw new IllegalArgumentException("expected a JPEG but received " + jpeg.length + " other bytes");
        }
        var segment = toJpegSegment();
        var out = ByteBuffer.allocate(jpeg.length + segment.length);
        return out.put(jpeg, 0, 2).put(segment).put(jpeg, 2, jpeg.length - 2).array();
    }

    /// The whole APP1 segment, marker and length included.
    ///
    /// @throws IllegalArgumentException when the block is longer than [#MAX_BYTES_IN_JPEG]
    public byte[] toJpegSegment() {
        var block = toBytes();
        if (block.length > MAX_BYTES_IN_JPEG) {
            throw new IllegalArgumentException(
                    "expected an EXIF block of at most " + MAX_BYTES_IN_JPEG + " bytes but received " + block.length);
        }
        var out = ByteBuffer.allocate(10 + block.length);
        out.put((byte) 0xFF).put((byte) 0xE1).putShort((short) (8 + block.length));
        return out.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII))
                .put(block)
                .array();
    }

    private NavigableMap<Integer, Field> directoryOf(Directory directory) {
        return directories.computeIfAbsent(directory, missing -> new TreeMap<>());
    }

    private NavigableMap<Integer, Field> thumbnailFields(int at) {
        var fields = new TreeMap<Integer, Field>();
        thumbnail.ifPresent(jpeg -> {
            fields.put(0x0103, new Field(SHORT, shorts(6)));
            fields.put(0x0202, new Field(LONG, longs(jpeg.length)));
            fields.put(0x0201, new Field(LONG, longs(0)));
            fields.put(0x0201, new Field(LONG, longs(at + sizeOf(fields))));
        });
        return fields;
    }

    private static int sizeOf(NavigableMap<Integer, Field> fields) {
        int size = 2 + 12 * fields.size() + 4;
        for (var field : fields.values()) {
            size += field.outOfLineBytes();
        }
        return size;
    }

    private static void write(ByteBuffer out, NavigableMap<Integer, Field> fields, int next) {
        int valuesAt = out.position() + 2 + 12 * fields.size() + 4;
        out.putShort((short) fields.size());
        for (var entry : fields.entrySet()) {
            var field = entry.getValue();
            out.putShort(entry.getKey().shortValue())
                    .putShort((short) field.type())
                    .putInt(field.count());
            if (field.outOfLineBytes() == 0) {
                out.put(Arrays.copyOf(field.value(), 4));
            } else {
                out.putInt(valuesAt);
                valuesAt += field.outOfLineBytes();
            }
        }
        out.putInt(next);
        for (var field : fields.values()) {
            if (field.outOfLineBytes() > 0) {
                out.put(Arrays.copyOf(field.value(), field.outOfLineBytes()));
            }
        }
    }

    private static byte[] ascii(String text) {
        return (text + "\0").getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] shorts(int value) {
        return new byte[] {(byte) value, (byte) (value >> 8)};
    }

    private static byte[] longs(int... values) {
        var out = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int value : values) {
            out.putInt(value);
        }
        return out.array();
    }

    /// Degrees, minutes and thousandths of a second, as three rationals.
    private static byte[] degrees(double value) {
        long thousandths = Math.round(value * 3_600_000);
        return longs(
                (int) (thousandths / 3_600_000),
                1,
                (int) (thousandths / 60_000 % 60),
                1,
                (int) (thousandths % 60_000),
                1_000);
    }

    @SuppressWarnings("ArrayRecordComponent") // private, and never compared
    private record Field(int type, byte[] value) {

        int count() {
            return value.length / bytesPerValue(type);
        }

        /// Bytes behind the directory, even as TIFF wants it; none where the value fits into its entry.
        int outOfLineBytes() {
            return value.length <= 4 ? 0 : value.length + (value.length & 1);
        }
    }

    private static int bytesPerValue(int type) {
        return switch (type) {
            case 3, 8 -> 2;
            case 4, 9, 11, 13 -> 4;
            case 5, 10, 12 -> 8;
            default -> 1;
        };
    }
}
