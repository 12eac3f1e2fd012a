package offprint.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import offprint.engine.EngineFailure;
import offprint.engine.EngineResult;
import offprint.image.ImageFormat;
import offprint.image.Orientation;
import offprint.image.PixelSize;
import offprint.image.SourceInfo;

/// Pictures in a form that only [ScriptedEngine] reads: the format's real signature, then what the header says.
final class Pictures {

    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0};
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A};
    private static final byte[] TIFF = {'I', 'I', 42, 0};
    private static final byte[] WEBP = {'R', 'I', 'F', 'F', 0, 0, 0, 0, 'W', 'E', 'B', 'P'};

    private Pictures() {}

    /// @param origin name of the file that its pixels come from
    record Picture(ImageFormat format, PixelSize size, Orientation orientation, boolean gps, String origin) {

        byte[] bytes() {
            var text = "\n%d %d %d %s %s"
                    .formatted(size.widthPx(), size.heightPx(), orientation.exifValue(), gps ? "gps" : "-", origin);
            var tail = text.getBytes(StandardCharsets.UTF_8);
            var head = signature(format);
            var all = new byte[ImageFormat.SNIFF_BYTES + tail.length];
            System.arraycopy(head, 0, all, 0, head.length);
            System.arraycopy(tail, 0, all, ImageFormat.SNIFF_BYTES, tail.length);
            return all;
        }

        SourceInfo info() {
            return new SourceInfo(
                    format,
                    size,
                    orientation,
                    3,
                    8,
                    false,
                    1,
                    Optional.empty(),
                    gps,
                    Optional.empty(),
                    Optional.empty());
        }
    }

    private static byte[] signature(ImageFormat format) {
        return switch (format) {
            case PNG -> PNG;
            case TIFF -> TIFF;
            case WEBP -> WEBP;
            case JPEG, AVIF, HEIC, JXL, GIF, BMP, PSD, RAW -> JPEG;
        };
    }

    static Picture of(ImageFormat format, int widthPx, int heightPx, String origin) {
        return new Picture(format, new PixelSize(widthPx, heightPx), Orientation.UPRIGHT, false, origin);
    }

    static EngineResult<Picture> read(Path file) {
        try {
            var bytes = Files.readAllBytes(file);
            if (bytes.length == 0) {
                return EngineResult.failed(new EngineFailure.EmptySource());
            }
            var format =
                    ImageFormat.sniff(java.util.Arrays.copyOf(bytes, Math.min(bytes.length, ImageFormat.SNIFF_BYTES)));
            if (format.isEmpty() || bytes.length <= ImageFormat.SNIFF_BYTES) {
                return EngineResult.failed(new EngineFailure.TruncatedSource("after " + bytes.length + " bytes"));
            }
            var text = new String(
                    bytes,
                    ImageFormat.SNIFF_BYTES + 1,
                    bytes.length - ImageFormat.SNIFF_BYTES - 1,
                    StandardCharsets.UTF_8);
            var words = text.split(" ", 5);
            return EngineResult.done(new Picture(
                    format.get(),
                    new PixelSize(Integer.parseInt(words[0]), Integer.parseInt(words[1])),
                    Orientation.fromExif(Integer.parseInt(words[2])),
                    words[3].equals("gps"),
                    words[4]));
        } catch (IOException failure) {
            return EngineResult.failed(new EngineFailure.UnreadableSource(failure.toString()));
        }
    }

    /// A picture that must be there and whole.
    static Picture readWhole(Path file) {
        return switch (read(file)) {
            case EngineResult.Done<Picture> done -> done.value();
            case EngineResult.Failed<Picture> failed ->
                throw new AssertionError(
                        file + " is not whole: " + failed.failure().message());
        };
    }

    static Path write(Path file, Picture picture) {
        try {
            Files.createDirectories(TargetNames.folder(file));
            return Files.write(file, picture.bytes());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
