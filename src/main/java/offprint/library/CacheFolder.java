package offprint.library;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import offprint.cancel.CancellationToken;

/// The folders of a [ThumbnailCache] and what lies in them. Looks at, and deletes, only files that are named as its
/// own in folders that are named as its own; follows no links. What vanishes meanwhile was deleted by another copy of
/// the program.
final class CacheFolder {

    private static final System.Logger LOG = System.getLogger(CacheFolder.class.getName());

    private static final Pattern FOLDER = Pattern.compile("[0-9a-f]{2}");

    private final Path root;

    CacheFolder(Path root) {
        this.root = root;
    }

    /// A thumbnail's file.
    record Entry(Path file, long bytes, Instant usedAt) {}

    /// The folder of that name, made if need be, for its user's eyes alone where the system has that.
    Path madeFolder(String name) throws IOException {
        var folder = root.resolve(name);
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, privately(root));
        }
        return folder;
    }

    private static FileAttribute<?>[] privately(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }

    /// Every thumbnail that is there; a cancel ends the list early.
    List<Entry> thumbnails(CancellationToken cancellation) throws IOException {
        var found = new ArrayList<Entry>();
        forEachFile(ThumbnailCache.EXTENSION, found::add, cancellation);
        return found;
    }

    /// Deletes partial files that were written last before that moment.
    void deletePartialsBefore(Instant moment) throws IOException {
        var old = new ArrayList<Entry>();
        forEachFile(ThumbnailCache.PARTIAL_EXTENSION, old::add, CancellationToken.never());
        delete(old.stream().filter(entry -> entry.usedAt().isBefore(moment)).toList());
    }

    /// Deletes what was used longest ago until `wantedBytes` are left, if there are more than `mostBytes`.
    void shrink(long mostBytes, long wantedBytes, CancellationToken cancellation) throws IOException {
        var all = thumbnails(cancellation);
        long bytes = all.stream().mapToLong(Entry::bytes).sum();
        if (bytes <= mostBytes || cancellation.isCancelled()) {
            return;
        }
        all.sort(Comparator.comparing(Entry::usedAt));
        for (var entry : all) {
            if (bytes <= wantedBytes || cancellation.isCancelled()) {
                return;
            }
            delete(List.of(entry));
            bytes -= entry.bytes();
        }
    }

    /// @return what could be deleted
    ThumbnailCache.Usage delete(List<Entry> entries) {
        long count = 0;
        long bytes = 0;
        for (var entry : entries) {
            try {
                if (Files.deleteIfExists(entry.file())) {
                    count++;
                    bytes += entry.bytes();
                }
            } catch (IOException inUse) {
                LOG.log(System.Logger.Level.DEBUG, "a stored thumbnail can't be deleted now", inUse);
            }
        }
        return new ThumbnailCache.Usage(count, bytes);
    }

    private void forEachFile(String extension, Consumer<Entry> receiver, CancellationToken cancellation)
            throws IOException {
        for (var folder : children(root)) {
            if (!FOLDER.matcher(String.valueOf(folder.getFileName())).matches()
                    || !Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                continue;
            }
            for (var file : children(folder)) {
                if (cancellation.isCancelled()) {
                    return;
                }
                if (file.toString().endsWith(extension)) {
                    entry(file).ifPresent(receiver);
                }
            }
        }
    }

    private static List<Path> children(Path folder) throws IOException {
        var names = new ArrayList<Path>();
        try (var stream = Files.newDirectoryStream(folder)) {
            stream.forEach(names::add);
        } catch (NoSuchFileException | NotDirectoryException notThere) {
            return List.of();
        } catch (DirectoryIteratorException broken) {
            throw broken.getCause();
        }
        return names;
    }

    private static Optional<Entry> entry(Path file) throws IOException {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return attributes.isRegularFile()
                    ? Optional.of(new Entry(
                            file,
                            attributes.size(),
                            attributes.lastModifiedTime().toInstant()))
                    : Optional.empty();
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        }
    }
}
