import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Programs run as children of this one, and what they cost together.
final class Children {

    static final int LANES = 2;
    /// proc(5) counts in hundredths of a second on every Linux that people have.
    private static final double MILLIS_A_TICK = 10;

    private static final Path STAT = Path.of("/proc/self/stat");

    private Children() {}

    /// Where a program is, if it is on the PATH.
    static Optional<Path> find(String program) {
        for (var place : System.getenv("PATH").split(java.io.File.pathSeparator)) {
            for (var name : List.of(program, program + ".exe", program + ".cmd")) {
                if (!place.isBlank() && Files.isExecutable(Path.of(place, name))) {
                    return Optional.of(Path.of(place, name));
                }
            }
        }
        return Optional.empty();
    }

    /// Whether this system tells what children cost.
    static boolean areMeasured() {
        return Files.isReadable(STAT);
    }

    /// The last line that a program printed; its other lines and its errors are shown as they come.
    static String lastLine(List<String> command, Path folder) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var out = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        check(process.waitFor(), command);
        return out.lines().reduce((first, last) -> last).orElse("");
    }

    /// Runs the commands, two at a time, each with one thread of its own as far as it heeds the variables.
    static Cost cost(List<List<String>> commands, int photos) throws IOException, InterruptedException {
        double cpuBefore = cpuMillis();
        long begun = System.nanoTime();
        try (var lanes = Executors.newFixedThreadPool(LANES)) {
            var running = new ArrayList<Future<Integer>>();
            for (var command : commands) {
                running.add(lanes.submit(() -> start(command).waitFor()));
            }
            for (int i = 0; i < commands.size(); i++) {
                check(running.get(i).get(), commands.get(i));
            }
        } catch (ExecutionException e) {
            throw new IOException("a program could not be run", e.getCause());
        }
        double wall = (System.nanoTime() - begun) / 1e6;
        return new Cost((cpuMillis() - cpuBefore) / photos, wall / photos, 0);
    }

    private static Process start(List<String> command) throws IOException {
        var builder = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment()
                .putAll(Map.of("VIPS_CONCURRENCY", "1", "MAGICK_THREAD_LIMIT", "1", "OMP_NUM_THREADS", "1"));
        return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private static void check(int code, List<String> command) throws IOException {
        if (code != 0) {
            throw new IOException(code + " from " + String.join(" ", command));
        }
    }

    /// CPU time of all children that have ended, `cutime` and `cstime` of proc(5): fields 16 and 17.
    private static double cpuMillis() throws IOException {
        var text = Files.readString(STAT);
        var fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) * MILLIS_A_TICK;
    }
}
