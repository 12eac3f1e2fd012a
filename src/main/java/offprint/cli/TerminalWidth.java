package offprint.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Asks `stty` how wide the terminal is, at most once in two seconds; `COLUMNS`, and failing that 80, where there is
/// none.
///
/// Used by one thread.
final class TerminalWidth implements Terminal.Width {

    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final int USUAL = 80;

    private final int fallback;
    private int columns;
    private long askedNanos;
    private boolean asked;
    private boolean mute;

    TerminalWidth(Map<String, String> environment) {
        this.fallback = positive(environment.getOrDefault("COLUMNS", "")).orElse(USUAL);
        this.columns = fallback;
    }

    @Override
    public int columns() {
        if (!mute && (!asked || System.nanoTime() - askedNanos > FRESH_NANOS)) {
            var answer = ask();
            mute = answer.isEmpty();
            columns = answer.orElse(fallback);
            asked = true;
            askedNanos = System.nanoTime();
        }
        return columns;
    }

    private static Optional<Integer> ask() {
        var tty = new File("/dev/tty");
        if (!tty.exists()) {
            return Optional.empty();
        }
        try {
            var process = new ProcessBuilder("stty", "size")
                    .redirectInput(tty)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            return positive(answer.substring(answer.indexOf(' ') + 1));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<Integer> positive(String text) {
        return text.matches("[1-9]\\d{0,4}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }
}
