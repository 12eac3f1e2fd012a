import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// What is to be made, and from where.
///
/// @param project the folder of `pom.xml`
/// @param portable the portable program that the build left: `lib`, `javafx`, `native`, `assets`
/// @param work scratch, emptied first
/// @param results where finished installers go
/// @param version from `pom.xml`, the one place
/// @param platform such as `linux-x64`
/// @param timestamp the time that every file gets
record Plan(Path project, Path portable, Path work, Path results, String version, String platform, Instant timestamp) {

    static final String ID = "app.offprint.Offprint";
    static final String SUMMARY = "Batch exporter for photographers";
    static final String VENDOR = "The Offprint contributors";

    /// What Java is told by every launcher; why each: `docs/decisions/0003` and `0012`.
    static final List<String> JAVA_OPTIONS = List.of(
            "-XX:+UseG1GC",
            "-XX:G1HeapRegionSize=2m",
            "-XX:MaxGCPauseMillis=25",
            "-XX:+UseCompressedOops",
            "-Xms32m",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "-Xlog:disable",
            "-Xlog:all=error:stderr",
            "--enable-native-access=ALL-UNNAMED,javafx.graphics",
            "--sun-misc-unsafe-memory-access=allow",
            "--add-modules=javafx.controls",
            "-Djava.awt.headless=true");

    static final String HEAP = "-XX:MaxRAMPercentage=50";
    static final String MAIN_CLASS = "offprint.app.Main";
    static final String AOT_CACHE = "offprint.aot";

    boolean linux() {
        return platform.startsWith("linux");
    }

    boolean windows() {
        return platform.startsWith("windows");
    }

    boolean mac() {
        return platform.startsWith("mac");
    }

    /// The program's name in files: as the system writes names.
    String name() {
        return linux() ? "offprint" : "Offprint";
    }

    /// What jpackage is told at every step, since it forgets it from one to the next.
    List<String> identity() {
        return List.of("--name", name(), "--app-version", version, "--vendor", VENDOR, "--description", SUMMARY);
    }

    String mainJar() {
        return "offprint-" + version + ".jar";
    }

    Path sources() {
        return project.resolve("installer");
    }

    /// The folder that the program's files of an image are in, as jpackage lays it out on this system.
    Path appFolder(Path image) {
        if (mac()) {
            return image.resolve("Contents").resolve("app");
        }
        return linux() ? image.resolve("lib").resolve("app") : image.resolve("app");
    }

    /// The run time in an image.
    Path runTime(Path image) {
        if (mac()) {
            return image.resolve("Contents")
                    .resolve("runtime")
                    .resolve("Contents")
                    .resolve("Home");
        }
        return linux() ? image.resolve("lib").resolve("runtime") : image.resolve("runtime");
    }

    Path java(Path runTime) {
        return runTime.resolve("bin").resolve(windows() ? "java.exe" : "java");
    }

    /// A tool of the JDK that runs this.
    static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }
}
