package offprint.app;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Optional;
import offprint.ui.Texts;

/// Says a few words and figures as the window would, in a process of its own, since words are chosen once a process.
final class SpokenMain {

    private SpokenMain() {}

    /// @param args the setting `language`, if any
    public static void main(String[] args) {
        LanguageChoice.apply(args.length == 0 ? Optional.empty() : Optional.of(args[0]));
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.println(Texts.get("prompt.cancel"));
        out.println(Texts.count(1_248));
        out.println(Texts.bytes(4_100_000_000L));
        out.println(Texts.elapsed(Duration.ofMillis(4_100)));
        out.println(Texts.dayAndTime(LocalDateTime.of(2026, 9, 14, 17, 4)));
    }
}
