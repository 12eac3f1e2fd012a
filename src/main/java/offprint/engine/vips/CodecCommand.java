package offprint.engine.vips;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// How an [CodecChild] is started: by the Java of this run, with the classes of this run.
final class CodecCommand {

    private CodecCommand() {}

    /// @return empty when this run's Java has no launcher that could be called
    static Optional<List<String>> of(VipsAvailability.Available library) {
        return launcher().map(launcher -> {
            var command = new ArrayList<>(List.of(
                    launcher.toString(),
                    "-Xmx64m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Xshare:auto",
                    // a process that is killed would leave its file behind
                    "-XX:-UsePerfData",
                    "-XX:-CreateCoredumpOnCrash",
                    "-XX:ErrorFile=" + Path.of(System.getProperty("java.io.tmpdir", "."), "offprint-codec-%p.log"),
                    "--enable-native-access=ALL-UNNAMED",
                    "-cp",
                    System.getProperty("java.class.path", ""),
                    CodecChild.class.getName()));
            command.addAll(CodecChild.arguments(library));
            return List.copyOf(command);
        });
    }

    private static Optional<Path> launcher() {
        var names = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows")
                ? List.of("javaw.exe", "java.exe")
                : List.of("java");
        var bin = Path.of(System.getProperty("java.home", ""), "bin");
        var running = ProcessHandle.current()
                .info()
                .command()
                .map(Path::of)
                .filter(path -> names.contains(String.valueOf(path.getFileName())));
        return Stream.concat(names.stream().map(bin::resolve), running.stream())
                .filter(Files::isExecutable)
                .findFirst();
    }
}
