package offprint.ui.library;

import java.nio.file.Path;
import offprint.library.NaturalName;
import offprint.ui.Texts;

/// A folder that photos are in. Immutable; one of each path is shared by its photos.
///
/// @param path absolute
/// @param order natural by the names on its way, so that a folder stands before what is in it
record PhotoFolder(Path path, NaturalName order) implements Comparable<PhotoFolder> {

    private static final String BEFORE_ALL_SIGNS = "\u0000";

    static PhotoFolder of(Path path) {
        var separator = path.getFileSystem().getSeparator();
        return new PhotoFolder(path, NaturalName.of(path.toString().replace(separator, BEFORE_ALL_SIGNS)));
    }

    String name() {
        return Texts.fileName(path);
    }

    /// Where it is, shortened; empty at the top.
    String within() {
        var parent = path.getParent();
        return parent == null ? "" : Texts.lastFolders(parent);
    }

    @Override
    public int compareTo(PhotoFolder other) {
        return this == other ? 0 : order.compareTo(other.order);
    }
}
