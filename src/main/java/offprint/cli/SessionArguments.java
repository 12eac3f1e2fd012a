package offprint.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;

/// The options that say what a command works with.
final class SessionArguments {

    private static final int MOST_WORKERS = 512;

    @Option(names = "--workers", paramLabel = "N", description = "Photos worked on at once (one a processor).")
    private Optional<Integer> workers = Optional.empty();

    @Option(names = "--memory", paramLabel = "SIZE", description = "Memory for photos in work, such as 2G or 800M.")
    private Optional<String> memory = Optional.empty();

    @Option(names = "--engine", paramLabel = "auto|NAME", description = "Which engine to use: see 'offprint engines'.")
    private String engine = "auto";

    @Option(
            names = "--max-megapixels",
            paramLabel = "N",
            description = "Refuse larger photos (268), lest a hostile file take all memory.")
    private Optional<Integer> maxMegapixels = Optional.empty();

    @Option(
            names = "--recover-damaged",
            description = "Export what can be read of a damaged photo (libvips only), instead of nothing.")
    private boolean recoverDamaged;

    /// @throws UsageException when they make no sense
    Workshop.SessionOptions options(Terminal terminal) {
        workers.ifPresent(number -> {
            if (number < 1 || number > MOST_WORKERS) {
                throw new UsageException(
                        "Expected a number from 1 to " + MOST_WORKERS + " for --workers but received " + number + ".");
            }
        });
        maxMegapixels.filter(number -> number < 1).ifPresent(number -> {
            throw new UsageException("Expected 1 or more for --max-megapixels but received " + number + ".");
        });
        var budget = memory.map(text -> MemorySize.parse(text)
                .orElseThrow(() -> new UsageException(
                        "Expected a size such as 2G or 800M for --memory but received \"" + text + "\".")));
        budget.filter(bytes -> bytes > Runtime.getRuntime().maxMemory())
                .ifPresent(bytes -> terminal.errorLine("Note: --memory " + memory.orElse("") + " is more than the "
                        + Printable.bytes(Runtime.getRuntime().maxMemory())
                        + " that Java may use here; see OFFPRINT_HEAP."));
        var name = engine.toLowerCase(Locale.ROOT);
        return new Workshop.SessionOptions(
                workers,
                budget,
                name.equals("auto") ? Optional.empty() : Optional.of(name),
                maxMegapixels,
                recoverDamaged);
    }

    /// The same options as words, for another process.
    List<String> words() {
        var words = new ArrayList<String>();
        workers.ifPresent(number -> words.addAll(List.of("--workers", number.toString())));
        memory.ifPresent(size -> words.addAll(List.of("--memory", size)));
        words.addAll(List.of("--engine", engine));
        maxMegapixels.ifPresent(number -> words.addAll(List.of("--max-megapixels", number.toString())));
        if (recoverDamaged) {
            words.add("--recover-damaged");
        }
        return List.copyOf(words);
    }
}
