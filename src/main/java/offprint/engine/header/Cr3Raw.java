package offprint.engine.header;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import offprint.engine.header.TiffFields.Directory;
import offprint.engine.header.TiffFields.Extent;

/// Reads Canon's CR3, an ISO base media file (ISO/IEC 14496-12): the large JPEG is the one sample of a track, a smaller
/// one and the EXIF stand in boxes of Canon's own.
final class Cr3Raw {

    private static final int MAX_BOXES = 256;
    private static final int MAX_EXIF_BYTES = 1 << 20;

    /// Canon's boxes begin their JPEG within so many bytes.
    private static final int PREVIEW_HEAD_BYTES = 64;

    private static final byte[] METADATA = HexFormat.of().parseHex("85c0b687820f11e08111f4ce462b6a48");
    private static final byte[] PREVIEW = HexFormat.of().parseHex("eaf42b5e1c984b88b9fbb7dc406e4d16");
    private static final int UUID_BYTES = 16;

    private final ByteSource source;
    private final List<Extent> jpegs = new ArrayList<>();

    private Cr3Raw(ByteSource source) {
        this.source = source;
    }

    /// A box's type and where its content lies.
    private record Box(String type, long from, long to) {}

    /// Nothing when it is no CR3.
    static Optional<RawContent> read(ByteSource source) throws IOException {
        var head = new String(source.read(4, 8), StandardCharsets.ISO_8859_1);
        return head.equals("ftypcrx ") ? Optional.of(new Cr3Raw(source).content()) : Optional.empty();
    }

    private RawContent content() throws IOException {
        var top = boxes(0, source.size());
        Optional<Exif> exif = Optional.empty();
        for (var box : top) {
            if (box.type().equals("moov")) {
                exif = metadata(box);
                addTracks(box);
            } else if (isOwn(box, PREVIEW)) {
                // eight bytes that nobody explains stand before the box
                boxes(box.from() + UUID_BYTES + 8, box.to()).forEach(this::addPreview);
            }
        }
        return new RawContent(jpegs, exif);
    }

    private Optional<Exif> metadata(Box moov) throws IOException {
        for (var box : boxes(moov.from(), moov.to())) {
            if (isOwn(box, METADATA)) {
                var inside = boxes(box.from() + UUID_BYTES, box.to());
                inside.forEach(this::addPreview);
                return Optional.of(new Exif(
                        directory(inside, "CMT1"),
                        directory(inside, "CMT2"),
                        directory(inside, "CMT4"),
                        Optional.empty()));
            }
        }
        return Optional.empty();
    }

    /// Each is a TIFF structure of one directory.
    private Optional<Directory> directory(List<Box> boxes, String type) throws IOException {
        for (var box : boxes) {
            if (box.type().equals(type) && box.to() - box.from() <= MAX_EXIF_BYTES) {
                var fields = TiffFields.of(ByteSource.part(source, box.from(), box.to() - box.from()));
                if (fields.isPresent()) {
                    return fields.get().chain().stream().findFirst();
                }
            }
        }
        return Optional.empty();
    }

    private void addPreview(Box box) {
        if (box.type().equals("PRVW") || box.type().equals("THMB")) {
            jpegs.add(new Extent(box.from(), box.to() - box.from()));
        }
    }

    private void addTracks(Box moov) throws IOException {
        for (var track : boxes(moov.from(), moov.to())) {
            if (track.type().equals("trak")) {
                var table = inside(inside(inside(Optional.of(track), "mdia"), "minf"), "stbl");
                if (table.isPresent()) {
                    addFirstSample(boxes(table.get().from(), table.get().to()));
                }
            }
        }
    }

    private Optional<Box> inside(Optional<Box> parent, String type) throws IOException {
        return parent.isEmpty()
                ? Optional.empty()
                : boxes(parent.get().from(), parent.get().to()).stream()
                        .filter(box -> box.type().equals(type))
                        .findFirst();
    }

    /// `stsz`: version, size of all samples or 0, count, sizes. `co64` and `stco`: version, count, offsets.
    private void addFirstSample(List<Box> table) throws IOException {
        long bytes = 0;
        long offset = 0;
        for (var box : table) {
            var head = ByteBuffer.wrap(Arrays.copyOf(source.read(box.from(), 16), 16));
            switch (box.type()) {
                case "stsz" -> {
                    long each = head.getInt(4) & 0xFFFF_FFFFL;
                    bytes = each != 0 ? each : head.getInt(12) & 0xFFFF_FFFFL;
                }
                case "co64" -> offset = head.getLong(8);
                case "stco" -> offset = head.getInt(8) & 0xFFFF_FFFFL;
                default -> {
                    // of no use here
                }
            }
        }
        if (offset > 0 && bytes > 0) {
            jpegs.add(new Extent(offset, bytes));
        }
    }

    private boolean isOwn(Box box, byte[] identifier) throws IOException {
        return box.type().equals("uuid") && Arrays.equals(source.read(box.from(), UUID_BYTES), identifier);
    }

    private List<Box> boxes(long from, long to) throws IOException {
        var found = new ArrayList<Box>();
        long at = from;
        while (at + 8 <= to && found.size() < MAX_BOXES) {
            var head = ByteBuffer.wrap(Arrays.copyOf(source.read(at, 16), 16));
            long length = head.getInt(0) & 0xFFFF_FFFFL;
            var type = new String(head.array(), 4, 4, StandardCharsets.ISO_8859_1);
            int headBytes = length == 1 ? 16 : 8;
            if (length == 1) {
                length = head.getLong(8);
            } else if (length == 0) {
                length = to - at;
            }
            if (length < headBytes || length > to - at) {
                return found;
            }
            found.add(new Box(type, at + headBytes, at + length));
            at += length;
        }
        return found;
    }

    /// Where a JPEG really begins that is said to lie there; Canon's boxes have a head of their own before it.
    static Extent atItsStart(ByteSource source, Extent extent) throws IOException {
        var head = source.read(extent.offset(), PREVIEW_HEAD_BYTES);
        for (int at = 0; at + 2 < head.length; at++) {
            if ((head[at] & 0xFF) == 0xFF && (head[at + 1] & 0xFF) == 0xD8 && (head[at + 2] & 0xFF) == 0xFF) {
                return new Extent(extent.offset() + at, extent.bytes() - at);
            }
        }
        return extent;
    }
}
