package offprint.engine.header;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import offprint.engine.EngineFailure;
import offprint.engine.EngineProblem;
import offprint.image.ImageFormat;
import offprint.image.Orientation;
import offprint.image.PixelSize;

/// Reads the `meta` box of a HEIF file, which is the container of AVIF and HEIC (ISO/IEC 14496-12 and 23008-12): size,
/// turn, depth, alpha, colour profile and EXIF of its primary item.
final class HeifHeader {

    private static final int MAX_META_BYTES = 4 << 20;
    private static final int MAX_EXIF_BYTES = 1 << 20;
    private static final int MAX_BOXES = 64;

    private final ByteSource source;
    private final List<Box> boxes;
    private final List<Box> meta;
    private final int primary;

    /// A box's content, without its head.
    private record Box(int type, ByteBuffer content) {}

    private HeifHeader(ByteSource source, List<Box> boxes) throws EngineProblem {
        this.source = source;
        this.boxes = boxes;
        this.meta = inside(first(boxes, "meta").orElseThrow(() -> truncated("its header is missing")), 4);
        var pitm = first(meta, "pitm").orElseThrow(() -> damaged("it names no primary picture"));
        this.primary = pitm.get(0) == 0 ? pitm.getShort(4) & 0xFFFF : pitm.getInt(4);
    }

    static Header read(ByteSource source, ImageFormat sniffed) throws IOException, EngineProblem {
        try {
            return new HeifHeader(source, topLevel(source)).header(sniffed);
        } catch (IndexOutOfBoundsException | BufferUnderflowException | IllegalArgumentException broken) {
            throw new EngineProblem(new EngineFailure.DamagedSource("its header contradicts itself"), broken);
        }
    }

    private static List<Box> topLevel(ByteSource source) throws IOException, EngineProblem {
        var found = new ArrayList<Box>();
        long at = 0;
        for (int i = 0; i < MAX_BOXES && at + 8 <= source.size(); i++) {
            var head = ByteBuffer.wrap(source.read(at, 16));
            long length = head.getInt() & 0xFFFF_FFFFL;
            int type = head.getInt();
            int headBytes = length == 1 ? 16 : 8;
            if (length == 1) {
                length = head.getLong();
            } else if (length == 0) {
                length = source.size() - at;
            }
            if (length < headBytes) {
                throw damaged("a box has an impossible length");
            }
            boolean wanted = type == name("ftyp") || type == name("meta");
            if (wanted && length > MAX_META_BYTES) {
                throw damaged("its header is too long");
            }
            if (wanted) {
                var content = source.read(at + headBytes, (int) length - headBytes);
                if (content.length < length - headBytes) {
                    throw truncated("its header is cut");
                }
                found.add(new Box(type, ByteBuffer.wrap(content)));
            }
            at += length;
        }
        return found;
    }

    private Header header(ImageFormat sniffed) throws IOException, EngineProblem {
        var properties = propertiesOfPrimary();
        var ispe = first(properties, "ispe").orElseThrow(() -> damaged("it states no size"));
        var stored = first(properties, "clap").isPresent()
                ? cropped(first(properties, "clap").get())
                : new PixelSize(ispe.getInt(4), ispe.getInt(8));
        int bits = first(properties, "pixi").map(pixi -> (int) pixi.get(5)).orElse(8);
        boolean grey = first(properties, "pixi").map(pixi -> pixi.get(4) == 1).orElse(false);
        boolean alpha = hasAlpha();
        int bands = (grey ? 1 : 3) + (alpha ? 1 : 0);
        return Header.of(formatBy(sniffed), stored, bands, bits <= 8 ? 8 : 16, alpha, 1)
                .withExif(exif())
                .withIcc(profile(properties), List.of())
                .withTurned(orientation(properties));
    }

    /// The brand `mif1` says only that it is HEIF; the other brands say of which kind.
    private ImageFormat formatBy(ImageFormat sniffed) {
        var brands = first(boxes, "ftyp").orElse(ByteBuffer.allocate(0));
        boolean avif = sniffed == ImageFormat.AVIF;
        for (int at = 8; at + 4 <= brands.limit(); at += 4) {
            avif |= brands.getInt(at) == name("avif");
        }
        return avif ? ImageFormat.AVIF : ImageFormat.HEIC;
    }

    private static PixelSize cropped(ByteBuffer clap) {
        return new PixelSize(clap.getInt(0) / clap.getInt(4), clap.getInt(8) / clap.getInt(12));
    }

    /// Turned anticlockwise by `irot`, then mirrored by `imir`; [Orientation] mirrors first, then turns clockwise.
    private static Orientation orientation(List<Box> properties) {
        int anticlockwise =
                first(properties, "irot").map(irot -> irot.get(0) & 3).orElse(0) * 90;
        var mirror = first(properties, "imir").map(imir -> imir.get(0) & 1);
        int clockwise = Math.floorMod(mirror.isEmpty() ? -anticlockwise : anticlockwise, 360);
        if (mirror.isPresent() && mirror.get() == 0) {
            clockwise = (180 + anticlockwise) % 360;
        }
        for (var orientation : Orientation.values()) {
            if (orientation.clockwiseDegrees() == clockwise && orientation.isMirrored() == mirror.isPresent()) {
                return orientation;
            }
        }
        return Orientation.UPRIGHT;
    }

    private static Optional<byte[]> profile(List<Box> properties) {
        return all(properties, "colr").stream()
                .filter(colr -> colr.getInt(0) == name("prof") || colr.getInt(0) == name("rICC"))
                .findFirst()
                .map(colr -> bytes(colr.slice(4, colr.limit() - 4)));
    }

