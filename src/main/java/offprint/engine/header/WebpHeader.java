package offprint.engine.header;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import offprint.engine.EngineFailure;
import offprint.engine.EngineProblem;
import offprint.image.ImageFormat;
import offprint.image.PixelSize;

/// Reads a WebP's RIFF chunks (RFC 9649).
final class WebpHeader {

    private static final int MAX_CHUNKS = 20_000;
    private static final int MAX_CHUNK_BYTES = 8 << 20;

    private final ByteSource source;
    private Optional<PixelSize> size = Optional.empty();
    private Optional<byte[]> exif = Optional.empty();
    private Optional<byte[]> icc = Optional.empty();
    private boolean alpha;
    private int frames;

    private WebpHeader(ByteSource source) {
        this.source = source;
    }

    static Header read(ByteSource source) throws IOException, EngineProblem {
        return new WebpHeader(source).read();
    }

    /// Fails when the file is shorter than its header says.
    static void requireWhole(ByteSource source) throws IOException, EngineProblem {
        long claimed = (littleEndian(source.read(4, 4)).getInt() & 0xFFFF_FFFFL) + 8;
        if (claimed > source.size()) {
            throw new EngineProblem(new EngineFailure.TruncatedSource(
                    "its header says " + claimed + " bytes but it has " + source.size()));
        }
    }

    private Header read() throws IOException, EngineProblem {
        long at = 12;
        for (int i = 0; i < MAX_CHUNKS && at + 8 <= source.size(); i++) {
            var head = littleEndian(source.read(at, 8));
            int type = head.getInt();
            long length = head.getInt() & 0xFFFF_FFFFL;
            take(type, at + 8, length);
            at += 8 + length + (length & 1);
        }
        if (size.isEmpty()) {
            throw new EngineProblem(new EngineFailure.DamagedSource("it has no picture"));
        }
        return Header.of(ImageFormat.WEBP, size.get(), alpha ? 4 : 3, 8, alpha, Math.max(1, frames))
                .withExif(exif)
                .withIcc(icc, List.of());
    }

    private void take(int type, long at, long length) throws IOException, EngineProblem {
        if (type == name("VP8X") && length >= 10) {
            var chunk = littleEndian(source.read(at, 10));
            alpha = (chunk.get(0) & 0x10) != 0;
            setSize((chunk.getInt(4) & 0xFF_FFFF) + 1, ((chunk.getInt(6) >>> 8) & 0xFF_FFFF) + 1);
        } else if (type == name("VP8 ") && size.isEmpty()) {
            var chunk = littleEndian(source.read(at, 10));
            if (chunk.remaining() < 10) {
                throw new EngineProblem(new EngineFailure.TruncatedSource("its header is cut"));
            }
            setSize(chunk.getShort(6) & 0x3FFF, chunk.getShort(8) & 0x3FFF);
        } else if (type == name("VP8L") && size.isEmpty()) {
            var chunk = littleEndian(source.read(at, 5));
            if (chunk.remaining() < 5) {
                throw new EngineProblem(new EngineFailure.TruncatedSource("its header is cut"));
            }
            int bits = chunk.getInt(1);
            alpha = (bits >>> 28 & 1) != 0;
            setSize((bits & 0x3FFF) + 1, (bits >>> 14 & 0x3FFF) + 1);
        } else if (type == name("ANMF")) {
            frames++;
        } else if (type == name("EXIF") && length <= MAX_CHUNK_BYTES) {
            exif = Optional.of(withoutPrefix(source.read(at, (int) length)));
        } else if (type == name("ICCP") && length <= MAX_CHUNK_BYTES) {
            icc = Optional.of(source.read(at, (int) length));
        }
    }

    private void setSize(int width, int height) throws EngineProblem {
        if (width < 1 || height < 1) {
            throw new EngineProblem(
                    new EngineFailure.DamagedSource("its header says " + width + " × " + height + " px"));
        }
        size = Optional.of(new PixelSize(width, height));
    }

    /// Some writers put JPEG's `Exif\0\0` before the block.
    private static byte[] withoutPrefix(byte[] block) {
        return block.length > 6 && block[0] == 'E' && block[1] == 'x'
                ? java.util.Arrays.copyOfRange(block, 6, block.length)
                : block;
    }

    private static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int name(String chunk) {
        return littleEndian(chunk.getBytes(StandardCharsets.US_ASCII)).getInt();
    }
}
