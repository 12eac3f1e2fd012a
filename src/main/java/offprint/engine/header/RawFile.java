package offprint.engine.header;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import offprint.cancel.CancelledException;
import offprint.engine.EngineFailure;
import offprint.engine.EngineProblem;
import offprint.engine.Poll;
import offprint.engine.header.TiffFields.Extent;
import offprint.image.ExifBlock;
import offprint.image.ImageFormat;
import offprint.image.Orientation;
import offprint.image.SourceInfo;
import offprint.recipe.MetadataPolicy;

/// A camera's RAW file as far as Offprint reads it: the largest JPEG inside of it, and what the container says of turn,
/// time, place and camera. Reads the headers of what is claimed, within bounds, and never writes to the file.
public final class RawFile {

    private static final System.Logger LOG = System.getLogger(RawFile.class.getName());

    /// Smaller ones are for the camera's screen only.
    static final int MIN_LONG_EDGE_PX = 500;

    /// More than any camera embeds.
    private static final int MAX_JPEGS = 32;

    private static final int MIN_JPEG_BYTES = 100;
    private static final int COPIED_AT_ONCE = 256 << 10;
    private static final int MAX_THUMBNAIL_BYTES = 40_000;
    private static final int MIN_THUMBNAIL_PX = 100;
    private static final int MAX_THUMBNAIL_PX = 640;
    private static final int MAX_HEAD_BYTES = 64 << 10;
    private static final MetadataPolicy EVERYTHING = new MetadataPolicy(EnumSet.allOf(MetadataPolicy.Group.class));
    private static final byte[] EXIF_MARK = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

    private final Path file;
    private final Jpeg picture;
    private final Optional<Jpeg> thumbnail;
    private final Exif exif;
    private final Orientation orientation;

    /// A JPEG that is really there, as far as its header goes.
    private record Jpeg(Extent extent, Header header) {
        long pixels() {
            return header.size().pixels();
        }
    }

    private RawFile(Path file, ByteSource source, RawContent content) throws IOException, EngineProblem {
        this.file = file;
        var jpegs = jpegs(source, content.jpegs());
        this.picture = jpegs.stream()
                .max(Comparator.comparingLong(Jpeg::pixels))
                .orElseThrow(() -> none("there is none in this one."));
        if (picture.header().size().longEdgePx() < MIN_LONG_EDGE_PX) {
            throw none("the largest in this one has " + picture.header().size() + " px.");
        }
        this.thumbnail = jpegs.stream()
                .filter(jpeg -> jpeg.extent().bytes() <= MAX_THUMBNAIL_BYTES
                        && jpeg.header().size().longEdgePx() >= MIN_THUMBNAIL_PX
                        && jpeg.header().size().longEdgePx() <= MAX_THUMBNAIL_PX)
                .max(Comparator.comparingLong(Jpeg::pixels));
        var own = Exif.of(picture.header(), source);
        this.exif = content.exif().map(raw -> merged(raw, own)).orElse(own);
        this.orientation = orientation(content.exif(), own);
    }

    /// Nothing when the file is no RAW file.
    ///
    /// @throws EngineProblem when it can't be read, or has no JPEG that is worth an export
    public static Optional<RawFile> read(Path file) throws EngineProblem {
        try (var source = ByteSource.of(file)) {
            var content = content(source);
            return content.isPresent() ? Optional.of(new RawFile(file, source, content.get())) : Optional.empty();
        } catch (IOException failure) {
            throw Probe.unreadable(file, failure);
        }
    }

    private static Optional<RawContent> content(ByteSource source) throws IOException {
        var fuji = fuji(source);
        var canon = fuji.isPresent() ? fuji : Cr3Raw.read(source);
        return canon.isPresent() ? canon : TiffRaw.read(source);
    }

    /// Fujifilm's head has the JPEG's offset and length at byte 84; the EXIF is that of the JPEG.
    private static Optional<RawContent> fuji(ByteSource source) throws IOException {
        var head = source.read(0, 92);
        if (!new String(head, StandardCharsets.ISO_8859_1).startsWith("FUJIFILMCCD-RAW")) {
            return Optional.empty();
        }
        var numbers = ByteBuffer.wrap(java.util.Arrays.copyOf(head, 92));
        var jpeg = new Extent(numbers.getInt(84) & 0xFFFF_FFFFL, numbers.getInt(88) & 0xFFFF_FFFFL);
        return Optional.of(new RawContent(List.of(jpeg), Optional.empty()));
    }

