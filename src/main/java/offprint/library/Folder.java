package offprint.library;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import offprint.cancel.CancellationToken;

/// A folder on a [FolderWalk]'s way, or the drop itself, whose children are what was dropped.
///
/// Used by one worker at a time.
final class Folder {

    private final Path path;
    private final Path dropRoot;
    private final Path real;
    private final boolean ofTheDrop;
    private final Deque<Path> children = new ArrayDeque<>();
    private final List<Folder> subFolders = new ArrayList<>();
    private boolean listed;

    private record Child(NaturalName name, Path file) {}

    /// The drop itself.
    Folder(List<Path> dropped) {
        this.path = Path.of("");
        this.dropRoot = path;
        this.real = path;
        this.ofTheDrop = true;
        this.listed = true;
        children.addAll(dropped);
    }

    /// @param path as it was found, below `dropRoot`
    /// @param real where it really is
    Folder(Path path, Path dropRoot, Path real) {
        this.path = path;
        this.dropRoot = dropRoot;
        this.real = real;
        this.ofTheDrop = false;
    }

    Path path() {
        return path;
    }

    Path dropRoot() {
        return dropRoot;
    }

    Path real() {
        return real;
    }

    boolean isOfTheDrop() {
        return ofTheDrop;
    }

    boolean isListed() {
        return listed;
    }

    /// Reads the names in it and brings them into their natural order; a cancel ends the list early.
    void list(CancellationToken cancellation) throws IOException {
        listed = true;
        var found = new ArrayList<Child>();
        try (var stream = Files.newDirectoryStream(path)) {
            for (var child : stream) {
                if (cancellation.isCancelled()) {
                    return;
                }
                found.add(new Child(NaturalName.of(child.getFileName().toString()), child));
            }
        } catch (DirectoryIteratorException broken) {
            throw broken.getCause();
        }
        found.sort(Comparator.comparing(Child::name));
        found.forEach(child -> children.add(child.file()));
    }

    Optional<Path> next() {
        return Optional.ofNullable(children.pollFirst());
    }

    /// Folders found in it, to be entered after its files.
    List<Folder> subFolders() {
        return subFolders;
    }
}