    private List<Box> propertiesOfPrimary() throws EngineProblem {
        var iprp = inside(first(meta, "iprp").orElseThrow(() -> damaged("it states no properties")), 0);
        var all = inside(first(iprp, "ipco").orElseThrow(() -> damaged("it states no properties")), 0);
        var properties = new ArrayList<Box>();
        for (var ipma : all(iprp, "ipma")) {
            boolean wideItems = ipma.get(0) > 0;
            boolean wideIndexes = (ipma.get(3) & 1) != 0;
            int entries = ipma.getInt(4);
            ipma.position(8);
            for (int i = 0; i < entries; i++) {
                int item = wideItems ? ipma.getInt() : ipma.getShort() & 0xFFFF;
                int count = ipma.get() & 0xFF;
                for (int n = 0; n < count; n++) {
                    int index = wideIndexes ? ipma.getShort() & 0x7FFF : ipma.get() & 0x7F;
                    if (item == primary && index >= 1 && index <= all.size()) {
                        properties.add(all.get(index - 1));
                    }
                }
            }
        }
        return properties;
    }

    /// Whether an auxiliary picture refers to the primary one and an alpha property is stated.
    private boolean hasAlpha() {
        var iprp = first(meta, "iprp").map(box -> inside(box, 0)).orElse(List.of());
        var auxiliaries =
                first(iprp, "ipco").map(box -> all(inside(box, 0), "auxC")).orElse(List.of());
        return first(meta, "iref").isPresent()
                && auxiliaries.stream()
                        .map(auxC -> new String(bytes(auxC), java.nio.charset.StandardCharsets.ISO_8859_1))
                        .anyMatch(text -> text.contains(":alpha") || text.contains("auxid:1"));
    }

    private Optional<byte[]> exif() throws IOException {
        var item = itemOfType("Exif");
        var iloc = first(meta, "iloc");
        if (item.isEmpty() || iloc.isEmpty()) {
            return Optional.empty();
        }
        var block = itemBytes(iloc.get(), item.get());
        if (block.length < 8) {
            return Optional.empty();
        }
        long skip = 4L + (ByteBuffer.wrap(block).getInt() & 0xFFFF_FFFFL);
        return skip < block.length
                ? Optional.of(java.util.Arrays.copyOfRange(block, (int) skip, block.length))
                : Optional.empty();
    }

    private Optional<Integer> itemOfType(String type) {
        var iinf = first(meta, "iinf");
        if (iinf.isEmpty()) {
            return Optional.empty();
        }
        for (var infe : all(inside(iinf.get(), iinf.get().get(0) == 0 ? 6 : 8), "infe")) {
            int version = infe.get(0);
            if (version == 2 && infe.getInt(8) == name(type)) {
                return Optional.of(infe.getShort(4) & 0xFFFF);
            }
            if (version == 3 && infe.getInt(10) == name(type)) {
                return Optional.of(infe.getInt(4));
            }
        }
        return Optional.empty();
    }

    /// The bytes of an item that lies in the file itself (construction method 0).
    private byte[] itemBytes(ByteBuffer iloc, int wanted) throws IOException {
        int version = iloc.get(0);
        int sizes = iloc.getShort(4);
        iloc.position(6);
        int items = version < 2 ? iloc.getShort() & 0xFFFF : iloc.getInt();
        for (int i = 0; i < items; i++) {
            int item = version < 2 ? iloc.getShort() & 0xFFFF : iloc.getInt();
            int method = version > 0 ? iloc.getShort() & 0xF : 0;
            iloc.getShort();
            long base = number(iloc, sizes >> 4 & 0xF);
            int extents = iloc.getShort() & 0xFFFF;
            var bytes = new ByteArrayOutputStream();
            for (int n = 0; n < extents; n++) {
                if (version > 0) {
                    number(iloc, sizes & 0xF);
                }
                long offset = number(iloc, sizes >> 12 & 0xF);
                long length = number(iloc, sizes >> 8 & 0xF);
                if (item == wanted && method == 0 && bytes.size() + length <= MAX_EXIF_BYTES) {
                    bytes.writeBytes(source.read(base + offset, (int) length));
                }
            }
            if (item == wanted) {
                return bytes.toByteArray();
            }
        }
        return new byte[0];
    }

    private static long number(ByteBuffer from, int width) {
        return switch (width) {
            case 4 -> from.getInt() & 0xFFFF_FFFFL;
            case 8 -> from.getLong();
            default -> 0;
        };
    }

    private static List<Box> inside(ByteBuffer parent, int from) {
        var found = new ArrayList<Box>();
        int at = from;
        while (at + 8 <= parent.limit()) {
            int length = parent.getInt(at);
            if (length < 8 || length > parent.limit() - at) {
                break;
            }
            found.add(new Box(parent.getInt(at + 4), parent.slice(at + 8, length - 8)));
            at += length;
        }
        return found;
    }

    private static Optional<ByteBuffer> first(List<Box> boxes, String type) {
        return all(boxes, type).stream().findFirst();
    }

    private static List<ByteBuffer> all(List<Box> boxes, String type) {
        Predicate<Box> wanted = box -> box.type() == name(type);
        return boxes.stream().filter(wanted).map(Box::content).toList();
    }

    private static byte[] bytes(ByteBuffer from) {
        var bytes = new byte[from.limit()];
        from.get(0, bytes);
        return bytes;
    }

    private static int name(String type) {
        return type.charAt(0) << 24 | type.charAt(1) << 16 | type.charAt(2) << 8 | type.charAt(3);
    }

    private static EngineProblem damaged(String detail) {
        return new EngineProblem(new EngineFailure.DamagedSource(detail));
    }

    private static EngineProblem truncated(String detail) {
        return new EngineProblem(new EngineFailure.TruncatedSource(detail));
    }
}
