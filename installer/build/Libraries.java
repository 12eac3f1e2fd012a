import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// The libraries of the system that an image needs, and which packages bring them: on Debian 12 and 13 and Ubuntu
/// 22.04, 24.04 and 26.04, where a name changed both are given (the second in the time before 64-bit time).
final class Libraries {

    private static final String C = "libc6 (>= 2.28)";
    private static final String GLIB = "libglib2.0-0t64 | libglib2.0-0";
    private static final String GTK = "libgtk-3-0t64 | libgtk-3-0";

    private static final Map<String, String> DEBIAN = Map.ofEntries(
            Map.entry("libc.so.6", C),
            Map.entry("libm.so.6", C),
            Map.entry("libdl.so.2", C),
            Map.entry("libpthread.so.0", C),
            Map.entry("librt.so.1", C),
            Map.entry("libresolv.so.2", C),
            Map.entry("ld-linux-x86-64.so.2", C),
            Map.entry("ld-linux-aarch64.so.1", C),
            Map.entry("libstdc++.so.6", "libstdc++6 (>= 8)"),
            Map.entry("libgcc_s.so.1", "libgcc-s1"),
            Map.entry("libgtk-3.so.0", GTK),
            Map.entry("libgdk-3.so.0", GTK),
            Map.entry("libglib-2.0.so.0", GLIB),
            Map.entry("libgobject-2.0.so.0", GLIB),
            Map.entry("libgio-2.0.so.0", GLIB),
            Map.entry("libgthread-2.0.so.0", GLIB),
            Map.entry("libgdk_pixbuf-2.0.so.0", "libgdk-pixbuf-2.0-0"),
            Map.entry("libatk-1.0.so.0", "libatk1.0-0t64 | libatk1.0-0"),
            Map.entry("libcairo.so.2", "libcairo2"),
            Map.entry("libcairo-gobject.so.2", "libcairo-gobject2"),
            Map.entry("libpango-1.0.so.0", "libpango-1.0-0"),
            Map.entry("libpangocairo-1.0.so.0", "libpangocairo-1.0-0"),
            Map.entry("libpangoft2-1.0.so.0", "libpangoft2-1.0-0"),
            Map.entry("libfontconfig.so.1", "libfontconfig1"),
            Map.entry("libfreetype.so.6", "libfreetype6"),
            Map.entry("libGL.so.1", "libgl1"),
            Map.entry("libX11.so.6", "libx11-6"),
            Map.entry("libXxf86vm.so.1", "libxxf86vm1"),
            Map.entry("libXtst.so.6", "libxtst6"));

    private Libraries() {}

    /// Every library that a file of the image asks for and the image does not hold, with one file that asks.
    static Map<String, Path> ofSystem(Path image) throws IOException {
        var held = new TreeSet<String>();
        var asked = new TreeMap<String, Path>();
        try (var files = Files.walk(image)) {
            for (var file : files.sorted().toList()) {
                held.add(file.getFileName().toString());
                if (Elf.isElf(file)) {
                    Elf.needed(file).forEach(name -> asked.putIfAbsent(name, file));
                }
            }
        }
        held.forEach(asked::remove);
        return asked;
    }

    /// @return `Depends` of a Debian package, each alternative once
    /// @throws IOException when it is not known which package brings a library
    static List<String> debianPackages(Path image) throws IOException {
        var packages = new TreeSet<String>();
        for (var library : ofSystem(image).entrySet()) {
            var brings = DEBIAN.get(library.getKey());
            if (brings == null) {
                throw new IOException(
                        "no package is known for " + library.getKey() + ", which " + library.getValue() + " needs");
            }
            packages.add(brings);
        }
        return List.copyOf(packages);
    }
}
