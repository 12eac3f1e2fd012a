package offprint.bench;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// A colour profile of the Adobe RGB (1998) space, made of its published numbers, for photos to measure with.
///
/// The layout is that of ICC.1:2001-04 (version 2.4): a header of 128 bytes, a table of tags, the tags' data, all big
/// endian. The primaries are adapted to D50, as the profile connection space wants them.
final class AdobeRgb {

    private static final int HEADER = 128;
    private static final int VERSION = 0x02400000;
    private static final double[] D50 = {0.9642, 1.0, 0.8249};
    /// Adobe RGB's gamma as the specification writes it, 2 + 51/256, in a `u8Fixed8Number`.
    private static final int GAMMA = 0x0233;

    private static final byte[] IDENTIFIER = "ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII);

    private AdobeRgb() {}

    private record Tag(String signature, ByteBuffer data) {}

    /// The profile's bytes.
    static byte[] profile() {
        var tags = List.of(
                new Tag("desc", description("Compatible with Adobe RGB (1998)")),
                new Tag("cprt", element("text", 8 + 7).put(ascii("CC0 1.0"))),
                new Tag("wtpt", xyz(D50)),
                new Tag("rXYZ", xyz(0.60974, 0.31111, 0.01947)),
                new Tag("gXYZ", xyz(0.20528, 0.62567, 0.06087)),
                new Tag("bXYZ", xyz(0.14919, 0.06322, 0.74457)),
                new Tag("rTRC", gamma()),
                new Tag("gTRC", gamma()),
                new Tag("bTRC", gamma()));
        int begin = HEADER + 4 + 12 * tags.size();
        int size = begin
                + tags.stream().mapToInt(tag -> padded(tag.data.capacity())).sum();
        var bytes = ByteBuffer.allocate(size);
        header(bytes, size);
        bytes.position(HEADER);
        bytes.putInt(tags.size());
        int at = begin;
        for (var tag : tags) {
            bytes.put(ascii(tag.signature)).putInt(at).putInt(tag.data.capacity());
            bytes.put(at, tag.data, 0, tag.data.capacity());
            at += padded(tag.data.capacity());
        }
        return bytes.array();
    }

    /// The same JPEG with the profile in an APP2 segment right behind its first marker; one that carries a profile
    /// stays as it is.
    static byte[] embeddedIn(byte[] jpeg) {
        if (carriesProfile(jpeg)) {
            return jpeg;
        }
        var profile = profile();
        var out = new ByteArrayOutputStream(jpeg.length + profile.length + 18);
        out.write(jpeg, 0, 2);
        out.writeBytes(ByteBuffer.allocate(4)
                .putShort((short) 0xFFE2)
                .putShort((short) (2 + IDENTIFIER.length + 2 + profile.length))
                .array());
        out.writeBytes(IDENTIFIER);
        out.write(1);
        out.write(1);
        out.writeBytes(profile);
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    /// Looks where profiles are: among the segments before the picture's data, of which each says its length.
    private static boolean carriesProfile(byte[] jpeg) {
        var bytes = ByteBuffer.wrap(jpeg);
        if (jpeg.length < 4 || bytes.getShort(0) != (short) 0xFFD8) {
            throw new IllegalArgumentException("expected a JPEG but received something else");
        }
        int at = 2;
        while (at + 4 <= jpeg.length && jpeg[at] == (byte) 0xFF && jpeg[at + 1] != (byte) 0xDA) {
            int end = at + 4 + IDENTIFIER.length;
            if (jpeg[at + 1] == (byte) 0xE2
                    && end <= jpeg.length
                    && Arrays.equals(jpeg, at + 4, end, IDENTIFIER, 0, IDENTIFIER.length)) {
                return true;
            }
            at += 2 + Short.toUnsignedInt(bytes.getShort(at + 2));
        }
        return false;
    }

    private static void header(ByteBuffer bytes, int size) {
        bytes.putInt(0, size).putInt(8, VERSION);
        bytes.put(12, ascii("mntrRGB XYZ "));
        bytes.putShort(24, (short) 2026).putShort(26, (short) 1).putShort(28, (short) 1);
        bytes.put(36, ascii("acsp"));
        bytes.position(68);
        putXyz(bytes, D50);
    }

    private static ByteBuffer description(String text) {
        // Behind the ASCII text: an empty Unicode text (8 bytes) and an empty Macintosh text (3 and 67 bytes).
        int length = text.length() + 1;
        return element("desc", 12 + length + 78).putInt(length).put(ascii(text));
    }

    private static ByteBuffer gamma() {
        return element("curv", 14).putInt(1).putShort((short) GAMMA);
    }

    private static ByteBuffer xyz(double... values) {
        var element = element("XYZ ", 20);
        putXyz(element, values);
        return element;
    }

    /// As `s15Fixed16Number`s.
    private static void putXyz(ByteBuffer bytes, double[] values) {
        for (double value : values) {
            bytes.putInt((int) Math.round(value * 65_536));
        }
    }

    /// A tag's data of so many bytes with its type signature, to be filled from byte 8 on.
    private static ByteBuffer element(String type, int bytes) {
        return ByteBuffer.allocate(bytes).put(ascii(type)).putInt(0);
    }

    private static int padded(int length) {
        return (length + 3) & ~3;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
