import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/// One start of the program, timed from here, its parent. The program tells its log `offprint.start` when its window
/// has been painted; a start is asked to print that log.
final class Start implements AutoCloseable {

    private static final String LOGGING = """
            handlers=java.util.logging.ConsoleHandler
            .level=WARNING
            offprint.start.level=FINE
            java.util.logging.ConsoleHandler.level=FINE
            """;

    private final Process process;
    private final long startedNanos;

    private Start(Process process, long startedNanos) {
        this.process = process;
        this.startedNanos = startedNanos;
    }

    static Start of(List<String> words, CheckLinux.Home home) throws IOException {
        var logging = home.folder().resolveSibling("logging.properties");
        Files.writeString(logging, LOGGING);
        var builder = new ProcessBuilder(words);
        builder.environment().putAll(home.variables());
        builder.environment().put("JDK_JAVA_OPTIONS", "-Djava.util.logging.config.file=" + logging);
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        long now = System.nanoTime();
        return new Start(builder.start(), now);
    }

    /// Waits for the window.
    ///
    /// @return the seconds since the start; empty when it ended without
    Optional<Double> painted() throws IOException {
        var said = new BufferedReader(new java.io.InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
        var other = new ArrayList<String>();
        for (var line = said.readLine(); line != null; line = said.readLine()) {
            if (line.endsWith("painted")) {
                return Optional.of((System.nanoTime() - startedNanos) / 1e9);
            }
            other.add(line);
        }
        other.forEach(System.out::println);
        return Optional.empty();
    }

    /// What it holds of the machine's memory, in MB.
    long residentMegabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .findFirst()
                        .orElseThrow()
                * 1024
                / 1_000_000;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor(20, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    static double toPainted(List<String> words, CheckLinux.Home home, List<Long> residentMegabytes)
            throws IOException, InterruptedException {
        try (var start = of(words, home)) {
            double seconds = start.painted().orElseThrow(() -> new IOException(words + " ended without a window"));
            TimeUnit.SECONDS.sleep(2);
            residentMegabytes.add(start.residentMegabytes());
            return seconds;
        }
    }

    /// From the start to the end of a run.
    static double seconds(List<String> words, CheckLinux.Home home) throws IOException, InterruptedException {
        long now = System.nanoTime();
        Steps.run(home.folder(), home.variables(), words);
        return (System.nanoTime() - now) / 1e9;
    }

    /// The middle one of several; one more before them warms the system up and does not count.
    static double median(int times, Callable<Double> run) throws IOException {
        try {
            run.call();
            var all = new ArrayList<Double>();
            for (int i = 0; i < times; i++) {
                all.add(run.call());
            }
            return all.stream().sorted().toList().get(times / 2);
        } catch (IOException | RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IOException(failure);
        }
    }
}
