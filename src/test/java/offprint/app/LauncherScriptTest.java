package offprint.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs the launcher under `sh` with java programs that only print what they were called with. The usual places of this
/// machine may hold a real JDK, so every case names its Java by a variable, or is about a refusal that comes before.
class LauncherScriptTest {

    private static final Path SCRIPT = Path.of("installer/portable/bin/offprint");

    @TempDir
    private Path folder;

    private Path app = Path.of("");

    @BeforeEach
    void unpack() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "there is no /bin/sh here");
        app = folder.resolve("an app");
        Files.createDirectories(app.resolve("bin"));
        Files.copy(SCRIPT, app.resolve("bin/offprint"));
    }

    private record Ended(int code, String out, String err) {}

    private Ended run(Map<String, String> variables, Path script, String... words)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("/bin/sh", script.toString()));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", "/usr/bin:/bin", "HOME", folder.toString()));
        builder.environment().putAll(variables);
        var out = folder.resolve("out.txt");
        var err = folder.resolve("err.txt");
        var process =
                builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    /// A JDK whose java prints its arguments a line each, and its version when it is asked for that.
    private Path jdk(String name, String version, String releaseFile) throws IOException {
        var home = Files.createDirectories(folder.resolve(name));
        var java = Files.createDirectories(home.resolve("bin")).resolve("java");
        Files.writeString(
                java,
                "#!/bin/sh\nif [ \"$1\" = -version ]; then echo 'openjdk version \"" + version
                        + "\" 2026-01-01' >&2; echo asked >>'" + folder.resolve("asked") + "'; exit 0; fi\n"
                        + "echo \"$0\"; for word in \"$@\"; do echo \"[$word]\"; done; exit 7\n",
                StandardCharsets.UTF_8);
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        if (!releaseFile.isEmpty()) {
            Files.writeString(home.resolve("release"), releaseFile);
        }
        return home;
    }

    private Path launcher() {
        return app.resolve("bin/offprint");
    }

    @Nested
    class AJavaThatIsNewEnough {

        @Test
        void isGivenEveryWordAsItIsAndItsExitCodeIsKept() throws IOException, InterruptedException {
            var home = jdk("jdk 25", "25.0.1", "");
            var ended = run(
                    Map.of("OFFPRINT_JAVA", home.toString()),
                    launcher(),
                    "export",
                    "a b.jpg",
                    "$HOME",
                    "*",
                    "",
                    "it's");
            assertThat(ended.code()).isEqualTo(7);
            assertThat(ended.out())
                    .endsWith("[offprint.app.Main]\n[export]\n[a b.jpg]\n[$HOME]\n[*]\n[]\n[it's]\n")
                    .contains("[" + app.toRealPath() + "/javafx]", "[" + app.toRealPath() + "/lib/*]")
                    .contains("[-Doffprint.assets=" + app.toRealPath() + "/assets]")
                    .doesNotContain("offprint.natives");
        }

        @Test
        void isToldOfTheNativeLibrariesThatCameWithTheCopy() throws IOException, InterruptedException {
            var home = jdk("jdk", "25", "");
            Files.createDirectories(app.resolve("native"));
            assertThat(run(Map.of("OFFPRINT_JAVA", home.toString()), launcher(), "engines")
                            .out())
                    .contains("[-Doffprint.natives=" + app.toRealPath() + "/native]\n[-cp]")
                    .endsWith("[offprint.app.Main]\n[engines]\n");
        }

        @Test
        void mayBeNamedByItsProgram() throws IOException, InterruptedException {
            var java = jdk("jdk", "26", "").resolve("bin/java");
            assertThat(run(Map.of("OFFPRINT_JAVA", java.toString()), launcher()).code())
                    .isEqualTo(7);
        }

        @Test
        void mayBeJavaHomesOrOnThePath() throws IOException, InterruptedException {
            var home = jdk("jdk", "25", "");
            assertThat(run(Map.of("JAVA_HOME", home.toString()), launcher()).out())
                    .startsWith(home.toString());
            assertThat(run(Map.of("PATH", home + "/bin:/usr/bin:/bin"), launcher())
                            .out())
                    .startsWith(home.toRealPath().toString());
        }

        @Test
        void isNotStartedTwiceWhenItsReleaseFileTellsTheVersion() throws IOException, InterruptedException {
            var home = jdk("jdk", "25.0.1", "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"25.0.1\"\nOS_ARCH=\"x\"\n");
            assertThat(run(Map.of("OFFPRINT_JAVA", home.toString()), launcher()).code())
                    .isEqualTo(7);
            assertThat(folder.resolve("asked")).doesNotExist();
        }

        @Test
        void isGivenTheMemoryThatTheUserNames() throws IOException, InterruptedException {
            var home = jdk("jdk", "25", "");
            var ended = run(Map.of("OFFPRINT_JAVA", home.toString(), "OFFPRINT_HEAP", "3g"), launcher());
            assertThat(ended.out()).contains("[-Xmx3g]").doesNotContain("MaxRAMPercentage");
        }
    }

    @Nested
    class ALinkToTheLauncher {

        @Test
        void findsTheFolderItPointsInto() throws IOException, InterruptedException {
            var home = jdk("jdk", "25", "");
            var links = Files.createDirectories(folder.resolve("my bin"));
            Files.createSymbolicLink(links.resolve("first"), launcher());
            var second = Files.createSymbolicLink(links.resolve("second"), Path.of("first"));
            assertThat(run(Map.of("OFFPRINT_JAVA", home.toString()), second).out())
                    .contains("[" + app.toRealPath() + "/lib/*]");
        }
    }

    @Nested
    class NoJavaThatIsNewEnough {

        @Test
        void isSaidWithTheVersionThatWasFound() throws IOException, InterruptedException {
            var old = jdk("old", "17.0.9", "");
            var ended = run(Map.of("OFFPRINT_JAVA", old.toString()), launcher(), "--version");
            assertThat(ended.code()).isEqualTo(3);
            assertThat(ended.out()).isEmpty();
            assertThat(ended.err()).contains("Java 25 or newer is needed").contains("17.0.9");
        }

        @Test
        void countsTheOldNumberingAsOld() throws IOException, InterruptedException {
            var old = jdk("old", "1.8.0_402", "JAVA_VERSION=\"1.8.0_402\"\n");
            assertThat(run(Map.of("OFFPRINT_JAVA", old.toString()), launcher()).err())
                    .contains("1.8.0_402");
        }

        @Test
        void isSaidWhenTheVariablePointsToNothing() throws IOException, InterruptedException {
            var ended = run(Map.of("OFFPRINT_JAVA", folder.resolve("nowhere").toString()), launcher());
            assertThat(ended.code()).isEqualTo(3);
            assertThat(ended.err()).contains("OFFPRINT_JAVA").contains("nowhere");
        }

        @Test
        void isSaidWhenTheProgramTellsNoVersion() throws IOException, InterruptedException {
            var odd = jdk("odd", "unknown", "");
            assertThat(run(Map.of("OFFPRINT_JAVA", odd.toString()), launcher()).code())
                    .isEqualTo(3);
        }
    }
}
