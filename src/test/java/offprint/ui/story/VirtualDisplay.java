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
import offprint.ui.shell.DragSourceMain;

/// A virtual display, and the programs that are started on it.
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
        var first = new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
        name = ":" + within(first::readLine);
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
    Program start(WindowStoryMain.Story story, Path folder, List<Path> files) throws IOException {
        var arguments = new ArrayList<String>(List.of(story.name(), folder.toString()));
        files.forEach(file -> arguments.add(file.toString()));
        var home = folder.resolve("home");
        var builder = jvm(WindowStoryMain.class, List.of("-Duser.home=" + home), arguments);
        var tools = Files.createDirectories(folder.resolve("tools"));
        var opener = Files.writeString(
                tools.resolve("xdg-open"), "#!/bin/sh\nprintf '%s\\n' \"$1\" > '" + folder.resolve("revealed.txt") + "'\n");
        opener.toFile().setExecutable(true);
        var environment = builder.environment();
        environment.put("PATH", tools + ":" + environment.getOrDefault("PATH", ""));
        environment.put("HOME", home.toString());
        environment.keySet().removeIf(key -> key.startsWith("XDG_"));
        return new Program(builder.start());
    }

    private ProcessBuilder jvm(Class<?> main, List<String> flags, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx512m", "-XX:+UseG1GC", "-Dprism.order=sw"));
        command.add("--enable-native-access=ALL-UNNAMED,javafx.graphics");
        command.addAll(List.of("--sun-misc-unsafe-memory-access=allow", "--add-modules", "javafx.controls"));
        command.addAll(List.of("--module-path", System.getProperty("jdk.module.path")));
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("DISPLAY", name);
        builder.environment().put("GDK_BACKEND", "x11");
        return builder;
    }

    @Override
    public void close() throws InterruptedException {
        end(server);
    }

    private static void end(Process process) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
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

    /// The program under test, and what it says.
    final class Program implements AutoCloseable {

        private final Process process;
        private final BufferedReader lines;

        private Program(Process process) {
            this.process = process;
            lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        }

        void awaitLine(String wanted) throws Exception {
            within(() -> {
                for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.equals(wanted)) {
                        return line;
                    }
                }
                throw new AssertionError("the program ended without saying " + wanted);
            });
        }

        List<String> linesToTheEnd() throws Exception {
            return within(() -> lines.lines().toList());
        }

        /// Another window over the left of the first: its robot drags a file out of it.
        void dropFromAnotherProgram(Path file) throws IOException {
            jvm(DragSourceMain.class, List.of(), List.of(file.toString()))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        }

        @Override
        public void close() throws InterruptedException {
            end(process);
        }
    }
}
