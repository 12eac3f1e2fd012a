package offprint.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A folder in the system's temporary one for files that nobody else sees; closing it deletes it with its files.
public record TemporaryFolder(Path path) implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(TemporaryFolder.class.getName());

    /// @param purpose begins its name
    public static TemporaryFolder make(String purpose) throws IOException {
        return new TemporaryFolder(Files.createTempDirectory("offprint-" + purpose + "-"));
    }

    /// Closing again does nothing.
    @Override
    public void close() {
        if (!Files.exists(path)) {
            return;
        }
        try (var files = Files.list(path)) {
            for (var file : files.toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(path);
        } catch (IOException stays) {
            LOG.log(System.Logger.Level.WARNING, "a temporary folder stays behind: " + path, stays);
        }
    }
}
