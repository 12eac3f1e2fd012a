package offprint.engine.vips;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;
import offprint.engine.header.ByteSource;
import offprint.engine.header.TiffFields;
import offprint.engine.header.TiffFields.Field;

/// Adds the fields of an EXIF block to a TIFF, since libvips writes none there: a new first directory stands at the end
/// of the file (TIFF 6.0 lets directories stand anywhere), with all fields of the old one, and the EXIF and GPS
/// directories before it. Pixels stay where they are.
final class TiffMetadata {

    private static final int EXIF_POINTER = 0x8769;
    private static final int GPS_POINTER = 0x8825;
    private static final int LONG = 4;
    private static final int IFD8 = 18;
    private static final int BIG_TIFF = 43;

    private final FileChannel channel;
    private final boolean big;

    private TiffMetadata(FileChannel channel, boolean big) {
        this.channel = channel;
        this.big = big;
    }

    /// @param file a little-endian TIFF or BigTIFF, as libtiff writes it on every system of ours
    /// @param exif a block without the `Exif\0\0` before it; what the file says of itself is not replaced by it
    static void add(Path file, byte[] exif) throws IOException {
        var block = TiffFields.of(ByteSource.of(exif)).orElseThrow();
        var kept = block.chain().getFirst();
        try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
                var source = ByteSource.of(file)) {
            var head = source.read(0, 4);
            if (head[0] != 'I') {
                throw new IllegalStateException("expected a little-endian TIFF");
            }
            var writer = new TiffMetadata(channel, head[2] == BIG_TIFF);
            var fields = new TreeMap<>(
                    TiffFields.of(source).orElseThrow().chain().getFirst().fields());
            kept.fields().forEach((tag, field) -> {
                if (tag != EXIF_POINTER && tag != GPS_POINTER) {
                    fields.putIfAbsent(tag, field);
                }
            });
            for (int pointer : new int[] {EXIF_POINTER, GPS_POINTER}) {
                var directory = block.pointedBy(kept, pointer);
                if (directory.isPresent()) {
                    fields.put(
                            pointer,
                            writer.pointer(writer.append(directory.get().fields())));
                }
            }
            writer.setFirst(writer.append(fields));
        }
    }

    /// Writes a directory and the values that do not fit into it at the end of the file.
    ///
    /// @return where it stands
    private long append(Map<Integer, Field> fields) throws IOException {
        int wordBytes = big ? 8 : 4;
        long at = (channel.size() + wordBytes - 1) / wordBytes * wordBytes;
        int headBytes = (big ? 8 : 2) + fields.size() * (big ? 20 : 12) + wordBytes;
        int valueBytes = fields.values().stream()
                .mapToInt(field -> outOfLine(field, wordBytes))
                .sum();
        var out = ByteBuffer.allocate(headBytes + valueBytes).order(ByteOrder.LITTLE_ENDIAN);
        if (big) {
            out.putLong(fields.size());
        } else {
            out.putShort((short) fields.size());
        }
        int valuesAt = headBytes;
        for (var entry : fields.entrySet()) {
            var field = entry.getValue();
            out.putShort(entry.getKey().shortValue()).putShort((short) field.type());
            putWord(out, field.count());
            int placeOfValue = out.position();
            var value = field.littleEndian();
            if (outOfLine(field, wordBytes) == 0) {
                out.put(value).position(placeOfValue + wordBytes);
            } else {
                putWord(out, at + valuesAt);
                out.put(valuesAt, value);
                valuesAt += outOfLine(field, wordBytes);
            }
        }
        write(out.clear(), at);
        return at;
    }

    /// Bytes behind the directory, so that the next value stands at a whole word.
    private static int outOfLine(Field field, int wordBytes) {
        int bytes = field.value().length;
        return bytes <= wordBytes ? 0 : (bytes + wordBytes - 1) / wordBytes * wordBytes;
    }

    private Field pointer(long at) {
        var word = ByteBuffer.allocate(big ? 8 : 4).order(ByteOrder.LITTLE_ENDIAN);
        putWord(word, at);
        return new Field(big ? IFD8 : LONG, ByteOrder.LITTLE_ENDIAN, word.array());
    }

    private void setFirst(long at) throws IOException {
        var word = ByteBuffer.allocate(big ? 8 : 4).order(ByteOrder.LITTLE_ENDIAN);
        putWord(word, at);
        write(word.flip(), big ? 8 : 4);
    }

    private void putWord(ByteBuffer out, long number) {
        if (big) {
            out.putLong(number);
        } else {
            out.putInt((int) number);
        }
    }

    private void write(ByteBuffer bytes, long at) throws IOException {
        for (long place = at; bytes.hasRemaining(); ) {
            place += channel.write(bytes, place);
        }
    }
}
