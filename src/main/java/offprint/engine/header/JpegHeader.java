package offprint.engine.header;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import offprint.engine.EngineFailure;
import offprint.engine.EngineProblem;
import offprint.image.ImageFormat;
import offprint.image.PixelSize;

/// Reads a JPEG's segments up to its first scan (ITU-T T.81, annex B).
final class JpegHeader {

    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ICC = "ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII);

    private final ByteSource source;
    private final TreeMap<Integer, byte[]> iccParts = new TreeMap<>();
    private final List<Long> iccSegments = new ArrayList<>();
    private int iccTotal;
    private Optional<byte[]> exif = Optional.empty();
    private Optional<byte[]> frame = Optional.empty();

    private JpegHeader(ByteSource source) {
        this.source = source;
    }

    static Header read(ByteSource source) throws IOException, EngineProblem {
        return new JpegHeader(source).read();
    }

    private Header read() throws IOException, EngineProblem {
        long at = 2;
        while (true) {
            at = nextMarker(at);
            var head = source.read(at, 4);
            int marker = head.length < 2 ? -1 : head[1] & 0xFF;
            if (marker < 0 || marker == 0xD9) {
                throw new EngineProblem(new EngineFailure.TruncatedSource("it has no picture after its header"));
            }
            if (marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8)) {
                at += 2;
                continue;
            }
            if (marker == 0xDA) {
                return header();
            }
            if (head.length < 4) {
                throw new EngineProblem(new EngineFailure.TruncatedSource("its header is cut"));
            }
            int length = (head[2] & 0xFF) << 8 | (head[3] & 0xFF);
            if (length < 2) {
                throw new EngineProblem(new EngineFailure.DamagedSource("a segment of the header has no length"));
            }
            take(marker, at + 4, length - 2);
            at += 2L + length;
        }
    }

    /// The next marker at or after `at`; junk between segments is skipped, as every decoder does.
    private long nextMarker(long from) throws IOException {
        var first = source.read(from, 2);
        if (first.length == 2 && isMarker(first, 0)) {
            return from;
        }
        long at = from;
        while (at < source.size()) {
            var window = source.read(at, 4_096);
            for (int i = 0; i + 1 < window.length; i++) {
                if (isMarker(window, i)) {
                    return at + i;
                }
            }
            at += Math.max(1, window.length - 1);
        }
        return at;
    }

    private static boolean isMarker(byte[] bytes, int at) {
        int code = bytes[at + 1] & 0xFF;
        return (bytes[at] & 0xFF) == 0xFF && code != 0 && code != 0xFF;
    }

    private void take(int marker, long at, int length) throws IOException, EngineProblem {
        if (marker == 0xE1 && exif.isEmpty() && startsWith(at, EXIF)) {
            exif = Optional.of(source.read(at + EXIF.length, length - EXIF.length));
        } else if (marker == 0xE2 && length >= 14 && startsWith(at, ICC)) {
            var part = source.read(at, length);
            iccSegments.add(at);
            if (part.length == length) {
                iccParts.put(part[12] & 0xFF, Arrays.copyOfRange(part, 14, length));
                iccTotal = part[13] & 0xFF;
            }
        } else if (isFrame(marker) && frame.isEmpty()) {
            if (marker > 0xC2) {
                throw new EngineProblem(new EngineFailure.UnsupportedFormat(
                        "JPEG with lossless, hierarchical or arithmetic coding is not known."));
            }
            frame = Optional.of(source.read(at, length));
        }
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private boolean startsWith(long at, byte[] signature) throws IOException {
        return Arrays.equals(source.read(at, signature.length), signature);
    }

    private Header header() throws EngineProblem {
        var sof = frame.orElse(new byte[0]);
        if (sof.length < 6) {
            throw new EngineProblem(new EngineFailure.DamagedSource("it has no frame header"));
        }
        int height = (sof[1] & 0xFF) << 8 | (sof[2] & 0xFF);
        int width = (sof[3] & 0xFF) << 8 | (sof[4] & 0xFF);
        int components = sof[5] & 0xFF;
        if (width < 1 || height < 1 || components < 1 || components > 4) {
            throw new EngineProblem(new EngineFailure.DamagedSource(
                    "its header says " + width + " × " + height + " px of " + components + " components"));
        }
        var size = new PixelSize(width, height);
        return Header.of(ImageFormat.JPEG, size, components, sof[0] & 0xFF, false, 1)
                .withExif(exif)
                .withIcc(profile(), iccSegments);
    }

    private Optional<byte[]> profile() {
        if (iccTotal == 0 || iccParts.size() != iccTotal || iccParts.firstKey() != 1) {
            return Optional.empty();
        }
        var whole = new ByteArrayOutputStream();
        iccParts.values().forEach(whole::writeBytes);
        return Optional.of(whole.toByteArray());
    }
}
