package offprint.cli;

import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import offprint.image.ImageFormat;
import picocli.CommandLine.Command;

/// `offprint engines`.
@Command(name = "engines", description = "The engines of this machine, the preferred first: what they read and write.")
final class EnginesCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Workshop workshop;

    EnginesCommand(Terminal terminal, Workshop workshop) {
        this.terminal = terminal;
        this.workshop = workshop;
    }

    @Override
    public Integer call() {
        try (var session = workshop.open(Workshop.SessionOptions.STANDARD)) {
            for (var engine : session.engines().all()) {
                var capabilities = engine.capabilities();
                terminal.line(engine.name() + "  " + Printable.escaped(engine.description()));
                terminal.line("  reads   " + labels(capabilities.readable()));
                terminal.line("  writes  " + labels(capabilities.writable()));
            }
            session.engineRemarks().forEach(remark -> terminal.line(Printable.escaped(remark)));
        }
        return ExitCode.DONE.code();
    }

    private static String labels(Set<ImageFormat> formats) {
        return Arrays.stream(ImageFormat.values())
                .filter(formats::contains)
                .map(ImageFormat::label)
                .collect(Collectors.joining(", "));
    }
}
