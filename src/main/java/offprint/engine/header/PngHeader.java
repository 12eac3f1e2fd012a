package offprint.engine.header;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import offprint.cancel.CancelledException;
import offprint.engine.EngineFailure;
import offprint.engine.EngineProblem;
import offprint.engine.Poll;
import offprint.image.ImageFormat;
import offprint.image.PixelSize;

/// Reads a PNG's chunks (PNG third edition, W3C).
final class PngHeader {

    private static final int MAX_CHUNK_BYTES = 4 << 20;
    private static final int MAX_PROFILE_BYTES = 8 << 20;
    private static final int MAX_CHUNKS_BEFORE_PIXELS = 10_000;

    private PngHeader() {}

    static Header read(ByteSource source) throws IOException, EngineProblem {
        var start = ByteBuffer.wrap(source.read(0, 33));
        if (start.remaining() < 33) {
            throw new EngineProblem(new EngineFailure.TruncatedSource("its header is cut"));
        }
        int width = start.getInt(16);
        int height = start.getInt(20);
        int bits = start.get(24);
        int colour = start.get(25);
        if (start.getInt(12) != name("IHDR") || width < 1 || height < 1 || bands(colour) == 0) {
            throw new EngineProblem(new EngineFailure.DamagedSource("its header contradicts itself"));
        }
        if (start.getInt(29) != crcOf(source.read(12, 17))) {
            throw new EngineProblem(new EngineFailure.DamagedSource("the checksum of its header is wrong"));
        }
        var size = new PixelSize(width, height);
        var header = Header.of(ImageFormat.PNG, size, bands(colour), bits, colour >= 4, 1);
        return withChunks(source, header);
    }

    private static Header withChunks(ByteSource source, Header plain) throws IOException {
        var header = plain;
        long at = 33;
        for (int i = 0; i < MAX_CHUNKS_BEFORE_PIXELS && at + 12 <= source.size(); i++) {
            var head = ByteBuffer.wrap(source.read(at, 8));
            int length = head.getInt();
            int type = head.getInt();
            if (length < 0 || type == name("IEND")) {
                break;
            }
            if (length <= MAX_CHUNK_BYTES) {
                if (type == name("eXIf")) {
                    header = header.withExif(Optional.of(source.read(at + 8, length)));
                } else if (type == name("iCCP")) {
                    header = header.withIcc(inflated(source.read(at + 8, length)), List.of());
                } else if (type == name("tRNS")) {
                    header = withTransparency(header);
                } else if (type == name("acTL") && length >= 8) {
                    header = withFrames(
                            header, ByteBuffer.wrap(source.read(at + 8, 4)).getInt());
                }
            }
            at += 12L + length;
        }
        return header;
    }

    private static Header withTransparency(Header header) {
        return Header.of(header.format(), header.size(), header.bands(), header.bitsPerSample(), true, header.frames())
                .withExif(header.exif())
                .withIcc(header.icc(), List.of());
    }

    private static Header withFrames(Header header, int frames) {
        return Header.of(
                        header.format(),
                        header.size(),
                        header.bands(),
                        header.bitsPerSample(),
                        header.hasAlpha(),
                        Math.max(1, frames))
                .withExif(header.exif())
                .withIcc(header.icc(), List.of());
    }

    /// Checks what the JDK's reader does not: that every critical chunk is whole, ends the file and has its checksum.
    static void requireWhole(ByteSource source, Poll poll) throws IOException, EngineProblem, CancelledException {
        long at = 8;
        boolean pixels = false;
        while (at + 12 <= source.size()) {
            poll.check();
            var head = ByteBuffer.wrap(source.read(at, 8));
            int length = head.getInt();
            int type = head.getInt();
            if (length < 0) {
                throw new EngineProblem(new EngineFailure.DamagedSource("a chunk has an impossible length"));
            }
            if (at + 12 + length > source.size()) {
                throw new EngineProblem(new EngineFailure.TruncatedSource("a chunk is cut"));
            }
            boolean critical = (type & 0x2000_0000) == 0;
            if (critical && checksum(source, at + 4, 4L + length, poll) != storedCrc(source, at + 8 + length)) {
                throw new EngineProblem(new EngineFailure.DamagedSource("the checksum of a chunk is wrong"));
            }
            pixels |= type == name("IDAT");
            if (type == name("IEND")) {
                if (!pixels) {
                    throw new EngineProblem(new EngineFailure.DamagedSource("it has no pixels"));
                }
                return;
            }
            at += 12L + length;
        }
        throw new EngineProblem(new EngineFailure.TruncatedSource("its end is missing"));
    }

    private static int checksum(ByteSource source, long from, long length, Poll poll)
            throws IOException, CancelledException {
        var crc = new CRC32();
        long left = length;
        long at = from;
        while (left > 0) {
            poll.check();
            var part = source.read(at, (int) Math.min(left, 1 << 20));
            crc.update(part);
            at += part.length;
            left -= Math.max(1, part.length);
        }
        return (int) crc.getValue();
    }

    private static int storedCrc(ByteSource source, long at) throws IOException {
        return ByteBuffer.wrap(source.read(at, 4)).getInt();
    }

    private static int crcOf(byte[] bytes) {
        var crc = new CRC32();
        crc.update(bytes);
        return (int) crc.getValue();
    }

    /// The profile of an iCCP chunk, or nothing when it is broken or inflates to more than any profile needs.
    private static Optional<byte[]> inflated(byte[] chunk) {
        int nameEnd = 0;
        while (nameEnd < chunk.length && nameEnd < 80 && chunk[nameEnd] != 0) {
            nameEnd++;
        }
        if (nameEnd + 2 >= chunk.length) {
            return Optional.empty();
        }
        var inflater = new Inflater();
        try {
            inflater.setInput(chunk, nameEnd + 2, chunk.length - nameEnd - 2);
            var out = new java.io.ByteArrayOutputStream();
            var part = new byte[16_384];
            while (!inflater.finished() && out.size() < MAX_PROFILE_BYTES) {
                int count = inflater.inflate(part);
                if (count == 0) {
                    return Optional.empty();
                }
                out.write(part, 0, count);
            }
            return inflater.finished() ? Optional.of(out.toByteArray()) : Optional.empty();
        } catch (DataFormatException broken) {
            return Optional.empty();
        } finally {
            inflater.end();
        }
    }

    private static int bands(int colour) {
        return switch (colour) {
            case 0 -> 1;
            case 2, 3 -> 3;
            case 4 -> 2;
            case 6 -> 4;
            default -> 0;
        };
    }

    private static int name(String chunk) {
        return ByteBuffer.wrap(chunk.getBytes(StandardCharsets.US_ASCII)).getInt();
    }
}
