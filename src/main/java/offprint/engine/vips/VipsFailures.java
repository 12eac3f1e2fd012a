package offprint.engine.vips;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Optional;
import offprint.engine.EngineFailure;
import offprint.engine.EngineProblem;
import offprint.engine.header.ByteSource;
import offprint.engine.header.Header;
import offprint.engine.header.Probe;
import offprint.image.ImageFormat;

/// Turns what libvips reported into failures by whose fault it is. The file is asked first, since the words may be
/// another call's.
final class VipsFailures {

    private static final int TAIL_BYTES = 64 << 10;
    private static final int MAX_TEXT = 300;

    private VipsFailures() {}

    static EngineProblem ofDecoding(Path file, Header header, VipsException failure, long estimatedBytes) {
        var text = failure.text().toLowerCase(Locale.ROOT);
        if (text.contains("out of memory")) {
            return new EngineProblem(new EngineFailure.OutOfMemory(estimatedBytes), failure);
        }
        if (!Files.isReadable(file)) {
            return new EngineProblem(new EngineFailure.UnreadableSource("it is not there any more"), failure);
        }
        var words = words(failure, file);
        try {
            Probe.requireWhole(file, header, () -> {});
            if (header.format() == ImageFormat.JPEG && !endsAsJpeg(file)) {
                return new EngineProblem(new EngineFailure.TruncatedSource(words), failure);
            }
        } catch (EngineProblem found) {
            return found;
        } catch (IOException | offprint.cancel.CancelledException unreadable) {
            return new EngineProblem(new EngineFailure.UnreadableSource(words), unreadable);
        }
        boolean cut = text.contains("premature end") || text.contains("truncated") || text.contains("end of file");
        boolean unknown = text.contains("unsupported") || text.contains("not supported") || text.contains("blocked");
        return new EngineProblem(
                cut
                        ? new EngineFailure.TruncatedSource(words)
                        : unknown ? new EngineFailure.UnsupportedFormat(words) : new EngineFailure.DamagedSource(words),
                failure);
    }

    /// Whether a JPEG's decoder complained of nothing that shows: stray bytes between segments, odd parameters.
    static boolean isHarmless(Header header, VipsException failure) {
        var text = failure.text().toLowerCase(Locale.ROOT);
        boolean shows = text.contains("premature")
                || text.contains("huffman")
                || (text.contains("corrupt jpeg data") && !text.contains("extraneous"));
        return header.format() == ImageFormat.JPEG && !shows;
    }

    private static boolean endsAsJpeg(Path file) throws IOException {
        try (var source = ByteSource.of(file)) {
            var tail = source.read(Math.max(0, source.size() - TAIL_BYTES), TAIL_BYTES);
            for (int i = tail.length - 2; i >= 0; i--) {
                if ((tail[i] & 0xFF) == 0xFF && (tail[i + 1] & 0xFF) == 0xD9) {
                    return true;
                }
            }
            return false;
        }
    }

    static EngineFailure ofEncoding(ImageFormat format, Path file, VipsException failure, long estimatedBytes) {
        var text = failure.text().toLowerCase(Locale.ROOT);
        var words = words(failure, file);
        if (text.contains("out of memory")) {
            return new EngineFailure.OutOfMemory(estimatedBytes);
        }
        return new EngineFailure.EncodeFailed(format, words);
    }

    /// Fails when the partial file can't be opened for writing, with the system's own reason.
    static void requireWritable(Path file) throws EngineProblem {
        try (var channel = Files.newByteChannel(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.truncate(0);
        } catch (IOException refused) {
            throw ofOpening(refused);
        }
    }

    /// What the system said against opening a file for writing.
    static EngineProblem ofOpening(IOException refused) {
        return refused instanceof NoSuchFileException
                ? new EngineProblem(new EngineFailure.UnwritableTarget("its folder is not there"), refused)
                : new EngineProblem(EngineFailure.ofRefusedWrite(text(refused)), refused);
    }

    static String text(IOException refused) {
        return Optional.ofNullable(refused.getMessage()).orElse("the system refused it");
    }

    /// The library's words in one line, without the file's path.
    private static String words(VipsException failure, Path file) {
        var line = failure.text()
                .replace(file.toAbsolutePath().toString(), "the file")
                .replace('\n', ';')
                .strip();
        return line.length() > MAX_TEXT ? line.substring(0, MAX_TEXT) : line;
    }
}