    /// Those that lie in the file as a whole and that every decoder reads; a sensor's lossless JPEG is none of them.
    private static List<Jpeg> jpegs(ByteSource source, List<Extent> claimed) throws IOException {
        var found = new ArrayList<Jpeg>();
        for (var claim : claimed.stream().distinct().limit(MAX_JPEGS).toList()) {
            var extent = Cr3Raw.atItsStart(source, claim);
            boolean inside = extent.offset() > 0
                    && extent.bytes() >= MIN_JPEG_BYTES
                    && extent.bytes() <= source.size() - extent.offset();
            if (!inside) {
                continue;
            }
            var part = ByteSource.part(source, extent.offset(), extent.bytes());
            try {
                var start = part.read(0, 3);
                var header = ImageFormat.sniff(start)
                                .filter(ImageFormat.JPEG::equals)
                                .isPresent()
                        ? Optional.of(JpegHeader.read(part))
                        : Optional.<Header>empty();
                header.filter(jpeg -> jpeg.bitsPerSample() == 8 && jpeg.bands() != 4)
                        .ifPresent(jpeg -> found.add(new Jpeg(extent, jpeg)));
            } catch (EngineProblem notOne) {
                LOG.log(System.Logger.Level.DEBUG, "what a RAW file calls a JPEG is none", notOne);
            }
        }
        return found;
    }

    private static EngineProblem none(String detail) {
        return new EngineProblem(new EngineFailure.NoPreviewInRaw(detail));
    }

    private static Exif merged(Exif raw, Exif own) {
        return new Exif(
                raw.main().or(own::main), raw.exif().or(own::exif), raw.gps().or(own::gps), own.thumbnail());
    }

    /// The container's turn, since makers leave the JPEG as the sensor lay; else the JPEG's own.
    private static Orientation orientation(Optional<Exif> raw, Exif own) {
        return raw.flatMap(RawFile::turn).or(() -> turn(own)).orElse(Orientation.UPRIGHT);
    }

    private static Optional<Orientation> turn(Exif exif) {
        return exif.main().flatMap(main -> main.number(0x0112)).map(value -> Orientation.fromExif(value.intValue()));
    }

    /// What the file is: a RAW, with size, bands and profile of the JPEG that stands for it.
    public SourceInfo info() {
        return Probe.describe(picture.header(), exif, ImageFormat.RAW, orientation);
    }

    /// How much of the JPEG is written.
    public enum Extract {
        /// All of it.
        WHOLE,
        /// As much as readers of its head and of its thumbnail want.
        HEAD
    }

    /// Writes the JPEG as a file of its own, with the EXIF and the turn of the RAW file and a small picture where there
    /// is one. Blocks.
    ///
    /// @param target is replaced
    /// @throws EngineProblem when the RAW file can't be read, or the target not be written
    public void writeJpeg(Path target, Extract extract, Poll poll) throws EngineProblem, CancelledException {
        try (var source = ByteSource.of(file)) {
            var small = small(source);
            try (var out = Files.newOutputStream(target)) {
                write(source, small, extract, out, poll);
            } catch (IOException failure) {
                throw new EngineProblem(
                        EngineFailure.ofRefusedWrite(
                                "the system's temporary folder: " + String.valueOf(failure.getMessage())),
                        failure);
            }
        } catch (IOException failure) {
            throw Probe.unreadable(file, failure);
        }
    }

    /// The container's small picture, else that of the JPEG's own EXIF, else nothing.
    private byte[] small(ByteSource source) throws IOException {
        if (thumbnail.isEmpty()) {
            return exif.thumbnail().orElse(new byte[0]);
        }
        var extent = thumbnail.get().extent();
        return source.read(extent.offset(), (int) extent.bytes());
    }

    private void write(ByteSource source, byte[] small, Extract extract, OutputStream out, Poll poll)
            throws IOException, CancelledException {
        var jpeg = ByteSource.part(
                source, picture.extent().offset(), picture.extent().bytes());
        out.write(jpeg.read(0, 2));
        out.write(exifSegment(small));
        long at = 2;
        // Segments before the first scan: all but the JPEG's own EXIF.
        while (true) {
            var head = jpeg.read(at, 10);
            boolean segment = head.length >= 4 && (head[0] & 0xFF) == 0xFF && (head[1] & 0xFF) != 0xDA;
            int length = segment ? ((head[2] & 0xFF) << 8 | (head[3] & 0xFF)) + 2 : 0;
            if (!segment || length < 4) {
                break;
            }
            if (!isExif(head)) {
                out.write(jpeg.read(at, length));
            }
            at += length;
        }
        long end = switch (extract) {
            case WHOLE -> jpeg.size();
            case HEAD -> Math.min(jpeg.size(), at + MAX_HEAD_BYTES);
        };
        while (at < end) {
            poll.check();
            var bytes = jpeg.read(at, (int) Math.min(COPIED_AT_ONCE, end - at));
            if (bytes.length == 0) {
                return;
            }
            out.write(bytes);
            at += bytes.length;
        }
    }

    private static boolean isExif(byte[] head) {
        return head.length == 10
                && (head[1] & 0xFF) == 0xE1
                && java.util.Arrays.equals(head, 4, 10, EXIF_MARK, 0, EXIF_MARK.length);
    }

    private byte[] exifSegment(byte[] small) {
        var block = KeptMetadata.of(exif, EVERYTHING).orElseGet(ExifBlock::new).orientation(orientation);
        int room = ExifBlock.MAX_BYTES_IN_JPEG - block.toBytes().length;
        if (small.length > 0 && small.length + 200 < room) {
            block.thumbnail(small);
        }
        return room < 0 ? new ExifBlock().orientation(orientation).toJpegSegment() : block.toJpegSegment();
    }
}
