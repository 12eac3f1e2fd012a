package offprint.engine.header;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// A colour profile's own name: its `desc` tag (ICC.1:2001-04 6.5.17 and ICC.1:2022 10.15).
final class IccName {

    private static final int MAX_TAGS = 200;

    private IccName() {}

    static Optional<String> of(byte[] profile) {
        var buffer = ByteBuffer.wrap(profile);
        if (profile.length < 132) {
            return Optional.empty();
        }
        int tags = Math.clamp(buffer.getInt(128), 0, MAX_TAGS);
        for (int i = 0; i < tags && 132 + i * 12 + 12 <= profile.length; i++) {
            int entry = 132 + i * 12;
            long at = buffer.getInt(entry + 4) & 0xFFFF_FFFFL;
            long length = buffer.getInt(entry + 8) & 0xFFFF_FFFFL;
            if (buffer.getInt(entry) == 0x64657363 && length > 12 && at + length <= profile.length) {
                return text(buffer.slice((int) at, (int) length)).filter(name -> !name.isEmpty());
            }
        }
        return Optional.empty();
    }

    private static Optional<String> text(ByteBuffer tag) {
        try {
            if (tag.getInt(0) == 0x6D6C7563) {
                var bytes = new byte[Math.clamp(tag.getInt(20), 0, 1_024)];
                tag.get(tag.getInt(24), bytes);
                return Optional.of(new String(bytes, StandardCharsets.UTF_16BE).strip());
            }
            var bytes = new byte[Math.clamp(tag.getInt(8) - 1L, 0, 1_024)];
            tag.get(12, bytes);
            return Optional.of(new String(bytes, StandardCharsets.ISO_8859_1).strip());
        } catch (IndexOutOfBoundsException | BufferUnderflowException broken) {
            return Optional.empty();
        }
    }
}
