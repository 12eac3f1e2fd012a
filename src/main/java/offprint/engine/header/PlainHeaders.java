package offprint.engine.header;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import offprint.engine.EngineFailure;
import offprint.engine.EngineProblem;
import offprint.image.ImageFormat;
import offprint.image.PixelSize;

/// Reads the headers of GIF, BMP and PSD, which have a fixed form.
final class PlainHeaders {

    private static final int MAX_GIF_BLOCKS = 100_000;

    private PlainHeaders() {}

    static Header gif(ByteSource source) throws IOException, EngineProblem {
        var head = start(source, 13).order(ByteOrder.LITTLE_ENDIAN);
        int width = head.getShort(6) & 0xFFFF;
        int height = head.getShort(8) & 0xFFFF;
        int flags = head.get(10);
        long at = 13 + tableBytes(flags);
        int frames = 0;
        boolean transparent = false;
        for (int i = 0; i < MAX_GIF_BLOCKS; i++) {
            var block = source.read(at, 10);
            if (block.length < 2 || block[0] == 0x3B) {
                break;
            }
            if (block[0] == 0x21) {
                transparent |= (block[1] & 0xFF) == 0xF9 && block.length > 3 && (block[3] & 1) != 0;
                at = afterSubBlocks(source, at + 2);
            } else if (block[0] == 0x2C && block.length == 10) {
                frames++;
                var frame = ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN);
                width = Math.max(width, (frame.getShort(1) & 0xFFFF) + (frame.getShort(5) & 0xFFFF));
                height = Math.max(height, (frame.getShort(3) & 0xFFFF) + (frame.getShort(7) & 0xFFFF));
                at = afterSubBlocks(source, at + 11 + tableBytes(block[9]));
            } else {
                break;
            }
        }
        return Header.of(ImageFormat.GIF, size(width, height), 3, 8, transparent, Math.max(1, frames));
    }

    static Header bmp(ByteSource source) throws IOException, EngineProblem {
        var head = start(source, 26).order(ByteOrder.LITTLE_ENDIAN);
        boolean old = head.getInt(14) == 12;
        int width = old ? head.getShort(18) & 0xFFFF : head.getInt(18);
        int height = old ? head.getShort(20) & 0xFFFF : head.getInt(22);
        var rest = source.read(28, 2);
        int bits = old ? head.getShort(24) : rest.length < 2 ? 24 : rest[0];
        var size = size(width, height == Integer.MIN_VALUE ? 0 : Math.abs(height));
        return Header.of(ImageFormat.BMP, size, bits == 32 ? 4 : 3, 8, bits == 32, 1);
    }

    static Header psd(ByteSource source) throws IOException, EngineProblem {
        var head = start(source, 26);
        int channels = head.getShort(12) & 0xFFFF;
        var size = size(head.getInt(18), head.getInt(14));
        int bits = Math.clamp(head.getShort(22) & 0xFFFF, 1, 32);
        return Header.of(ImageFormat.PSD, size, Math.clamp(channels, 1, 56), bits, channels == 4, 1);
    }

    private static ByteBuffer start(ByteSource source, int length) throws IOException, EngineProblem {
        var bytes = source.read(0, length);
        if (bytes.length < length) {
            throw new EngineProblem(new EngineFailure.TruncatedSource("its header is cut"));
        }
        return ByteBuffer.wrap(bytes);
    }

    private static PixelSize size(int width, int height) throws EngineProblem {
        if (width < 1 || height < 1) {
            throw new EngineProblem(
                    new EngineFailure.DamagedSource("its header says " + width + " × " + height + " px"));
        }
        return new PixelSize(width, height);
    }

    private static long tableBytes(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3L << ((flags & 7) + 1);
    }

    private static long afterSubBlocks(ByteSource source, long from) throws IOException {
        long at = from;
        while (at < source.size()) {
            var length = source.read(at, 1);
            if (length.length == 0) {
                return at;
            }
            at += 1L + (length[0] & 0xFF);
            if (length[0] == 0) {
                return at;
            }
        }
        return at;
    }
}
