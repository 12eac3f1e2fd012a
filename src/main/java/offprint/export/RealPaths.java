package offprint.export;

import java.io.IOException;
import java.nio.file.Path;

/// Paths with every link resolved, also of folders that are still to be made.
final class RealPaths {

    private RealPaths() {}

    /// The real path of what exists of `path`, with the rest appended as it stands; absolute and normalised.
    static Path resolve(Path path) {
        var absolute = path.toAbsolutePath().normalize();
        Path existing = absolute;
        while (existing != null) {
            try {
                return existing.toRealPath()
                        .resolve(existing.relativize(absolute))
                        .normalize();
            } catch (IOException absent) {
                existing = existing.getParent();
            }
        }
        return absolute;
    }

    /// Whether a folder, its links resolved, is the root or lies below it.
    static boolean isWithin(Path folder, Path realRoot) {
        return resolve(folder).startsWith(realRoot);
    }
}
