package offprint.engine.header;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import offprint.engine.header.TiffFields.Directory;
import offprint.engine.header.TiffFields.Extent;

/// Reads RAW files that are a TIFF or nearly one: Canon's CR2, Nikon's NEF, Sony's ARW, DNG, Olympus' ORF and
/// Panasonic's
/// RW2. Their JPEGs stand in the directories of the main chain and in those that hang below.
final class TiffRaw {

    /// More than any camera writes; a loop ends before.
    private static final int MAX_DIRECTORIES = 64;

    private static final int MAX_CHILDREN = 16;

    private static final int COMPRESSION = 0x103;
    private static final int PHOTOMETRIC = 0x106;
    private static final int STRIP_OFFSETS = 0x111;
    private static final int STRIP_LENGTHS = 0x117;
    private static final int SUB_DIRECTORIES = 0x14A;
    private static final int JPEG_OFFSET = 0x201;
    private static final int JPEG_LENGTH = 0x202;
    private static final int EXIF = 0x8769;
    private static final int GPS = 0x8825;
    private static final int MAKER_NOTE = 0x927C;
    private static final int DNG_VERSION = 0xC612;

    /// Panasonic's whole JPEG is the value of a field.
    private static final int PANASONIC_JPEG = 0x2E;

    private static final int OLYMPUS_SETTINGS = 0x2020;
    private static final int OLYMPUS_PREVIEW_OFFSET = 0x101;
    private static final int OLYMPUS_PREVIEW_LENGTH = 0x102;

    /// The sensor's own pixels: a colour filter's mosaic, or the same made linear.
    private static final Set<Long> SENSOR = Set.of(32_803L, 34_892L);

    private static final Set<Long> JPEG_COMPRESSIONS = Set.of(6L, 7L);

    private final ByteSource source;
    private final TiffFields fields;
    private final List<Directory> directories;

    private TiffRaw(ByteSource source, TiffFields fields) throws IOException {
        this.source = source;
        this.fields = fields;
        this.directories = directories(fields);
    }

    /// Nothing when it is no RAW file, such as an ordinary TIFF.
    static Optional<RawContent> read(ByteSource source) throws IOException {
        var fields = TiffFields.ofRaw(source);
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        var raw = new TiffRaw(source, fields.get());
        return raw.isRaw() ? Optional.of(raw.content()) : Optional.empty();
    }

    private static List<Directory> directories(TiffFields fields) throws IOException {
        var all = new ArrayList<Directory>();
        var seen = new HashSet<Long>();
        Deque<Directory> open = new ArrayDeque<>(fields.chain());
        while (!open.isEmpty() && all.size() < MAX_DIRECTORIES) {
            var directory = open.removeFirst();
            all.add(directory);
            var children = directory.field(SUB_DIRECTORIES);
            for (int i = 0;
                    children.isPresent()
                            && i < Math.min(MAX_CHILDREN, children.get().count());
                    i++) {
                long at = children.get().number(i).orElse(0L);
                if (at > 0 && seen.add(at) && seen.size() <= MAX_DIRECTORIES) {
                    open.addLast(fields.directoryAt(at));
                }
            }
        }
        return all;
    }

    private boolean isRaw() throws IOException {
        if (TiffFields.of(source).isEmpty()) {
            return true;
        }
        var mark = source.read(8, 2);
        boolean canon = mark.length == 2 && mark[0] == 'C' && mark[1] == 'R';
        return canon
                || directories.stream()
                        .anyMatch(directory -> directory.field(DNG_VERSION).isPresent() || isOfSensor(directory));
    }

    private static boolean isOfSensor(Directory directory) {
        return directory.number(PHOTOMETRIC).filter(SENSOR::contains).isPresent();
    }

    private RawContent content() throws IOException {
        var jpegs = new ArrayList<Extent>();
        for (var directory : directories) {
            add(jpegs, directory.number(JPEG_OFFSET), directory.number(JPEG_LENGTH));
            boolean oneStrip = directory
                    .field(STRIP_OFFSETS)
                    .filter(field -> field.count() == 1)
                    .isPresent();
            boolean jpeg = directory
                    .number(COMPRESSION)
                    .filter(JPEG_COMPRESSIONS::contains)
                    .isPresent();
            if (oneStrip && jpeg && !isOfSensor(directory)) {
                add(jpegs, directory.number(STRIP_OFFSETS), directory.number(STRIP_LENGTHS));
            }
            Optional.ofNullable(directory.extents().get(PANASONIC_JPEG)).ifPresent(jpegs::add);
        }
        if (directories.isEmpty()) {
            return new RawContent(jpegs, Optional.empty());
        }
        var main = directories.getFirst();
        var exif = fields.pointedBy(main, EXIF);
        var note = exif.flatMap(
                directory -> Optional.ofNullable(directory.extents().get(MAKER_NOTE)));
        if (note.isPresent()) {
            addOlympus(jpegs, note.get());
        }
        return new RawContent(
                jpegs, Optional.of(new Exif(Optional.of(main), exif, fields.pointedBy(main, GPS), Optional.empty())));
    }

    private static void add(List<Extent> jpegs, Optional<Long> offset, Optional<Long> length) {
        if (offset.isPresent() && length.isPresent()) {
            jpegs.add(new Extent(offset.get(), length.get()));
        }
    }

    /// Olympus' notes have offsets of their own, from where they begin.
    private void addOlympus(List<Extent> jpegs, Extent note) throws IOException {
        var head = new String(source.read(note.offset(), 16), StandardCharsets.ISO_8859_1);
        int orderAt = head.startsWith("OLYMPUS\0") ? 8 : head.startsWith("OM SYSTEM\0") ? 12 : -1;
        if (orderAt < 0 || head.length() < 16) {
            return;
        }
        var order = head.charAt(orderAt) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        var notes = TiffFields.inOrder(ByteSource.part(source, note.offset(), source.size() - note.offset()), order);
        var directory = notes.directoryAt(orderAt + 4L);
        var settingsAt = directory
                .number(OLYMPUS_SETTINGS)
                .or(() -> Optional.ofNullable(directory.extents().get(OLYMPUS_SETTINGS))
                        .map(Extent::offset));
        if (settingsAt.isPresent()) {
            var settings = notes.directoryAt(settingsAt.get());
            add(
                    jpegs,
                    settings.number(OLYMPUS_PREVIEW_OFFSET).map(offset -> note.offset() + offset),
                    settings.number(OLYMPUS_PREVIEW_LENGTH));
        }
    }
}
