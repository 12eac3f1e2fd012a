package offprint.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import offprint.bench.PreviewFigures;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `offprint bench preview`.
@Command(
        name = "preview",
        description = {
            "Moves the quality slider over variants of a generated 24 MP photo: when does the picture follow?",
            "The first picture may be an estimate; the exact one follows. Twenty moves in a second show how many",
            "renders are under way at once."
        })
final class PreviewBenchCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Workshop workshop;

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Option(names = "--moves", paramLabel = "N", defaultValue = "30", description = "Moves a variant (30).")
    private int moves;

    @Option(names = "--box", paramLabel = "PX", defaultValue = "1000", description = "Size of the preview (1000).")
    private int boxPx;

    @Mixin
    private SessionArguments arguments = new SessionArguments();

    PreviewBenchCommand(Terminal terminal, Workshop workshop) {
        this.terminal = terminal;
        this.workshop = workshop;
    }

    @Override
    public Integer call() throws Exception {
        if (moves < 1 || boxPx < 1) {
            throw new UsageException("Expected 1 or more for --moves and --box.");
        }
        try (var interruption = Interruption.watched();
                var session = workshop.open(arguments.options(terminal))) {
            session.previewBench().run(moves, boxPx, this::print, interruption.token());
        }
        return ExitCode.DONE.code();
    }

    private void print(PreviewFigures figures) {
        if (json) {
            terminal.jsonOut().print(json(figures).line() + "\n");
            return;
        }
        terminal.line(String.format(
                Locale.ROOT,
                "%-8s %-8s %-13s first picture p50 %.0f, p99 %.0f ms   exact p50 %.0f, p99 %.0f ms (%d of %d)   "
                        + "cold %.0f ms   20 moves a second: %d shown, at most %d renders",
                figures.engine(),
                figures.variant(),
                figures.size(),
                figures.firstPictureMillis().p50(),
                figures.firstPictureMillis().p99(),
                figures.exactMillis().p50(),
                figures.exactMillis().p99(),
                figures.exact(),
                figures.moves(),
                figures.coldMillis(),
                figures.shown(),
                figures.behind()));
    }

    static Json json(PreviewFigures figures) {
        return Json.event("bench")
                .with("name", "preview")
                .with("engine", figures.engine())
                .with("variant", figures.variant())
                .with("widthPx", figures.size().widthPx())
                .with("heightPx", figures.size().heightPx())
                .with("moves", figures.moves())
                .with("coldMillis", BenchCommand.rounded(figures.coldMillis()))
                .with("firstPictureMillis", BenchCommand.json(figures.firstPictureMillis()))
                .with("exactMillis", BenchCommand.json(figures.exactMillis()))
                .with("exact", figures.exact())
                .with("shown", figures.shown())
                .with("behind", figures.behind());
    }
}
