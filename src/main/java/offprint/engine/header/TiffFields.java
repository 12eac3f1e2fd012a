package offprint.engine.header;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// The directories of a TIFF structure (TIFF 6.0, BigTIFF, CIPA DC-008), read tolerantly: what points outside of the
/// source, is too long or of an unknown type is left out, and loops end.
public final class TiffFields {

    /// Values longer than this are not read; thumbnails and profiles fit.
    private static final int MAX_VALUE_BYTES = 16 << 20;

    /// In a RAW file, whose long values are pictures and makers' notes; what people wrote and positions fit.
    private static final int MAX_VALUE_BYTES_IN_RAW = 64 << 10;

    /// Olympus' two and Panasonic's marks in the place of TIFF's.
    private static final Set<Integer> RAW_MAGIC = Set.of(0x4F52, 0x5352, 0x55);

    private static final int MAX_FIELDS = 4_096;
    private static final int MAX_DIRECTORIES = 256;

    private final ByteSource source;
    private final ByteOrder order;
    private final boolean big;
    private final int maxValueBytes;

    private TiffFields(ByteSource source, ByteOrder order, boolean big, int maxValueBytes) {
        this.source = source;
        this.order = order;
        this.big = big;
        this.maxValueBytes = maxValueBytes;
    }

    /// A field's raw values in the order of the file's bytes.
    ///
    /// @param type as in TIFF 6.0
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Field(int type, ByteOrder order, byte[] value) {

        public int count() {
            return value.length / bytesPerValue(type);
        }

        /// The unsigned whole number at `index`, if it is of such a type.
        public Optional<Long> number(int index) {
            var buffer = ByteBuffer.wrap(value).order(order);
            int width = bytesPerValue(type);
            if (index < 0 || index >= count()) {
                return Optional.empty();
            }
            return switch (type) {
                case 1, 7 -> Optional.of((long) (value[index] & 0xFF));
                case 3 -> Optional.of((long) (buffer.getShort(index * width) & 0xFFFF));
                case 4, 13 -> Optional.of(buffer.getInt(index * width) & 0xFFFF_FFFFL);
                case 16, 18 -> Optional.of(buffer.getLong(index * width)).filter(number -> number >= 0);
                default -> Optional.empty();
            };
        }

        /// The text up to its first NUL, trimmed; empty where there is none.
        public String text() {
            var all = new String(value, StandardCharsets.UTF_8);
            int end = all.indexOf('\0');
            return (end < 0 ? all : all.substring(0, end)).strip();
        }

        /// The same values in little-endian order.
        public byte[] littleEndian() {
            var bytes = value.clone();
            int width = switch (type) {
                case 3, 8 -> 2;
                case 4, 5, 9, 10, 11, 13 -> 4;
                case 12, 16, 17, 18 -> 8;
                default -> 1;
            };
            if (order == ByteOrder.BIG_ENDIAN && width > 1) {
                for (int at = 0; at + width <= bytes.length; at += width) {
                    for (int i = 0; i < width / 2; i++) {
                        byte swapped = bytes[at + i];
                        bytes[at + i] = bytes[at + width - 1 - i];
                        bytes[at + width - 1 - i] = swapped;
                    }
                }
            }
            return bytes;
        }
    }

    /// Where bytes lie in a file.
    ///
    /// @param bytes how many, as a header claims: the file may be shorter
    public record Extent(long offset, long bytes) {}

    /// One directory.
    ///
    /// @param extents of the values that stand elsewhere, those among them that are too long to be read
    /// @param next offset of the next one, 0 when this is the last
    public record Directory(Map<Integer, Field> fields, Map<Integer, Extent> extents, long next) {

        public Optional<Field> field(int tag) {
            return Optional.ofNullable(fields.get(tag));
        }

        public Optional<Long> number(int tag) {
            return field(tag).flatMap(field -> field.number(0));
        }
    }

