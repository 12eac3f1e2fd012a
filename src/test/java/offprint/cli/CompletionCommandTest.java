package offprint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompletionCommandTest {

    private static final List<String> WORDS = List.of(
            "export", "probe", "recipes", "list", "check", "engines", "try", "bench", "window", "cancel", "completion");

    @TempDir
    private Path folder;

    private String printed(String kind) {
        var captured = new Captured();
        var nothing = new CommandLineMainTest();
        assertThat(nothing.lineFor(captured).run(List.of("completion", kind))).isZero();
        return captured.out();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish", "man"})
    void everyCommandAndItsOptionsAreThereAndNothingHiddenIs(String kind) {
        var text = printed(kind);
        assertThat(text).contains(WORDS);
        for (var option : List.of("recipe", "on-conflict", "workers", "memory", "plan")) {
            assertThat(text.replace("\\-", "-")).contains(option);
        }
        if (!kind.equals("bash")) {
            assertThat(text).contains("overwrite").doesNotContain("rehearse");
        }
    }

    @Test
    void anUnknownShellIsRefused() {
        var captured = new Captured();
        assertThat(new CommandLineMainTest().lineFor(captured).run(List.of("completion", "tcsh")))
                .isEqualTo(ExitCode.USAGE.code());
        assertThat(captured.err()).contains("bash, zsh, fish or man");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void theShellItselfFindsNoFault(String shell) throws IOException, InterruptedException {
        assumeTrue(isThere(shell), shell + " is not installed");
        var script = Files.writeString(folder.resolve("offprint." + shell), printed(shell));
        assertThat(said(List.of(shell, "-n", script.toString()))).isEmpty();
    }

    @Test
    void bashOffersTheCommandsThatBeginAlike() throws IOException, InterruptedException {
        assumeTrue(isThere("bash"), "bash is not installed");
        var script = Files.writeString(folder.resolve("offprint.bash"), printed("bash"));
        var asked = "source '" + script + "'; COMP_WORDS=(offprint comp); COMP_CWORD=1; COMP_LINE='offprint comp'; "
                + "_complete_offprint offprint comp offprint 2>/dev/null; echo \"${COMPREPLY[@]}\"";
        assertThat(said(List.of("bash", "-c", asked)).strip()).isEqualTo("completion");
    }

    @Test
    void fishOffersTheValuesOfAnOption() throws IOException, InterruptedException {
        assumeTrue(isThere("fish"), "fish is not installed");
        var script = Files.writeString(folder.resolve("offprint.fish"), printed("fish"));
        var asked = "source '" + script + "'; complete -C 'offprint export --on-conflict '";
        assertThat(said(List.of("fish", "--no-config", "-c", asked)).lines().map(line -> line.replaceFirst("\t.*", "")))
                .containsExactlyInAnyOrder("rename", "skip", "overwrite");
    }

    @Test
    void theManualPageHasNoFaultThatManFinds() throws IOException, InterruptedException {
        assumeTrue(isThere("man"), "man is not installed");
        var page = Files.writeString(folder.resolve("offprint.1"), printed("man"));
        assertThat(said(List.of("man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z", page.toString()))
                        .lines()
                        .filter(line -> line.contains("warning")))
                .isEmpty();
    }

    private static boolean isThere(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }

    /// What it prints, on both streams; its end is waited for.
    private static String said(List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(new ArrayList<>(command))
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return said;
    }
}
