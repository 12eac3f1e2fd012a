package offprint.engine.header;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import offprint.cancel.CancelledException;
import offprint.engine.EngineFailure;
import offprint.engine.EngineProblem;
import offprint.engine.Poll;
import offprint.image.ExifBlock;
import offprint.image.ImageFormat;
import offprint.image.Orientation;
import offprint.image.SourceInfo;
import offprint.recipe.MetadataPolicy;

/// Reads what a file is from its header; allocates by what is there, never by what is claimed.
public final class Probe {

    private static final DateTimeFormatter EXIF_TIME = DateTimeFormatter.ofPattern("uuuu:MM:dd HH:mm:ss", Locale.ROOT);

    private Probe() {}

    /// The header of the file at `path`.
    public static Header header(Path path) throws EngineProblem {
        try (var source = ByteSource.of(path)) {
            return header(source);
        } catch (IOException failure) {
            throw unreadable(path, failure);
        }
    }

    public static SourceInfo info(Path path) throws EngineProblem {
        try (var source = ByteSource.of(path)) {
            return describe(source, header(source));
        } catch (IOException failure) {
            throw unreadable(path, failure);
        }
    }

    /// The EXIF of an output: what the policy keeps of the source's, or nothing.
    public static Optional<ExifBlock> keptExif(Path path, Header header, MetadataPolicy policy) throws EngineProblem {
        try (var source = ByteSource.of(path)) {
            return KeptMetadata.of(Exif.of(header, source), policy);
        } catch (IOException failure) {
            throw unreadable(path, failure);
        }
    }

    /// The JPEG that the camera embedded as a thumbnail, if there is one.
    public static Optional<byte[]> embeddedThumbnail(Path path, Header header) throws EngineProblem {
        try (var source = ByteSource.of(path)) {
            return Exif.of(header, source).thumbnail();
        } catch (IOException failure) {
            throw unreadable(path, failure);
        }
    }

    /// Fails when the file is shorter than its container says or, for PNG, when a checksum is wrong; for the containers
    /// whose readers do not notice. No pixel is decoded.
    public static void requireWhole(Path path, Header header, Poll poll) throws EngineProblem, CancelledException {
        try (var source = ByteSource.of(path)) {
            switch (header.format()) {
                case PNG -> PngHeader.requireWhole(source, poll);
                case TIFF -> TiffHeader.requireWhole(source);
                case WEBP -> WebpHeader.requireWhole(source);
                case JPEG, GIF, BMP, PSD, AVIF, HEIC, JXL, RAW -> {
                    // their readers notice
                }
            }
        } catch (IOException failure) {
            throw unreadable(path, failure);
        }
    }

    static EngineProblem unreadable(Path path, IOException failure) {
        var detail = failure instanceof NoSuchFileException ? "it is not there" : withoutPath(path, failure);
        return new EngineProblem(new EngineFailure.UnreadableSource(detail), failure);
    }

    private static String withoutPath(Path path, IOException failure) {
        var message = Optional.ofNullable(failure.getMessage())
                .orElse("")
                .replace(path.toString(), "")
                .strip();
        return message.isEmpty() ? failure.getClass().getSimpleName() : message;
    }

    private static Header header(ByteSource source) throws IOException, EngineProblem {
        var head = source.read(0, ImageFormat.SNIFF_BYTES);
        if (head.length == 0) {
            throw new EngineProblem(new EngineFailure.EmptySource());
        }
        var format = ImageFormat.sniff(head);
        if (format.isEmpty()) {
            if (head.length >= 2 && (head[0] & 0xFF) == 0xFF && (head[1] & 0xFF) == 0xD8) {
                throw new EngineProblem(new EngineFailure.TruncatedSource("only its first bytes are there"));
            }
            throw new EngineProblem(new EngineFailure.UnsupportedFormat("its content is of no known kind."));
        }
        return switch (format.get()) {
            case JPEG -> JpegHeader.read(source);
            case PNG -> PngHeader.read(source);
            case TIFF -> TiffHeader.read(source);
            case WEBP -> WebpHeader.read(source);
            case GIF -> PlainHeaders.gif(source);
            case BMP -> PlainHeaders.bmp(source);
            case PSD -> PlainHeaders.psd(source);
            case AVIF, HEIC -> HeifHeader.read(source, format.get());
            case RAW ->
                throw new EngineProblem(
                        new EngineFailure.UnsupportedFormat("a RAW file is read by the JPEG inside of it."));
            case JXL ->
                throw new EngineProblem(new EngineFailure.UnsupportedFormat("the header of JPEG XL is not read yet."));
        };
    }

    private static SourceInfo describe(ByteSource file, Header header) throws IOException {
        var exif = Exif.of(header, file);
        return describe(header, exif, header.format(), orientation(header, exif));
    }

    static SourceInfo describe(Header header, Exif exif, ImageFormat format, Orientation orientation) {
        return new SourceInfo(
                format,
                header.size(),
                orientation,
                header.bands(),
                header.bitsPerSample(),
                header.hasAlpha(),
                header.frames(),
                header.icc().flatMap(IccName::of),
                exif.gps().map(gps -> gps.field(2).isPresent()).orElse(false),
                capturedAt(exif),
                camera(exif));
    }

    static Orientation orientation(Header header, Exif exif) {
        if (header.turned().isPresent()) {
            return header.turned().get();
        }
        int value = header.tiffOrientation()
                .or(() -> exif.main().flatMap(main -> main.number(0x0112)).map(Long::intValue))
                .orElse(1);
        return Orientation.fromExif(value);
    }

    private static Optional<LocalDateTime> capturedAt(Exif exif) {
        return exif.exif()
                .flatMap(sub -> sub.field(0x9003).or(() -> sub.field(0x9004)))
                .or(() -> exif.main().flatMap(main -> main.field(0x0132)))
                .flatMap(field -> parsed(field.text()));
    }

    private static Optional<LocalDateTime> parsed(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text, EXIF_TIME));
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    private static Optional<String> camera(Exif exif) {
        var make = exif.main().flatMap(main -> main.field(0x010F)).map(TiffFields.Field::text);
        var model = exif.main().flatMap(main -> main.field(0x0110)).map(TiffFields.Field::text);
        var name = Stream.of(make, model)
                .flatMap(Optional::stream)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        return name.isEmpty() ? Optional.empty() : Optional.of(name);
    }
}
