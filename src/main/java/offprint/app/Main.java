package offprint.app;

import java.util.List;
import offprint.cli.CommandLineMain;
import offprint.cli.Terminal;

/// The program's entry.
public final class Main {

    private Main() {}

    /// Runs one command, or the window, and ends the process with its exit code.
    public static void main(String[] args) {
        var program = new Program();
        var line = new CommandLineMain(Terminal.ofProcess(System.getenv()), program, new WindowDesktop(program));
        System.exit(line.run(List.of(args)));
    }
}
