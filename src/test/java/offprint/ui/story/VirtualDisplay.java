package offprint.ui.story;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import offprint.app.Main;
import offprint.ui.shell.DragSourceMain;

/// A virtual display, and the programs that are started on it. It has no manager of windows.
final class VirtualDisplay implements AutoCloseable {

    static final String WHY_NOT = "skipped: there is no Xvfb or no libgtk-3.so.0 on this machine";
    private static final Path XVFB = Path.of("/usr/bin/Xvfb");
    private static final long PATIENCE_SECONDS = 60;

    private final Process server;
    private final String name;

    VirtualDisplay() throws Exception {
        server = new ProcessBuilder(
                        XVFB.toString(), "-displayfd", "1", "-screen", "0", "1400x900x24", "-nolisten", "tcp")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        name = ":" + within(reader(server)::readLine);
    }

    static boolean isPossible() throws IOException {
        return Files.isExecutable(XVFB) && (hasGtk(Path.of("/usr/lib")) || hasGtk(Path.of("/usr/lib64")));
    }

    private static boolean hasGtk(Path libraries) throws IOException {
        if (!Files.isDirectory(libraries)) {
            return false;
        }
        try (Stream<Path> found = Files.find(libraries, 2, (path, attributes) -> path.endsWith("libgtk-3.so.0"))) {
            return found.findAny().isPresent();
        }
    }

    /// Starts the whole program and somebody who uses it.
    ///
    /// @param folder in which it has its home, its tools and what it says
    Program start(Story story, Path folder, List<Path> files) throws IOException {
        var opener = Files.createDirectories(folder.resolve("tools")).resolve("xdg-open");
        Files.writeString(opener, "#!/bin/sh\nprintf '%s\\n' \"$1\" > '" + folder.resolve("revealed.txt") + "'\n");
        if (!opener.toFile().setExecutable(true)) {
            throw new IOException("no file can be made executable here");
        }
        var arguments = new ArrayList<String>(List.of(story.name(), folder.toString()));
        files.forEach(file -> arguments.add(file.toString()));
        var program = inHome(folder, WindowStoryMain.class, arguments)
                .redirectError(folder.resolve("errors.txt").toFile());
        return new Program(folder, program.start());
    }

    private ProcessBuilder inHome(Path folder, Class<?> main, List<String> arguments) {
        var home = folder.resolve("home");
        var builder = jvm(main, List.of("-Duser.home=" + home), arguments);
        var environment = builder.environment();
        environment.keySet().removeIf(key -> key.startsWith("XDG_"));
        environment.put("HOME", home.toString());
        environment.put("PATH", folder.resolve("tools") + ":" + environment.getOrDefault("PATH", ""));
        return builder;
    }

    private ProcessBuilder jvm(Class<?> main, List<String> flags, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx512m", "-XX:+UseG1GC", "-XX:TieredStopAtLevel=1", "-Dprism.order=sw"));
        command.addAll(List.of("-Duser.language=en", "-Duser.country=US", "-Dfile.encoding=UTF-8"));
        command.add("--enable-native-access=ALL-UNNAMED,javafx.graphics");
        command.addAll(List.of("--sun-misc-unsafe-memory-access=allow", "--add-modules", "javafx.controls"));
        command.addAll(List.of("--module-path", System.getProperty("jdk.module.path")));
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command);
        builder.environment().put("DISPLAY", name);
        builder.environment().put("GDK_BACKEND", "x11");
        return builder;
    }

    @Override
    public void close() {
        end(server);
    }

    private static void end(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static BufferedReader reader(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    private interface Reading<T> {
        T read() throws Exception;
    }

    private static <T> T within(Reading<T> reading) throws Exception {
        return CompletableFuture.supplyAsync(() -> {
                    try {
                        return reading.read();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                })
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /// The program under test, what it says, and what else is started while it runs.
    final class Program implements AutoCloseable {

        private final Path folder;
        private final List<Process> started = new ArrayList<>();
        private final BufferedReader lines;

        private Program(Path folder, Process process) {
            this.folder = folder;
            started.add(process);
            lines = reader(process);
        }

        void awaitLine(String wanted) throws Exception {
            within(() -> {
                var before = new ArrayList<String>();
                for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.startsWith(wanted)) {
                        return line;
                    }
                    before.add(line);
                }
                throw new AssertionError("the program ended without saying " + wanted + ", but " + before);
            });
        }

        List<String> linesToTheEnd() throws Exception {
            return within(() -> lines.lines().toList());
        }

        /// Another window over the left of the first: its robot drags a file out of it.
        void dropFromAnotherProgram(Path file) throws IOException {
            started.add(jvm(DragSourceMain.class, List.of(), List.of(file.toString()))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start());
        }

        /// Starts the program of the same user again.
        ///
        /// @return what it said, until it ended
        String startAgain(Path file) throws Exception {
            var again = inHome(folder, Main.class, List.of(file.toString()))
                    .redirectErrorStream(true)
                    .start();
            started.add(again);
            return within(
                    () -> new String(again.getInputStream().readAllBytes(), StandardCharsets.UTF_8) + again.waitFor());
        }

        @Override
        public void close() {
            for (var process : started) {
                end(process);
            }
        }
    }
}
