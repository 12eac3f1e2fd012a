package offprint.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import offprint.cli.Desktop.Availability;

/// Whether a window can be opened, found out without loading the toolkit, which would end the process where it can't.
final class Display {

    private static final String GTK = "libgtk-3.so.0";

    /// Where Linux distributions keep the libraries of 64-bit programs; a prefix of what `ld.so` searches.
    private static final List<String> LIBRARY_FOLDERS = List.of(
            "/usr/lib/x86_64-linux-gnu",
            "/usr/lib/aarch64-linux-gnu",
            "/lib/x86_64-linux-gnu",
            "/lib/aarch64-linux-gnu",
            "/usr/lib64",
            "/lib64",
            "/usr/lib",
            "/usr/local/lib");

    private Display() {}

    static Availability availability(Map<String, String> environment, String osName) {
        return availability(environment, osName, Display::gtkIsThere);
    }

    /// Asks whether the toolkit's system library is there.
    interface Gtk {
        boolean isThere(Map<String, String> environment);
    }

    static Availability availability(Map<String, String> environment, String osName, Gtk gtk) {
        if (!osName.toLowerCase(Locale.ROOT).contains("linux") || headlessIsWanted()) {
            return new Availability.Available();
        }
        boolean display = !environment.getOrDefault("DISPLAY", "").isEmpty()
                || !environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty();
        if (!display) {
            return new Availability.Missing("there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set).");
        }
        return gtk.isThere(environment)
                ? new Availability.Available()
                : new Availability.Missing("the system library GTK 3 (" + GTK + ") is not installed.");
    }

    /// Whether a window is measured with this argument of Java's. Without a display JavaFX copies each frame pixel by
    /// pixel on the FX thread, which code of the quick compiler makes take up to 190 ms (docs/decisions/0026).
    static boolean suits(String javaArgument, Availability availability) {
        return switch (availability) {
            case Availability.Available available -> true;
            case Availability.Missing missing -> !javaArgument.startsWith("-XX:TieredStopAtLevel");
        };
    }

    private static boolean headlessIsWanted() {
        return "Headless".equals(System.getProperty("glass.platform"));
    }

    private static boolean gtkIsThere(Map<String, String> environment) {
        var own = environment.getOrDefault("LD_LIBRARY_PATH", "").split(":");
        return java.util.stream.Stream.concat(java.util.Arrays.stream(own), LIBRARY_FOLDERS.stream())
                .filter(folder -> !folder.isEmpty())
                .anyMatch(folder -> Files.exists(Path.of(folder, GTK)));
    }
}
