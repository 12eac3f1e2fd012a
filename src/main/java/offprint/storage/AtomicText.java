package offprint.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Replaces a small file as a whole: a reader, or a restart after a power cut, finds the old text or the new one.
///
/// Blocks, for workers; any thread may call it.
public final class AtomicText {

    private AtomicText() {}

    /// Writes beside the file, forces it to the disk and moves it into place; makes the folder if need be.
    ///
    /// @throws IOException when the disk refuses; the file is as it was then, and nothing stays beside it
    public static void write(Path file, String text) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException("the file has no folder");
        }
        Files.createDirectories(folder);
        var partial = Files.createTempFile(folder, ".saving-", ".tmp");
        try {
            try (var channel = FileChannel.open(partial, StandardOpenOption.WRITE)) {
                var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    /// A failure in words for people; the JDK's own message is often the bare path.
    public static String reason(IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return "it is not there";
        }
        if (failure instanceof AccessDeniedException) {
            return "you may not read or write it";
        }
        var message = failure instanceof FileSystemException other ? other.getReason() : failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }
}
