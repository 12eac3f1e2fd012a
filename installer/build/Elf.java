import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Which libraries a 64-bit little-endian ELF file asks the system for; read from its dynamic section, so that no
/// other program is needed to tell. Layout: the System V ABI, chapters 4 and 5.
final class Elf {

    private static final int MAGIC = 0x464C457F;
    private static final int CLASS_64_LITTLE = 0x0102;
    private static final int DYNAMIC_SECTION = 6;
    private static final long NEEDED = 1;

    private Elf() {}

    static boolean isElf(Path file) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) < 64) {
            return false;
        }
        try (var channel = FileChannel.open(file)) {
            var head = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
            channel.read(head, 0);
            return head.getInt(0) == MAGIC && head.getShort(4) == CLASS_64_LITTLE;
        }
    }

    /// @return the names, such as `libgtk-3.so.0`, in the file's order
    static List<String> needed(Path file) throws IOException {
        var bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        int sections = Math.toIntExact(bytes.getLong(40));
        int size = bytes.getShort(58);
        int count = bytes.getShort(60);
        var names = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            int section = sections + i * size;
            if (bytes.getInt(section + 4) == DYNAMIC_SECTION) {
                int start = Math.toIntExact(bytes.getLong(section + 24));
                int length = Math.toIntExact(bytes.getLong(section + 32));
                int strings = Math.toIntExact(bytes.getLong(sections + bytes.getInt(section + 40) * size + 24));
                for (int at = start; at < start + length; at += 16) {
                    if (bytes.getLong(at) == NEEDED) {
                        names.add(text(bytes, strings + Math.toIntExact(bytes.getLong(at + 8))));
                    }
                }
            }
        }
        return names;
    }

    private static String text(ByteBuffer bytes, int start) {
        int end = start;
        while (bytes.get(end) != 0) {
            end++;
        }
        return new String(bytes.array(), start, end - start, StandardCharsets.US_ASCII);
    }
}
