package offprint.library;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import offprint.cancel.CancellationToken;
import offprint.image.ImageFormat;

/// Goes through what was dropped, a step at a time, and finds the files that may be photos: in the natural order of
/// their names, a folder's files before its sub-folders. Opens no file, enters no folder twice, finds no file twice.
///
/// Used by one worker at a time.
final class FolderWalk {

    /// Folders that other programs fill with copies, and rubbish bins.
    private static final Set<String> FOREIGN_FOLDERS =
            Set.of("@eadir", "#recycle", "$recycle.bin", "system volume information", "__macosx");

    private static final String PARTIAL_FILE = ".offprint-part";

    private final BiConsumer<Path, String> skipped;
    private final Deque<Folder> folders = new ArrayDeque<>();
    private final Set<Object> seenFolders = new HashSet<>();
    private final Set<Path> seenFiles = new HashSet<>();

    /// @param skipped hears of what can't be read and why
    FolderWalk(List<Path> dropped, BiConsumer<Path, String> skipped) {
        this.skipped = skipped;
        folders.push(new Folder(dropped));
    }

    /// Whether everything was gone through.
    boolean isDone() {
        return folders.isEmpty();
    }

    /// Looks at one more path: the file there if it may be a photo; empty if it isn't, or if there is none left.
    Optional<Candidate> step(CancellationToken cancellation) {
        if (folders.isEmpty()) {
            return Optional.empty();
        }
        var folder = folders.getFirst();
        try {
            if (!folder.isListed()) {
                folder.list(cancellation);
            }
        } catch (IOException failure) {
            folders.removeFirst();
            skipped.accept(folder.path(), reason(failure));
            return Optional.empty();
        }
        var next = folder.next();
        if (next.isEmpty()) {
            folders.removeFirst();
            folder.subFolders().reversed().forEach(folders::addFirst);
            return Optional.empty();
        }
        return lookAt(folder, next.get());
    }

    private Optional<Candidate> lookAt(Folder folder, Path path) {
        try {
            return folder.isOfTheDrop() ? lookAtDropped(path.toAbsolutePath().normalize()) : lookAtChild(folder, path);
        } catch (IOException failure) {
            skipped.accept(path, reason(failure));
        } catch (InvalidPathException unusable) {
            skipped.accept(path, "its name can't be used on this system");
        }
        return Optional.empty();
    }

    private Optional<Candidate> lookAtDropped(Path path) throws IOException {
        var attributes = Files.readAttributes(path, BasicFileAttributes.class);
        var real = path.toRealPath();
        if (attributes.isDirectory()) {
            // Entered at once, so that things come in the order in which they were dropped.
            enter(path, path, real, attributes).ifPresent(folders::addFirst);
            return Optional.empty();
        }
        var parent = path.getParent();
        return file(path, parent == null ? path : parent, real, attributes);
    }

    private Optional<Candidate> lookAtChild(Folder folder, Path path) throws IOException {
        var name = path.getFileName().toString();
        if (isForeign(name)) {
            return Optional.empty();
        }
        var attributes = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        var real = folder.real().resolve(path.getFileName());
        if (attributes.isSymbolicLink()) {
            attributes = Files.readAttributes(path, BasicFileAttributes.class);
            real = path.toRealPath();
        }
        if (attributes.isDirectory()) {
            if (!folder.real().startsWith(real)) {
                enter(path, folder.dropRoot(), real, attributes).ifPresent(folder.subFolders()::add);
            }
            return Optional.empty();
        }
        return ImageFormat.byFileName(name).isPresent()
                ? file(path, folder.dropRoot(), real, attributes)
                : Optional.empty();
    }

    private Optional<Candidate> file(Path path, Path dropRoot, Path real, BasicFileAttributes attributes) {
        if (!attributes.isRegularFile()) {
            skipped.accept(path, "it is not a file but a pipe, a socket or a device");
            return Optional.empty();
        }
        return seenFiles.add(real)
                ? Optional.of(new Candidate(
                        path,
                        dropRoot,
                        attributes.size(),
                        attributes.lastModifiedTime().toInstant()))
                : Optional.empty();
    }

    private Optional<Folder> enter(Path path, Path dropRoot, Path real, BasicFileAttributes attributes) {
        var key = attributes.fileKey();
        if (!seenFolders.add(key == null ? real : key)) {
            return Optional.empty();
        }
        return Optional.of(new Folder(path, dropRoot, real));
    }

    private static boolean isForeign(String name) {
        return name.startsWith(".")
                || name.endsWith(PARTIAL_FILE)
                || FOREIGN_FOLDERS.contains(name.toLowerCase(Locale.ROOT));
    }

    private static String reason(IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return "it is not there";
        }
        if (failure instanceof AccessDeniedException) {
            return "you may not read it";
        }
        if (failure instanceof FileSystemLoopException) {
            return "its links go round in a circle";
        }
        var message = failure instanceof FileSystemException other ? other.getReason() : failure.getMessage();
        return message == null ? "it can't be read" : "it can't be read: " + message;
    }
}
