package offprint.export;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The files that a batch reads and that nothing may ever replace, by whatever name: links of both kinds included.
///
/// Looked up on the disk on first use only: most batches never meet a taken name. Any thread may ask.
final class Originals {

    private static final System.Logger LOG = System.getLogger(Originals.class.getName());

    private final List<Path> files;
    private @Nullable Known known;

    Originals(List<Path> files) {
        this.files = List.copyOf(files);
    }

    /// Whether the file that has this name is one of the originals.
    boolean contains(Path target) {
        var originals = known();
        if (originals.paths.contains(TargetNames.key(target))) {
            return true;
        }
        var identity = identity(target);
        return identity.isPresent() && originals.identities.contains(identity.get());
    }

    private synchronized Known known() {
        if (known == null) {
            known = look();
        }
        return known;
    }

    private Known look() {
        var paths = new HashSet<String>();
        var identities = new HashSet<Object>();
        for (var file : files) {
            paths.add(TargetNames.key(file));
            identity(file).ifPresent(identities::add);
        }
        return new Known(paths, identities);
    }

    /// The same object for two names of one file: the system's file key (device and inode), or, where there is none as
    /// on Windows, the real path.
    private static Optional<Object> identity(Path file) {
        try {
            var key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
            return Optional.of(key != null ? key : TargetNames.key(file.toRealPath()));
        } catch (IOException gone) {
            LOG.log(Level.DEBUG, "no identity: {0}", gone.toString());
            return Optional.empty();
        }
    }

    private record Known(Set<String> paths, Set<Object> identities) {}
}
