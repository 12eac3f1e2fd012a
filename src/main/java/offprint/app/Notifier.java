package offprint.app;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Shows a notification by the system's own program for that; where there is none, nothing happens but a line in the
/// log. Never waits for it.
final class Notifier {

    private static final System.Logger LOG = System.getLogger(Notifier.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String APP = "Offprint";
    private static final String ICON = "app.offprint.Offprint";

    private final List<Form> forms;
    private volatile CompletableFuture<?> ending = CompletableFuture.completedFuture(true);

    /// How a program is called.
    interface Form {
        List<String> command(String title, String text);
    }

    /// @param forms the first whose program is there is taken
    Notifier(List<Form> forms) {
        this.forms = List.copyOf(forms);
    }

    static Notifier ofThisSystem() {
        return new Notifier(forms(System.getProperty("os.name")));
    }

    /// Windows shows notifications of installed programs by an interface of its own only.
    static List<Form> forms(String osName) {
        var name = osName.toLowerCase(Locale.ROOT);
        if (name.contains("mac")) {
            return List.of(Notifier::osascript);
        }
        return name.contains("windows") ? List.of() : List.of(Notifier::notifySend, Notifier::gdbus);
    }

    /// Title and text are the script's arguments, never a part of it.
    private static List<String> osascript(String title, String text) {
        return List.of(
                "osascript",
                "-e",
                "on run argv",
                "-e",
                "display notification (item 2 of argv) with title (item 1 of argv)",
                "-e",
                "end run",
                "--",
                title,
                text);
    }

    private static List<String> notifySend(String title, String text) {
        return List.of("notify-send", "--app-name=" + APP, "--icon=" + ICON, "--", title, markup(text));
    }

    /// By the Desktop Notifications Specification 1.2.
    private static List<String> gdbus(String title, String text) {
        return List.of(
                "gdbus",
                "call",
                "--session",
                "--dest=org.freedesktop.Notifications",
                "--object-path=/org/freedesktop/Notifications",
                "--method=org.freedesktop.Notifications.Notify",
                variant(APP),
                "0",
                variant(ICON),
                variant(title),
                variant(markup(text)),
                "[]",
                "{}",
                "-1");
    }

    /// The text of a notification may hold markup by that specification.
    private static String markup(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /// A string in GVariant's text format.
    private static String variant(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n") + "'";
    }

    /// Starts the program and returns. Any thread but the window's.
    void show(String title, String text) {
        for (var form : forms) {
            if (hasStarted(form.command(title, text))) {
                return;
            }
        }
        LOG.log(System.Logger.Level.INFO, "this system has no program that shows notifications");
    }

    /// Of the last one that was begun, however it ends.
    CompletableFuture<?> ending() {
        return ending;
    }

    private boolean hasStarted(List<String> command) {
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            ending = process.onExit()
                    .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .whenComplete((ended, late) -> ended(process, command.getFirst(), late != null));
            return true;
        } catch (IOException notThere) {
            LOG.log(System.Logger.Level.DEBUG, "no " + command.getFirst(), notThere);
            return false;
        }
    }

    private static void ended(Process process, String program, boolean late) {
        if (late) {
            process.destroy();
            LOG.log(System.Logger.Level.WARNING, "{0} did not show the notification in time", program);
        } else if (process.exitValue() != 0) {
            LOG.log(System.Logger.Level.INFO, "{0} ended with {1}", program, process.exitValue());
        }
    }
}
