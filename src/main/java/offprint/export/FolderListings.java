package offprint.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// What is in the target folders, each listed once: ten thousand photos cost one listing and not ten thousand looks.
///
/// For one planning on one thread; what appears later is found by the move itself.
final class FolderListings {

    private static final System.Logger LOG = System.getLogger(FolderListings.class.getName());

    private final Map<Path, Set<String>> keysByFolder = new HashMap<>();

    /// Whether anything has this name already, or one that some file system takes for the same.
    boolean isTaken(Path target) {
        return keysByFolder
                .computeIfAbsent(TargetNames.folder(target), FolderListings::list)
                .contains(TargetNames.key(TargetNames.fileName(target)));
    }

    private static Set<String> list(Path folder) {
        var keys = new HashSet<String>();
        if (!Files.isDirectory(folder)) {
            return keys;
        }
        try (var entries = Files.newDirectoryStream(folder)) {
            for (var entry : entries) {
                keys.add(TargetNames.key(TargetNames.fileName(entry)));
            }
        } catch (IOException | DirectoryIteratorException | UncheckedIOException failure) {
            // A folder that can't be listed may still be written to; the move then finds what is taken.
            LOG.log(Level.DEBUG, "not listed: {0}", failure.toString());
        }
        return keys;
    }

    /// What has exactly this name.
    static Occupant occupant(Path target) {
        try {
            var attributes = Files.readAttributes(
                    target, java.nio.file.attribute.BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (attributes.isSymbolicLink()) {
                return Occupant.LINK;
            }
            return attributes.isRegularFile() ? Occupant.FILE : Occupant.OTHER;
        } catch (java.nio.file.NoSuchFileException absent) {
            return Occupant.NOTHING;
        } catch (IOException unknown) {
            return Occupant.OTHER;
        }
    }

    /// What stands under a name.
    enum Occupant {
        NOTHING,
        FILE,
        LINK,
        /// A folder, a device, or what the system does not let us look at.
        OTHER
    }
}
