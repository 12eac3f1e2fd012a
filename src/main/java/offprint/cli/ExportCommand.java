package offprint.cli;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import offprint.recipe.OnConflict;
import offprint.recipe.Recipe;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `offprint export`.
@Command(
        name = "export",
        description = "Exports photos and folders of photos with a recipe.",
        footer = {
            "",
            "Exit codes: 0 all done, 1 something failed or could not be read, 2 the command line makes no sense,",
            "130 cancelled with Ctrl-C (what was written so far stays; nothing is left half-written)."
        })
final class ExportCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Workshop workshop;

    @Parameters(paramLabel = "INPUT", arity = "1..*", description = "Photos, or folders: walked with all below them.")
    private List<Path> inputs = new ArrayList<>();

    @Option(names = "--recipe", required = true, paramLabel = "NAME|FILE", description = "What to make of each photo.")
    private String recipe = "";

    @Option(names = "--to", required = true, paramLabel = "DIR", description = "Where to write; made when missing.")
    private Path destination = Path.of("");

    @Option(
            names = "--on-conflict",
            paramLabel = "rename|skip|overwrite",
            description = "What to do when a file is there already (instead of what the recipe says).")
    private Optional<String> onConflict = Optional.empty();

    @Mixin
    private SessionArguments arguments = new SessionArguments();

    @Option(names = "--plan", description = "Say what would be written, and write nothing.")
    private boolean plan;

    @Option(names = "--json", description = "One JSON object a line; the last one is the summary (or the plan).")
    private boolean json;

    @Option(names = "--quiet", description = "Failures only; with --json the last line only.")
    private boolean quiet;

    ExportCommand(Terminal terminal, Workshop workshop) {
        this.terminal = terminal;
        this.workshop = workshop;
    }

    @Override
    public Integer call() throws InterruptedException {
        var chosen = chosenRecipe();
        var options = arguments.options(terminal);
        requireFolder(destination);
        var folder = destination.toAbsolutePath().normalize();
        try (var interruption = Interruption.watched();
                var session = workshop.open(options)) {
            if (!quiet && !plan) {
                tellOfUnfinished(session);
            }
            var report = report();
            var result = new ExportRun(session, interruption, report, chosen, folder, plan).run(inputs);
            result.plan().ifPresent(made -> {
                if (made.photos().isEmpty()) {
                    terminal.errorLine("No photo was found in what was named.");
                }
                if (plan) {
                    print(made);
                }
            });
            return result.exitCode().code();
        }
    }

    /// A batch that was killed goes on in the window; here it is not forgotten either.
    private void tellOfUnfinished(Session session) {
        int photos = session.journal().unfinished().stream()
                .mapToInt(batch -> batch.photos().size())
                .sum();
        if (photos > 0) {
            terminal.errorLine("Note: "
                    + (photos == 1 ? "1 photo of an earlier export was" : photos + " photos of an earlier export were")
                    + " not finished. Open the window ('offprint') to resume or discard it.");
        }
    }

    private ExportReport report() {
        if (json) {
            return new JsonReport(terminal, quiet || plan);
        }
        return !quiet && !plan && terminal.screen()
                ? new LiveReport(terminal)
                : new PlainReport(terminal, quiet || plan);
    }

    private void print(offprint.export.ExportPlan made) {
        if (json) {
            var out = terminal.jsonOut();
            if (!quiet) {
                PlanText.jsonLines(made).forEach(line -> out.print(line.line() + "\n"));
            }
            out.print(PlanText.json(made).line() + "\n");
            out.flush();
        } else if (!quiet) {
            PlanText.lines(made).forEach(terminal::line);
        }
    }

    private Recipe chosenRecipe() {
        var chosen = RecipeChoice.of(recipe, workshop.recipes());
        return onConflict.map(word -> chosen.withOnConflict(policy(word))).orElse(chosen);
    }

    private static OnConflict policy(String word) {
        for (var policy : OnConflict.values()) {
            if (policy.name().equalsIgnoreCase(word)) {
                return policy;
            }
        }
        throw new UsageException("Expected rename, skip or overwrite for --on-conflict but received \"" + word + "\".");
    }

    /// @throws UsageException when a file stands where the folder, or one above it, should be
    static void requireFolder(Path destination) {
        for (var at = Optional.of(destination.toAbsolutePath().normalize());
                at.isPresent();
                at = Optional.ofNullable(at.get().getParent())) {
            if (Files.isDirectory(at.get())) {
                return;
            }
            if (Files.exists(at.get(), LinkOption.NOFOLLOW_LINKS)) {
                throw new UsageException("\"" + at.get() + "\" is not a folder, so nothing can be written into it.");
            }
        }
    }
}
