package offprint.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help;

/// The command line as a whole: which commands there are, and how what goes wrong in them is told.
public final class CommandLineMain {

    private static final List<String> COMMANDS =
            List.of("export", "probe", "recipes", "engines", "try", "cache", "bench", "completion");
    private static final List<List<String>> VERSION = List.of(List.of("--version"), List.of("-V"));

    private final Terminal terminal;
    private final Workshop workshop;
    private final Desktop desktop;

    public CommandLineMain(Terminal terminal, Workshop workshop, Desktop desktop) {
        this.terminal = terminal;
        this.workshop = workshop;
        this.desktop = desktop;
    }

    /// Runs one command to its end, on this thread.
    ///
    /// @return the process's exit code: see [ExitCode]
    public int run(List<String> words) {
        if (VERSION.contains(words)) {
            // Scripts ask for it often: without the commands it takes half the time.
            terminal.line(versionLine());
            return ExitCode.DONE.code();
        }
        if (words.stream().allMatch(this::isPhotoOrFolder)) {
            return window(words);
        }
        return commandLine().execute(words.toArray(String[]::new));
    }

    /// Whether a word can only be a file to open.
    private boolean isPhotoOrFolder(String word) {
        try {
            return !word.startsWith("-") && !COMMANDS.contains(word) && Files.exists(Path.of(word));
        } catch (InvalidPathException notEvenAPath) {
            return false;
        }
    }

    /// The window, which nobody should wait for: the parser's classes are too old for Java's ahead-of-time cache and
    /// would take a fifth of its start.
    private int window(List<String> files) {
        try {
            return new OffprintCommand(
                            workshop, desktop, files.stream().map(Path::of).toList(), COMMANDS)
                    .call();
        } catch (RuntimeException failure) {
            return failed(failure, commandLine());
        }
    }

    private String versionLine() {
        return "offprint " + workshop.version();
    }

    private CommandLine commandLine() {
        var line = new CommandLine(new OffprintCommand(workshop, desktop, List.of(), COMMANDS));
        line.addSubcommand("export", new ExportCommand(terminal, workshop));
        line.addSubcommand("probe", new ProbeCommand(terminal, workshop));
        line.addSubcommand("recipes", new RecipesCommand(terminal, workshop));
        line.addSubcommand("engines", new EnginesCommand(terminal, workshop));
        line.addSubcommand("try", new TryCommand(terminal, workshop, desktop));
        line.addSubcommand("cache", new CacheCommand(terminal, workshop));
        line.addSubcommand(
                "bench",
                new CommandLine(new BenchCommand(terminal, workshop, desktop))
                        .addSubcommand("export", new ExportBenchCommand(terminal, workshop))
                        .addSubcommand("thumbnails", new ThumbnailBenchCommand(terminal, workshop, desktop))
                        .addSubcommand("preview", new PreviewBenchCommand(terminal, workshop)));
        line.addSubcommand("completion", new CompletionCommand(terminal));
        line.addSubcommand("rehearse", new RehearseCommand(this));
        line.getCommandSpec().version(versionLine());
        // A photo may be called @home.jpg: that is its name, and not a file of further arguments.
        line.setExpandAtFiles(false);
        line.setUsageHelpWidth(100);
        line.setUsageHelpAutoWidth(false);
        line.setOut(writer(terminal.out()));
        line.setErr(writer(terminal.err()));
        line.setColorScheme(Help.defaultColorScheme(terminal.colour() ? Help.Ansi.ON : Help.Ansi.OFF));
        line.getSubcommands().values().forEach(CommandLineMain::withHelp);
        line.setParameterExceptionHandler(
                (problem, arguments) -> usage(problem.getCommandLine(), String.valueOf(problem.getMessage())));
        line.setExecutionExceptionHandler((failure, command, parsed) -> failed(failure, command));
        return line;
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, stream.charset());
    }

    private static void withHelp(CommandLine command) {
        command.getCommandSpec()
                .addOption(CommandLine.Model.OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description("Show this help.")
                        .build());
        command.getSubcommands().values().forEach(CommandLineMain::withHelp);
    }

    private int usage(CommandLine command, String message) {
        terminal.errorLine("offprint: " + escapedLines(message));
        terminal.errorLine("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.USAGE.code();
    }

    /// The one place where what a command throws ends.
    private int failed(Exception failure, CommandLine command) {
        if (failure instanceof UsageException usage) {
            return usage(command, String.valueOf(usage.getMessage()));
        }
        if (failure instanceof offprint.cancel.CancelledException) {
            return ExitCode.CANCELLED.code();
        }
        terminal.errorLine(
                "offprint: something went wrong inside Offprint itself: " + Printable.escaped(String.valueOf(failure)));
        for (var frame : failure.getStackTrace()) {
            terminal.errorLine("    at " + frame);
        }
        return ExitCode.FAILED.code();
    }

    private static String escapedLines(String message) {
        return String.join(
                System.lineSeparator(),
                Arrays.stream(message.split("\n", -1)).map(Printable::escaped).toList());
    }
}
