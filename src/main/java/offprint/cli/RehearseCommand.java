package offprint.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `offprint rehearse`, which people are not told of: does in one process what they do most, so that Java can write
/// down which classes that needs, and start from that record later. The installers' build runs it.
@Command(name = "rehearse", hidden = true, description = "Does a bit of everything, for Java's ahead-of-time cache.")
final class RehearseCommand implements Callable<Integer> {

    private final CommandLineMain program;

    @Parameters(index = "0", paramLabel = "PHOTOS", description = "A folder of photos.")
    private Path photos = Path.of("");

    @Parameters(index = "1", paramLabel = "FOLDER", description = "Where exported photos may go.")
    private Path destination = Path.of("");

    RehearseCommand(CommandLineMain program) {
        this.program = program;
    }

    /// @return the first exit code that is not zero
    @Override
    public Integer call() {
        var scenes = List.of(
                List.of("--help"),
                List.of("engines"),
                List.of("recipes", "list"),
                List.of("export", photos.toString(), "--recipe", "Web", "--to", destination.toString(), "--json"),
                // Last: the toolkit starts only once a process, and is shut down for good.
                List.of("bench", "window", "--mode", "pool", "--in", photos.toString()));
        for (var words : scenes) {
            int code = program.run(words);
            if (code != 0) {
                return code;
            }
        }
        return ExitCode.DONE.code();
    }
}
