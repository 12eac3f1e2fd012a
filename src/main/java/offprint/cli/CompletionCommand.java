package offprint.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `offprint completion`: what a shell needs to complete this command line, and its manual page; each made from the
/// commands themselves, so that it can't name an option that is not there.
@Command(
        name = "completion",
        description = "Prints the completion script of a shell: source it there, or put it where the shell looks.")
final class CompletionCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before the call
    private CommandSpec spec;

    @Parameters(paramLabel = "bash|zsh|fish|man", description = "Which shell; man prints the manual page.")
    private String kind = "";

    CompletionCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        CommandLine program = spec.root().commandLine();
        var text = switch (kind.toLowerCase(Locale.ROOT)) {
            case "bash" -> AutoComplete.bash("offprint", program);
            case "zsh" -> new ZshCompletion(program.getCommandSpec()).script();
            case "fish" -> new FishCompletion(program.getCommandSpec()).script();
            case "man" -> new ManualPage(program.getCommandSpec()).roff();
            default -> throw new UsageException("Expected bash, zsh, fish or man but received \"" + kind + "\".");
        };
        terminal.out().print(text.stripTrailing() + "\n");
        terminal.out().flush();
        return ExitCode.DONE.code();
    }
}
