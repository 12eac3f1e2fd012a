package offprint.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Shows a file in the system's file manager.
final class Reveal {

    private static final System.Logger LOG = System.getLogger(Reveal.class.getName());

    private Reveal() {}

    /// Starts the file manager and returns; where there is none, says so in the log.
    static void inFileManager(Path file) {
        try {
            new ProcessBuilder(command(System.getProperty("os.name"), file))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "the file manager could not be started", e);
        }
    }

    /// macOS and Windows can select the file; elsewhere its folder is opened.
    static List<String> command(String osName, Path file) {
        var name = osName.toLowerCase(Locale.ROOT);
        if (name.contains("mac")) {
            return List.of("open", "-R", file.toString());
        }
        if (name.contains("windows")) {
            return List.of("explorer", "/select," + file);
        }
        return List.of(
                "xdg-open", Optional.ofNullable(file.getParent()).orElse(file).toString());
    }
}
