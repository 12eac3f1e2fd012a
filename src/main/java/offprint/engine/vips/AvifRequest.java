package offprint.engine.vips;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import offprint.image.PixelSize;
import offprint.recipe.Encoding;

/// What an [AvifProcess] is asked to do, and its form on the way there. The pixels follow it: eight bits, rows without
/// padding.
///
/// @param file where to write; absolute
record AvifRequest(Picture picture, Encoding.Avif encoding, Saving.Beside beside, Path file) {

    private static final int SIGN = 0x4F_41_56_31;
    private static final int NONE = -1;

    /// What the pixels are.
    ///
    /// @param bands bytes a pixel, 1–4
    /// @param interpretation of the colours, in the numbers of libvips
    /// @param columnsPerMillimetre on paper, which libvips puts into the EXIF block
    /// @param rowsPerMillimetre as well
    record Picture(
            PixelSize size, int bands, int interpretation, double columnsPerMillimetre, double rowsPerMillimetre) {
        Picture {
            if (bands < 1 || bands > 4) {
                throw new IllegalArgumentException("expected 1 to 4 bands but received " + bands);
            }
        }

        /// @param image of eight bits a sample
        static Picture of(VipsImage image) {
            return new Picture(
                    image.size(),
                    image.bands(),
                    image.interpretation(),
                    image.columnsPerMillimetre(),
                    image.rowsPerMillimetre());
        }

        long bytes() {
            return size.pixels() * bands;
        }
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(SIGN);
        out.writeInt(picture.size().widthPx());
        out.writeInt(picture.size().heightPx());
        out.writeInt(picture.bands());
        out.writeInt(picture.interpretation());
        out.writeDouble(picture.columnsPerMillimetre());
        out.writeDouble(picture.rowsPerMillimetre());
        out.writeInt(encoding.qualityPercent());
        out.writeInt(encoding.effort());
        writeBlock(out, beside.exif());
        writeBlock(out, beside.icc());
        writeText(out, file.toString());
    }

    /// @return empty when nobody asks any more
    /// @throws IOException when what comes is no request
    static Optional<AvifRequest> read(DataInputStream in) throws IOException {
        int sign;
        try {
            sign = in.readInt();
        } catch (EOFException over) {
            return Optional.empty();
        }
        if (sign != SIGN) {
            throw new IOException("expected a request but received " + Integer.toHexString(sign));
        }
        var size = new PixelSize(in.readInt(), in.readInt());
        var picture = new Picture(size, in.readInt(), in.readInt(), in.readDouble(), in.readDouble());
        var encoding = new Encoding.Avif(in.readInt(), in.readInt());
        var beside = new Saving.Beside(readBlock(in), readBlock(in));
        return Optional.of(new AvifRequest(picture, encoding, beside, Path.of(readText(in))));
    }

    static void writeText(DataOutputStream out, String text) throws IOException {
        writeBlock(out, Optional.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    static String readText(DataInputStream in) throws IOException {
        return new String(readBlock(in).orElseThrow(EOFException::new), StandardCharsets.UTF_8);
    }

    private static void writeBlock(DataOutputStream out, Optional<byte[]> block) throws IOException {
        out.writeInt(block.map(bytes -> bytes.length).orElse(NONE));
        if (block.isPresent()) {
            out.write(block.get());
        }
    }

    private static Optional<byte[]> readBlock(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length == NONE) {
            return Optional.empty();
        }
        var bytes = new byte[length];
        in.readFully(bytes);
        return Optional.of(bytes);
    }
}
