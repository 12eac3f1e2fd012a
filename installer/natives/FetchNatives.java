import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Fetches the one libvips library of a platform by npm, into a folder that the program is told of.
///
/// `java installer/natives/FetchNatives.java MANIFEST_FOLDER NATIVE_FOLDER PLATFORM` puts the library, its notices and
/// licences and a copy of the lock file into `NATIVE_FOLDER/PLATFORM`. The copy is the mark of a folder that is
/// complete:
/// while it equals the lock, nothing is done. Where npm is missing or fails, one line says so and the exit
/// code is 0 all the same, since the program runs without the library.
public final class FetchNatives {

    /// What npm calls a platform of ours, and the library in that platform's package.
    private record Platform(String os, String cpu, Optional<String> libc, String library) {}

    private static final Map<String, Platform> PLATFORMS = Map.of(
            "linux-x64", new Platform("linux", "x64", Optional.of("glibc"), "libvips-cpp.so."),
            "linux-arm64", new Platform("linux", "arm64", Optional.of("glibc"), "libvips-cpp.so."),
            "linuxmusl-x64", new Platform("linux", "x64", Optional.of("musl"), "libvips-cpp.so."),
            "linuxmusl-arm64", new Platform("linux", "arm64", Optional.of("musl"), "libvips-cpp.so."),
            "mac-x64", new Platform("darwin", "x64", Optional.empty(), "libvips-cpp."),
            "mac-arm64", new Platform("darwin", "arm64", Optional.empty(), "libvips-cpp."),
            "windows-x64", new Platform("win32", "x64", Optional.empty(), "libvips-42.dll"));

    private static final String LOCK = "package-lock.json";
    private static final List<String> MANIFEST = List.of("package.json", LOCK, ".npmrc");
    private static final String LICENCES = "licences";
    private static final int PATIENCE_MINUTES = 5;

    private final Path manifest;
    private final Path scratch;
    private final Path folder;
    private final Platform platform;

    private FetchNatives(Path manifest, Path natives, String name) {
        this.manifest = manifest;
        this.scratch = natives.resolve("npm");
        this.folder = natives.resolve(name);
        this.platform = Optional.ofNullable(PLATFORMS.get(name))
                .orElseThrow(() -> new IllegalArgumentException("expected one of "
                        + PLATFORMS.keySet().stream().sorted().toList() + " but received " + name));
    }

    public static void main(String[] arguments) throws InterruptedException {
        if (arguments.length != 3) {
            throw new IllegalArgumentException("expected MANIFEST_FOLDER NATIVE_FOLDER PLATFORM");
        }
        try {
            new FetchNatives(Path.of(arguments[0]), Path.of(arguments[1]), arguments[2]).run();
        } catch (Unavailable | IOException | UncheckedIOException reason) {
            System.out.println("libvips was not fetched (" + reason.getMessage()
                    + "): Offprint will use the system's libvips, or else its embedded engine.");
        }
    }

    private void run() throws Unavailable, IOException, InterruptedException {
        var mark = folder.resolve(LOCK);
        if (Files.exists(mark) && Files.mismatch(mark, manifest.resolve(LOCK)) == -1) {
            // The content is the same, only the time is not: tell those who look at the time.
            Files.setLastModifiedTime(mark, Files.getLastModifiedTime(manifest.resolve(LOCK)));
            return;
        }
        var npm = npm();
        delete(folder);
        delete(scratch);
        Files.createDirectories(scratch);
        try {
            for (var file : MANIFEST) {
                Files.copy(manifest.resolve(file), scratch.resolve(file));
            }
            install(npm);
            take();
        } finally {
            delete(scratch);
        }
    }

    private static Path npm() throws Unavailable {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        var name = windows ? "npm.cmd" : "npm";
        for (var place : Optional.ofNullable(System.getenv("PATH")).orElse("").split(java.io.File.pathSeparator)) {
            if (!place.isBlank() && Files.isExecutable(Path.of(place, name))) {
                return Path.of(place, name);
            }
        }
        throw new Unavailable("npm is not on the PATH");
    }

    /// Exactly what the lock says, verified by its hashes; no script of any package is run.
    private void install(Path npm) throws Unavailable, IOException, InterruptedException {
        var command = new ArrayList<>(List.of(npm.toString(), "ci", "--ignore-scripts", "--prefer-offline"));
        command.addAll(List.of("--fetch-retries=1", "--fetch-retry-mintimeout=1000", "--fetch-timeout=60000"));
        command.addAll(List.of("--os=" + platform.os(), "--cpu=" + platform.cpu()));
        platform.libc().ifPresent(libc -> command.add("--libc=" + libc));
        var said = scratch.resolve("npm.log");
        var process = new ProcessBuilder(command)
                .directory(scratch.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new Unavailable("npm took longer than " + PATIENCE_MINUTES + " minutes");
        }
        if (process.exitValue() != 0) {
            throw new Unavailable("npm failed: " + lastProblem(said));
        }
    }

    /// The last thing that npm calls an error, but for where its log lies.
    private static String lastProblem(Path said) throws IOException {
        return new String(Files.readAllBytes(said), Charset.defaultCharset())
                .lines()
                .filter(line -> line.startsWith("npm error") && !line.contains("log of this run"))
                .map(line -> line.substring("npm error".length()).strip())
                .filter(line -> !line.isEmpty())
                .reduce((first, last) -> last)
                .orElse("it gave no reason");
    }

    /// Takes the library and its notices out of the package; the mark comes last.
    private void take() throws Unavailable, IOException {
        var library = found(platform.library());
        var contents = Optional.ofNullable(library.getParent().getParent()).orElseThrow();
        Files.createDirectories(folder);
        Files.move(library, folder.resolve(library.getFileName()));
        Files.copy(contents.resolve("README.md"), folder.resolve("CONTENTS.md"));
        Files.copy(contents.resolve("versions.json"), folder.resolve("versions.json"));
        Files.copy(manifest.resolve("THIRD-PARTY.md"), folder.resolve("THIRD-PARTY.md"));
        try (var licences = Files.list(manifest.resolve(LICENCES))) {
            Files.createDirectories(folder.resolve(LICENCES));
            for (var licence : licences.toList()) {
                Files.copy(licence, folder.resolve(LICENCES).resolve(licence.getFileName()));
            }
        }
        Files.copy(manifest.resolve(LOCK), folder.resolve(LOCK), StandardCopyOption.COPY_ATTRIBUTES);
        System.out.println("libvips fetched: " + folder.resolve(library.getFileName()));
    }

    private Path found(String prefix) throws Unavailable, IOException {
        try (var files = Files.walk(scratch)) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .filter(Files::isRegularFile)
                    .findFirst()
                    .orElseThrow(() -> new Unavailable("npm could not bring the package of this platform"));
        }
    }

    private static void delete(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (var files = Files.walk(path)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /// The library can't be had here, for a reason that is nobody's mistake.
    private static final class Unavailable extends Exception {

        private static final long serialVersionUID = 1L;

        Unavailable(String reason) {
            super(reason);
        }
    }
}
