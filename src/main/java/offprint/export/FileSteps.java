package offprint.export;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/// Every step by which an export changes a disk, one method each: the seam by which tests let the Nth step fail.
interface FileSteps {

    /// The disk itself.
    FileSteps DISK = new FileSteps() {};

    /// Makes the folder and those above it, where missing.
    default void createFolders(Path folder) throws IOException {
        Files.createDirectories(folder);
    }

    /// Makes an empty file that must not exist.
    default void createNew(Path file) throws IOException {
        Files.newByteChannel(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)
                .close();
    }

    /// Forces the file's bytes to the disk.
    default void force(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /// Gives an existing file a second name, which must be free.
    default void link(Path name, Path existing) throws IOException {
        Files.createLink(name, existing);
    }

    /// Moves a file over whatever has the name, in one step.
    default void replace(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    default void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
    }

    /// Forces the folder's list of names to the disk; Windows can't and need not.
    default void forceFolder(Path folder) throws IOException {
        if (!isWindows()) {
            try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /// Bytes that may still be written to the folder's disk, or `Long.MAX_VALUE` where the system does not say.
    default long usableBytes(Path folder) throws IOException {
        var store = Files.getFileStore(folder);
        return store.getTotalSpace() > 0 ? store.getUsableSpace() : Long.MAX_VALUE;
    }

    static boolean isWindows() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
    }
}
