import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The Java run time that goes into the program: the modules it needs of the JDK that runs this, and JavaFX as real
/// modules with its natives beside Java's own, so that nothing is unpacked anywhere at run time.
final class RunTime {

    /// What no class file says: `Unsafe`, which JavaFX uses, and the months and numbers of the languages below.
    private static final List<String> UNSAID = List.of("jdk.unsupported", "jdk.localedata");

    private static final String LANGUAGES = "en,de,fr,es,ja,zh";

    /// Parts of `java.desktop` that a program without AWT windows, sound and splash screen never loads; the first two
    /// would ask for X11 and ALSA libraries that JavaFX does not need.
    private static final List<String> NEVER_LOADED =
            List.of("libawt_xawt.so", "libjsound.so", "libjawt.so", "libsplashscreen.so");

    /// Programs of the JDK that the program does not start; `java` itself stays: it runs the helper processes.
    private static final List<String> NEVER_STARTED = List.of("jfr", "keytool", "rmiregistry", "jrunscript");

    private final Plan plan;
    private final Path work;

    RunTime(Plan plan) {
        this.plan = plan;
        this.work = plan.work().resolve("run-time");
    }

    /// @return the folder of the run time
    Path make() throws IOException, InterruptedException {
        Files.createDirectories(work);
        var modules = javafxModules();
        var needed = new TreeSet<>(said());
        needed.addAll(UNSAID);
        var image = work.resolve("image");
        Steps.run(
                work,
                Plan.tool("jlink"),
                "--module-path",
                modules.toString(),
                "--add-modules",
                String.join(",", needed),
                "--include-locales=" + LANGUAGES,
                "--strip-java-debug-attributes",
                "--no-header-files",
                "--no-man-pages",
                "--compress=zip-6",
                "--output",
                image.toString());
        prune(image);
        Steps.say("run time: " + String.join(" ", needed) + ", " + Steps.bytes(image) / 1_000_000 + " MB");
        return image;
    }

    /// Modules that the program and its libraries need, by their class files.
    private List<String> said() throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Plan.tool("jdeps"),
                "--ignore-missing-deps",
                "--multi-release",
                "25",
                "--print-module-deps",
                "--module-path",
                plan.portable().resolve("javafx").toString()));
        Steps.sorted(plan.portable().resolve("lib")).map(Path::toString).forEach(command::add);
        // Warnings may stand before it.
        return List.of(
                Steps.run(work, Map.of(), command).lines().toList().getLast().split(","));
    }

    private Path javafxModules() throws IOException, InterruptedException {
        var modules = Files.createDirectories(work.resolve("modules"));
        for (var jar : Steps.sorted(plan.portable().resolve("javafx")).toList()) {
            // javafx-graphics-26.0.2-linux.jar
            var parts = jar.getFileName().toString().split("-", -1);
            var name = "javafx." + parts[1];
            var classes = Files.createDirectories(work.resolve(name).resolve("classes"));
            var natives = Files.createDirectories(work.resolve(name).resolve("natives"));
            Steps.run(classes, Plan.tool("jar"), "--extract", "--file", jar.toString());
            try (var files = Files.list(classes)) {
                for (var file : files.filter(RunTime::isNative).toList()) {
                    Files.move(file, natives.resolve(file.getFileName()));
                }
            }
            Steps.run(
                    work,
                    Plan.tool("jmod"),
                    "create",
                    "--class-path",
                    classes.toString(),
                    plan.windows() ? "--cmds" : "--libs",
                    natives.toString(),
                    "--module-version",
                    parts[2],
                    "--target-platform",
                    targetPlatform(),
                    modules.resolve(name + ".jmod").toString());
        }
        return modules;
    }

    private static boolean isNative(Path file) {
        var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".so") || name.endsWith(".dylib") || name.endsWith(".dll");
    }

    /// As the JDK's own modules name it.
    private String targetPlatform() {
        var os = plan.linux() ? "linux" : plan.mac() ? "macos" : "windows";
        return os + "-" + (plan.platform().endsWith("arm64") ? "aarch64" : "amd64");
    }

    private void prune(Path image) throws IOException {
        for (var name : NEVER_STARTED) {
            Files.deleteIfExists(image.resolve("bin").resolve(plan.windows() ? name + ".exe" : name));
        }
        if (plan.linux()) {
            for (var name : NEVER_LOADED) {
                Files.deleteIfExists(image.resolve("lib").resolve(name));
            }
        }
        var left = Steps.sorted(image.resolve("bin"))
                .map(path -> path.getFileName().toString())
                .collect(Collectors.joining(" "));
        Steps.say("programs in the run time: " + left);
    }
}
