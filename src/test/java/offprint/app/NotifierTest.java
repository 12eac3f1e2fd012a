package offprint.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class NotifierTest {

    @TempDir
    private Path folder;

    /// A program that writes down its arguments, a line each.
    private Path program() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "there is no /bin/sh here");
        var script = folder.resolve("a program");
        Files.writeString(
                script,
                "#!/bin/sh\nfor word in \"$@\"; do printf '%s\\n' \"$word\"; done >'" + folder + "/part'\nmv '" + folder
                        + "/part' '" + folder + "/shown'\n");
        return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    }

    private static Notifier.Form form(String program) {
        return (title, text) -> List.of(program, title, text);
    }

    @Test
    void the_first_program_that_is_there_shows_it() throws Exception {
        var asked = new ArrayList<String>();
        Notifier.Form never = (title, text) -> {
            asked.add(title);
            return List.of(folder.resolve("later").toString());
        };
        var notifier = new Notifier(List.of(
                form(folder.resolve("not there").toString()), form(program().toString()), never));
        notifier.show("Done; rm -rf $HOME", "12 `photos` → 'files'");
        notifier.ending().join();

        assertThat(folder.resolve("shown")).hasContent("Done; rm -rf $HOME\n12 `photos` → 'files'\n");
        assertThat(asked).isEmpty();
    }

    @Test
    void a_program_that_fails_or_hangs_or_is_not_there_holds_nobody_up() {
        var before = System.nanoTime();
        new Notifier(List.of()).show("a", "b");
        new Notifier(List.of(form("/not/there"))).show("a", "b");
        var hanging = new Notifier(List.of((title, text) -> List.of("sleep", "60")));
        hanging.show("a", "b");
        new Notifier(List.of((title, text) -> List.of("false"))).show("a", "b");
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(8));
        assertThat(hanging.ending()).isNotDone();
        assertThatThrownBy(() -> hanging.ending().get(20, TimeUnit.SECONDS)).hasCauseInstanceOf(TimeoutException.class);
    }

    @Test
    void on_linux_a_word_that_looks_like_markup_or_an_option_is_only_a_word() {
        var forms = Notifier.forms("Linux");
        assertThat(forms.getFirst().command("--version", "<b>Tom & Eve</b>"))
                .containsExactly(
                        "notify-send",
                        "--app-name=Offprint",
                        "--icon=app.offprint.Offprint",
                        "--",
                        "--version",
                        "&lt;b&gt;Tom &amp; Eve&lt;/b&gt;");
        assertThat(forms.get(1).command("It's {done}", "a\\b"))
                .contains("'It\\'s {done}'", "'a\\\\b'")
                .startsWith("gdbus", "call", "--session");
    }

    @Test
    void on_a_mac_the_words_are_no_part_of_the_script() {
        var command = Notifier.forms("Mac OS X").getFirst().command("\" & quit & \"", "text");
        assertThat(command.getFirst()).isEqualTo("osascript");
        assertThat(command.subList(command.size() - 3, command.size())).containsExactly("--", "\" & quit & \"", "text");
    }

    @Test
    void on_windows_there_is_none() {
        assertThat(Notifier.forms("Windows 11")).isEmpty();
    }
}
