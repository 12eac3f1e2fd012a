package offprint.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;

/// A folder that only its user can enter, with a path short enough for a socket in it.
final class PrivateFolder {

    private static final String NAME = "running";
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    /// Bytes that every system takes for the path of a socket: macOS 103, Linux 107 (`sys/un.h`).
    private static final int SOCKET_PATH_BYTES = 103;

    private PrivateFolder() {}

    /// Below the user's state; where that path is too long, below the system's temporary folder.
    ///
    /// @param socketName of the socket that is to be in it
    /// @throws IOException when it can't be made, or belongs to somebody else
    static Path forSocket(Path state, String socketName) throws IOException {
        return forSocket(state, Path.of(System.getProperty("java.io.tmpdir")), socketName);
    }

    static Path forSocket(Path state, Path temporary, String socketName) throws IOException {
        var home = Files.createDirectories(state).toRealPath();
        var folder = home.resolve(NAME);
        if (bytes(folder.resolve(socketName)).length > SOCKET_PATH_BYTES) {
            folder = temporary.resolve("offprint-" + UUID.nameUUIDFromBytes(bytes(home)));
        }
        if (bytes(folder.resolve(socketName)).length > SOCKET_PATH_BYTES) {
            throw new IOException("no folder has a path that is short enough for a socket");
        }
        make(folder);
        check(folder, home);
        return folder;
    }

    private static byte[] bytes(Path path) {
        return path.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void make(Path folder) throws IOException {
        try {
            if (isPosix(folder)) {
                Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            } else {
                Files.createDirectory(folder);
            }
        } catch (FileAlreadyExistsException ofAnEarlierStart) {
            if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                throw ofAnEarlierStart;
            }
        }
    }

    private static boolean isPosix(Path folder) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /// Elsewhere the user's own folder is private already.
    private static void check(Path folder, Path home) throws IOException {
        if (!isPosix(folder)) {
            return;
        }
        var view = Files.getFileAttributeView(folder, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (!view.getOwner().equals(Files.getOwner(home))) {
            throw new IOException("the folder for the socket belongs to somebody else");
        }
        if (!view.readAttributes().permissions().equals(OWNER_ONLY)) {
            Files.setPosixFilePermissions(folder, OWNER_ONLY);
        }
    }
}