    /// Nothing when the source does not start as a TIFF does.
    public static Optional<TiffFields> of(ByteSource source) throws IOException {
        var head = source.read(0, 8);
        if (head.length < 8 || head[0] != head[1] || (head[0] != 'I' && head[0] != 'M')) {
            return Optional.empty();
        }
        var order = head[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        int magic = ByteBuffer.wrap(head).order(order).getShort(2);
        return magic == 42 || magic == 43
                ? Optional.of(new TiffFields(source, order, magic == 43, MAX_VALUE_BYTES))
                : Optional.empty();
    }

    /// The same for a camera's RAW file, which may have another mark and whose long values are left out.
    static Optional<TiffFields> ofRaw(ByteSource source) throws IOException {
        var plain = of(source);
        if (plain.isPresent()) {
            return Optional.of(new TiffFields(source, plain.get().order, plain.get().big, MAX_VALUE_BYTES_IN_RAW));
        }
        var head = source.read(0, 8);
        boolean little = head.length == 8 && head[0] == 'I' && head[1] == 'I';
        boolean large = head.length == 8 && head[0] == 'M' && head[1] == 'M';
        var order = little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        return (little || large)
                        && RAW_MAGIC.contains(
                                (int) ByteBuffer.wrap(head).order(order).getShort(2))
                ? Optional.of(inOrder(source, order))
                : Optional.empty();
    }

    /// Directories without a head before them, such as a maker's notes.
    static TiffFields inOrder(ByteSource source, ByteOrder order) {
        return new TiffFields(source, order, false, MAX_VALUE_BYTES_IN_RAW);
    }

    /// The order of bytes in numbers.
    ByteOrder order() {
        return order;
    }

    /// The directories of the main chain, in order.
    public List<Directory> chain() throws IOException {
        var directories = new ArrayList<Directory>();
        var seen = new HashSet<Long>();
        long at = big ? longAt(8) : intAt(4);
        while (at > 0 && at < source.size() && seen.add(at) && directories.size() < MAX_DIRECTORIES) {
            var directory = directoryAt(at);
            directories.add(directory);
            at = directory.next();
        }
        return directories;
    }

    /// The directory that a pointer field of another names, such as EXIF or GPS.
    public Optional<Directory> pointedBy(Directory parent, int tag) throws IOException {
        var at = parent.number(tag);
        return at.isPresent() && at.get() > 0 && at.get() < source.size()
                ? Optional.of(directoryAt(at.get()))
                : Optional.empty();
    }

    byte[] bytes(long offset, int length) throws IOException {
        return source.read(offset, length);
    }

    /// The directory that begins there; empty where nothing sensible does.
    Directory directoryAt(long at) throws IOException {
        int entryBytes = big ? 20 : 12;
        int countBytes = big ? 8 : 2;
        long claimed = big ? longAt(at) : shortAt(at);
        int count = Math.clamp(claimed, 0, MAX_FIELDS);
        var entries = source.read(at + countBytes, count * entryBytes);
        var fields = new TreeMap<Integer, Field>();
        var extents = new TreeMap<Integer, Extent>();
        for (int i = 0; (i + 1) * entryBytes <= entries.length; i++) {
            addField(
                    fields,
                    extents,
                    ByteBuffer.wrap(entries, i * entryBytes, entryBytes).slice().order(order));
        }
        long nextAt = at + countBytes + claimed * entryBytes;
        return new Directory(fields, extents, big ? longAt(nextAt) : intAt(nextAt));
    }

    private void addField(Map<Integer, Field> fields, Map<Integer, Extent> extents, ByteBuffer entry)
            throws IOException {
        int tag = entry.getShort(0) & 0xFFFF;
        int type = entry.getShort(2) & 0xFFFF;
        long count = big ? entry.getLong(4) : entry.getInt(4) & 0xFFFF_FFFFL;
        if (type < 1 || type > 18 || count < 0 || count > Integer.MAX_VALUE) {
            return;
        }
        long length = count * bytesPerValue(type);
        int inline = big ? 8 : 4;
        long at = big ? entry.getLong(12) : entry.getInt(8) & 0xFFFF_FFFFL;
        if (length > inline) {
            extents.putIfAbsent(tag, new Extent(at, length));
        }
        if (length > maxValueBytes) {
            return;
        }
        byte[] value;
        if (length <= inline) {
            value = new byte[(int) length];
            entry.get(big ? 12 : 8, value);
        } else {
            value = source.read(at, (int) length);
        }
        if (value.length == length) {
            fields.putIfAbsent(tag, new Field(type, order, value));
        }
    }

    private long shortAt(long at) throws IOException {
        var bytes = source.read(at, 2);
        return bytes.length < 2 ? 0 : ByteBuffer.wrap(bytes).order(order).getShort() & 0xFFFF;
    }

    private long intAt(long at) throws IOException {
        var bytes = source.read(at, 4);
        return bytes.length < 4 ? 0 : ByteBuffer.wrap(bytes).order(order).getInt() & 0xFFFF_FFFFL;
    }

    private long longAt(long at) throws IOException {
        var bytes = source.read(at, 8);
        return bytes.length < 8 ? 0 : ByteBuffer.wrap(bytes).order(order).getLong();
    }

    private static int bytesPerValue(int type) {
        return switch (type) {
            case 3, 8 -> 2;
            case 4, 9, 11, 13 -> 4;
            case 5, 10, 12, 16, 17, 18 -> 8;
            default -> 1;
        };
    }
}
