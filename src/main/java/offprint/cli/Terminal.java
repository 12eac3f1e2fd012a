package offprint.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Where a command prints, and what that place can do.
///
/// @param out results
/// @param err failures, with what to do about them
/// @param screen whether `out` is a terminal that can be redrawn
/// @param colour whether it may be coloured
/// @param wideGlyphs whether it shows characters beyond ASCII
/// @param size its width, asked again while drawing
public record Terminal(
        PrintStream out, PrintStream err, boolean screen, boolean colour, boolean wideGlyphs, Width size) {

    /// How many columns there are now.
    public interface Width {
        int columns();
    }

    /// The terminal or pipe that this process was started with. `TERM=dumb` is never redrawn; `NO_COLOR` (no-color.org)
    /// and
    /// `TERM=dumb` are never coloured.
    public static Terminal ofProcess(Map<String, String> environment) {
        boolean dumb = environment.getOrDefault("TERM", "").equals("dumb");
        boolean screen = isTerminal() && !dumb;
        boolean colour = screen && environment.getOrDefault("NO_COLOR", "").isEmpty();
        boolean wide = System.out.charset().newEncoder().canEncode("█░…·–");
        return new Terminal(System.out, System.err, screen, colour, wide, new TerminalWidth(environment));
    }

    /// Linux tells where the output goes whatever the input is; elsewhere both must be a terminal.
    private static boolean isTerminal() {
        var output = Path.of("/proc/self/fd/1");
        try {
            if (Files.isSymbolicLink(output)) {
                var target = Files.readSymbolicLink(output).toString();
                return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
            }
        } catch (IOException e) {
            return false;
        }
        return Optional.ofNullable(System.console())
                .map(java.io.Console::isTerminal)
                .orElse(false);
    }

    /// A stream for JSON: always UTF-8 and `\n`, whatever the locale is.
    PrintStream jsonOut() {
        return new PrintStream(out, true, StandardCharsets.UTF_8);
    }

    void line(String text) {
        out.println(text);
    }

    void errorLine(String text) {
        err.println(text);
    }
}
