package offprint.cli;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import offprint.library.ThumbnailCache.Usage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `offprint cache`.
@Command(
        name = "cache",
        description = {
            "The thumbnails that are kept so that photos seen once are there at once the next time:",
            "where they lie and how much room they take."
        })
final class CacheCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Workshop workshop;

    @Option(names = "--clear", description = "Delete them; they are made again when they are wanted.")
    private boolean clear;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    CacheCommand(Terminal terminal, Workshop workshop) {
        this.terminal = terminal;
        this.workshop = workshop;
    }

    @Override
    public Integer call() {
        var cache = workshop.thumbnails();
        try {
            var deleted = clear ? cache.clear() : new Usage(0, 0);
            var usage = cache.usage();
            if (json) {
                terminal.jsonOut()
                        .print(Json.event("cache")
                                        .with("folder", cache.folder().toString())
                                        .with("thumbnails", usage.thumbnails())
                                        .with("bytes", usage.bytes())
                                        .with("capacityBytes", cache.capacityBytes())
                                        .with("deletedThumbnails", deleted.thumbnails())
                                        .with("deletedBytes", deleted.bytes())
                                        .line()
                                + "\n");
                return ExitCode.DONE.code();
            }
            if (clear) {
                terminal.line("Deleted " + words(deleted) + ".");
            }
            terminal.line(Printable.escaped(cache.folder().toString()));
            terminal.line(words(usage) + " of at most " + megabytes(cache.capacityBytes()) + ".");
            return ExitCode.DONE.code();
        } catch (IOException failure) {
            terminal.errorLine("offprint: the thumbnails in " + Printable.escaped(cache.folder() + ": " + failure));
            return ExitCode.FAILED.code();
        }
    }

    private static String words(Usage usage) {
        return (usage.thumbnails() == 1
                        ? "1 thumbnail, "
                        : String.format(Locale.ROOT, "%,d thumbnails, ", usage.thumbnails()))
                + megabytes(usage.bytes());
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }
}
