package offprint.engine.vips;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import offprint.engine.DamagedPhotos;
import offprint.image.PixelSize;
import offprint.recipe.Encoding;
import offprint.recipe.MetadataPolicy;

/// What a [CodecProcess] is asked to do, and its form on the way there.
sealed interface CodecRequest {

    int SIGN = 0x4F_43_50_32;
    int NONE = -1;

    /// To encode pixels of eight bits a sample.
    ///
    /// @param pixels the file that begins with them; absolute
    /// @param encoding AVIF, JPEG or WebP
    /// @param file where to write; absolute
    record Encode(Raster raster, Path pixels, Encoding encoding, Saving.Beside beside, Path file)
            implements CodecRequest {

        @Override
        public void write(DataOutputStream out) throws IOException {
            out.writeInt(SIGN);
            out.writeByte('E');
            raster.write(out);
            writeText(out, pixels.toString());
            write(encoding, out);
            writeBlock(out, beside.exif());
            writeBlock(out, beside.icc());
            writeText(out, file.toString());
        }

        private static Encode read(DataInputStream in) throws IOException {
            var raster = Raster.read(in);
            var pixels = Path.of(readText(in));
            var encoding = readEncoding(in);
            return new Encode(
                    raster, pixels, encoding, new Saving.Beside(readBlock(in), readBlock(in)), Path.of(readText(in)));
        }

        private static void write(Encoding encoding, DataOutputStream out) throws IOException {
            switch (encoding) {
                case Encoding.Avif avif -> {
                    out.writeByte('A');
                    out.writeInt(avif.qualityPercent());
                    out.writeInt(avif.effort());
                }
                case Encoding.Jpeg jpeg -> {
                    out.writeByte('J');
                    out.writeInt(jpeg.qualityPercent());
                    out.writeBoolean(jpeg.progressive());
                    out.writeUTF(jpeg.chroma().name());
                    out.writeBoolean(jpeg.mozjpeg());
                }
                case Encoding.Webp webp -> {
                    out.writeByte('W');
                    out.writeInt(webp.qualityPercent());
                    out.writeBoolean(webp.lossless());
                }
                case Encoding.Png png -> throw new IllegalArgumentException("a PNG can be stopped in place");
                case Encoding.Tiff tiff -> throw new IllegalArgumentException("a TIFF can be stopped in place");
            }
        }

        private static Encoding readEncoding(DataInputStream in) throws IOException {
            int kind = in.readByte();
            return switch (kind) {
                case 'A' -> new Encoding.Avif(in.readInt(), in.readInt());
                case 'J' ->
                    new Encoding.Jpeg(
                            in.readInt(), in.readBoolean(), Encoding.Chroma.valueOf(in.readUTF()), in.readBoolean());
                case 'W' -> new Encoding.Webp(in.readInt(), in.readBoolean());
                default -> throw new IOException("expected an encoding but received " + kind);
            };
        }
    }

    /// To decode a photo, as [Decoding#decode] does it; its pixels are the answer.
    ///
    /// @param source absolute
    record Decode(Path source, Decoding.Wish wish, DamagedPhotos damaged) implements CodecRequest {

        @Override
        public void write(DataOutputStream out) throws IOException {
            out.writeInt(SIGN);
            out.writeByte('D');
            writeText(out, source.toString());
            out.writeInt(wish.size().widthPx());
            out.writeInt(wish.size().heightPx());
            out.writeBoolean(wish.metadata().keeps(MetadataPolicy.Group.PROFILE));
            out.writeUTF(wish.depth().name());
            out.writeDouble(wish.margin());
            out.writeInt(wish.threads());
            out.writeUTF(damaged.name());
        }

        private static Decode read(DataInputStream in) throws IOException {
            var source = Path.of(readText(in));
            var size = new PixelSize(in.readInt(), in.readInt());
            var policy = in.readBoolean() ? MetadataPolicy.STRIP : new MetadataPolicy(Set.of());
            var wish = new Decoding.Wish(
                    size, policy, Decoding.Depth.valueOf(in.readUTF()), in.readDouble(), in.readInt());
            return new Decode(source, wish, DamagedPhotos.valueOf(in.readUTF()));
        }
    }

    void write(DataOutputStream out) throws IOException;

    /// @return empty when nobody asks any more
    /// @throws IOException when what comes is no request
    static Optional<CodecRequest> read(DataInputStream in) throws IOException {
        int sign;
        try {
            sign = in.readInt();
        } catch (EOFException over) {
            return Optional.empty();
        }
        if (sign != SIGN) {
            throw new IOException("expected a request but received " + Integer.toHexString(sign));
        }
        int kind = in.readByte();
        return Optional.of(
                switch (kind) {
                    case 'E' -> Encode.read(in);
                    case 'D' -> Decode.read(in);
                    default -> throw new IOException("expected a request but received " + kind);
                });
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
