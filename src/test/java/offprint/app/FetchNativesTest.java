package offprint.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs the build's fetcher with programs called `npm` that are scripts of a few lines: no network, no registry.
class FetchNativesTest {

    private static final Path REAL = Path.of("installer/natives");

    @TempDir
    private static Path classes;

    @TempDir
    private Path folder;

    private Path manifest = Path.of("");
    private Path natives = Path.of("");

    @BeforeAll
    static void compile() {
        int code = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-d",
                        classes.toString(),
                        REAL.resolve("FetchNatives.java").toString());
        assertThat(code).isZero();
    }

    @BeforeEach
    void unpack() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "there is no /bin/sh here");
        manifest = Files.createDirectories(folder.resolve("manifest"));
        natives = folder.resolve("a native folder");
        for (var file : List.of("package.json", "package-lock.json", ".npmrc", "THIRD-PARTY.md")) {
            Files.copy(REAL.resolve(file), manifest.resolve(file));
        }
        Files.createDirectories(manifest.resolve("licences"));
        Files.writeString(manifest.resolve("licences/LGPL-3.0.txt"), "free");
    }

    /// An npm that notes what it was called with in `called` and then does what the lines say, in the folder of the
    /// manifest's copy.
    private void npm(String lines) throws IOException {
        var bin = Files.createDirectories(folder.resolve("bin"));
        var npm = Files.writeString(
                bin.resolve("npm"), "#!/bin/sh\necho \"$@\" >>'" + folder.resolve("called") + "'\n" + lines + "\n");
        Files.setPosixFilePermissions(npm, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static String bringing(String library) {
        return "d=node_modules/@img/some-package; mkdir -p $d/lib && echo code >$d/lib/" + library
                + " && echo text >$d/README.md && echo '{}' >$d/versions.json";
    }

    private String fetched(String platform) throws IOException, InterruptedException {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of("-cp", classes.toString(), "FetchNatives"));
        command.addAll(List.of(manifest.toString(), natives.toString(), platform));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PATH", folder.resolve("bin") + ":/usr/bin:/bin");
        if (!Files.exists(folder.resolve("bin"))) {
            builder.environment().put("PATH", folder.toString());
        }
        var out = folder.resolve("out.txt");
        var process = builder.redirectOutput(out.toFile()).start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        return Files.readString(out);
    }

    private List<String> left() throws IOException {
        if (!Files.exists(natives)) {
            return List.of();
        }
        try (var files = Files.walk(natives)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> natives.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    @Nested
    class WhereNpmIsThere {

        @Test
        void theOneLibraryIsPutInItsPlatformsFolderWithItsNotices() throws IOException, InterruptedException {
            npm(bringing("libvips-cpp.so.8.18.7"));
            assertThat(fetched("linux-x64")).startsWith("libvips fetched: ");
            assertThat(left())
                    .containsExactly(
                            "linux-x64/CONTENTS.md",
                            "linux-x64/THIRD-PARTY.md",
                            "linux-x64/libvips-cpp.so.8.18.7",
                            "linux-x64/licences/LGPL-3.0.txt",
                            "linux-x64/package-lock.json",
                            "linux-x64/versions.json");
        }

        @Test
        void itIsAskedForThePlatformAndRunsNoScripts() throws IOException, InterruptedException {
            npm(bringing("libvips-42.dll"));
            fetched("windows-x64");
            assertThat(Files.readString(folder.resolve("called")))
                    .startsWith("ci --ignore-scripts ")
                    .contains("--os=win32 --cpu=x64")
                    .doesNotContain("--libc");
            npm(bringing("libvips-cpp.so.8.18.7"));
            fetched("linuxmusl-arm64");
            assertThat(Files.readString(folder.resolve("called"))).contains("--os=linux --cpu=arm64 --libc=musl");
        }

        @Test
        void aSecondTimeNothingIsDoneUntilTheLockChanges() throws IOException, InterruptedException {
            npm(bringing("libvips-cpp.so.8.18.7"));
            fetched("linux-x64");
            var called = Files.readString(folder.resolve("called"));
            var lock = manifest.resolve("package-lock.json");
            Files.setLastModifiedTime(lock, FileTime.fromMillis(System.currentTimeMillis() + 5_000));
            assertThat(fetched("linux-x64")).isEmpty();
            assertThat(Files.readString(folder.resolve("called"))).isEqualTo(called);
            assertThat(Files.getLastModifiedTime(natives.resolve("linux-x64/package-lock.json")))
                    .isEqualTo(Files.getLastModifiedTime(lock));

            Files.writeString(lock, Files.readString(lock).replace("1.3.4", "1.3.5"));
            npm(bringing("libvips-cpp.so.9"));
            fetched("linux-x64");
            assertThat(left()).contains("linux-x64/libvips-cpp.so.9").doesNotContain("linux-x64/libvips-cpp.so.8.18.7");
        }
    }

    @Nested
    class WhereTheLibraryCannotBeHad {

        private void isSaidInOneLine(String platform, String reason) throws IOException, InterruptedException {
            assertThat(fetched(platform).lines())
                    .singleElement()
                    .asString()
                    .startsWith("libvips was not fetched (" + reason)
                    .endsWith("embedded engine.");
            assertThat(left()).isEmpty();
        }

        @Test
        void aMissingNpmIsSaidInOneLine() throws IOException, InterruptedException {
            isSaidInOneLine("linux-x64", "npm is not on the PATH)");
        }

        @Test
        void aFailureOfNpmIsSaidWithItsReason() throws IOException, InterruptedException {
            npm(
                    "echo npm warn careful; echo npm error code EINTEGRITY; echo npm error; echo npm error A complete log of"
                            + " this run can be found in: x; exit 1");
            isSaidInOneLine("linux-x64", "npm failed: code EINTEGRITY)");
        }

        @Test
        void aPackageThatNpmLeftOutIsSaid() throws IOException, InterruptedException {
            npm("exit 0");
            isSaidInOneLine("mac-arm64", "npm could not bring the package of this platform)");
        }
    }

    @Nested
    class TheLockFile {

        @Test
        void namesExactVersionsWithHashesAndNoAddressToDownloadFrom() throws IOException {
            var lock = Files.readString(REAL.resolve("package-lock.json"));
            assertThat(lock).doesNotContain("resolved").doesNotContain("registry");
            var packages = lock.lines()
                    .filter(line -> line.contains("\"node_modules/"))
                    .count();
            assertThat(packages).isEqualTo(7);
            assertThat(lock.lines().filter(line -> line.contains("\"integrity\": \"sha512-")))
                    .hasSize(7);
            assertThat(Files.readString(REAL.resolve("package.json"))).doesNotContain("^", "~", "latest");
        }
    }
}
