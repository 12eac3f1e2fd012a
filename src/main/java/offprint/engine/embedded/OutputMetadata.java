package offprint.engine.embedded;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import offprint.image.ExifBlock;

/// What is written beside the pixels, and how each container holds it. Nothing else of the source gets there.
///
/// @param exif the kept groups; empty when there is nothing to keep
/// @param icc the profile that the pixels are in; empty for sRGB
@SuppressWarnings("ArrayRecordComponent") // never compared
record OutputMetadata(Optional<ExifBlock> exif, Optional<byte[]> icc) {

    static final OutputMetadata NONE = new OutputMetadata(Optional.empty(), Optional.empty());

    /// Profile bytes that fit into one APP2 segment: 65 535 less the length, the identifier and the two counters.
    private static final int ICC_PART_BYTES = 65_535 - 2 - 12 - 2;

    private static final int MAX_ICC_PARTS = 255;

    OutputMetadata withoutProfile() {
        return new OutputMetadata(exif, Optional.empty());
    }

    /// EXIF as APP1, the profile as one APP2 or more (ICC.1:2022, annex B.4).
    byte[] jpegSegments() {
        var out = new ByteArrayOutputStream();
        exif.ifPresent(block -> out.writeBytes(block.toJpegSegment()));
        icc.ifPresent(profile -> {
            int parts = Math.ceilDiv(profile.length, ICC_PART_BYTES);
            for (int part = 0; part < parts && parts <= MAX_ICC_PARTS; part++) {
                int from = part * ICC_PART_BYTES;
                int length = Math.min(ICC_PART_BYTES, profile.length - from);
                var head = ByteBuffer.allocate(18);
                head.put((byte) 0xFF).put((byte) 0xE2).putShort((short) (16 + length));
                head.put("ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII));
                head.put((byte) (part + 1)).put((byte) parts);
                out.writeBytes(head.array());
                out.write(profile, from, length);
            }
        });
        return out.toByteArray();
    }

    /// The profile as iCCP, EXIF as eXIf.
    byte[] pngChunks() {
        var out = new ByteArrayOutputStream();
        icc.ifPresent(profile -> {
            var chunk = new ByteArrayOutputStream();
            chunk.writeBytes("ICC profile\0\0".getBytes(StandardCharsets.US_ASCII));
            chunk.writeBytes(deflated(profile));
            out.writeBytes(pngChunk("iCCP", chunk.toByteArray()));
        });
        exif.ifPresent(block -> out.writeBytes(pngChunk("eXIf", block.toBytes())));
        return out.toByteArray();
    }

    private static byte[] pngChunk(String name, byte[] content) {
        var chunk = ByteBuffer.allocate(12 + content.length).putInt(content.length);
        chunk.put(name.getBytes(StandardCharsets.US_ASCII)).put(content);
        var crc = new CRC32();
        crc.update(chunk.array(), 4, 4 + content.length);
        return chunk.putInt((int) crc.getValue()).array();
    }

    private static byte[] deflated(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        var deflater = new Deflater();
        try (var deflating = new DeflaterOutputStream(out, deflater)) {
            deflating.write(bytes);
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        } finally {
            deflater.end();
        }
        return out.toByteArray();
    }

    /// A plain WebP in the extended form that holds a profile and EXIF (RFC 9649, 2.7).
    ///
    /// @param plain a whole WebP of one picture
    byte[] webp(byte[] plain, int width, int height, boolean alpha) {
        if (exif.isEmpty() && icc.isEmpty()) {
            return plain;
        }
        var out = new ByteArrayOutputStream();
        int flags = (icc.isPresent() ? 0x20 : 0) | (alpha ? 0x10 : 0) | (exif.isPresent() ? 0x08 : 0);
        var extended = ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN);
        extended.putInt(flags);
        put24(extended, width - 1);
        put24(extended, height - 1);
        riffChunk(out, "VP8X", extended.array());
        icc.ifPresent(profile -> riffChunk(out, "ICCP", profile));
        var source = ByteBuffer.wrap(plain).order(ByteOrder.LITTLE_ENDIAN);
        int at = 12;
        while (at + 8 <= plain.length) {
            int length = source.getInt(at + 4);
            int whole = Math.min(plain.length - at, 8 + length + (length & 1));
            if (plain[at + 3] != 'X') {
                out.write(plain, at, whole);
            }
            at += whole;
        }
        exif.ifPresent(block -> riffChunk(out, "EXIF", block.toBytes()));
        var head = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
        head.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(4 + out.size());
        head.put("WEBP".getBytes(StandardCharsets.US_ASCII));
        var file = new ByteArrayOutputStream();
        file.writeBytes(head.array());
        file.writeBytes(out.toByteArray());
        return file.toByteArray();
    }

    private static void put24(ByteBuffer buffer, int value) {
        buffer.put((byte) value).put((byte) (value >> 8)).put((byte) (value >> 16));
    }

    private static void riffChunk(ByteArrayOutputStream out, String name, byte[] content) {
        var head = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        head.put(name.getBytes(StandardCharsets.US_ASCII)).putInt(content.length);
        out.writeBytes(head.array());
        out.writeBytes(content);
        if ((content.length & 1) == 1) {
            out.write(0);
        }
    }
}
