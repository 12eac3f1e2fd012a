package offprint.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A file is dragged from one process to the window of another, on a virtual display. Skips, and says so, where there
/// is no Xvfb or no GTK 3.
class RealDropTest {

    private static final long PATIENCE_SECONDS = 60;

    private final List<Process> started = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void a_file_dragged_from_another_program_arrives() throws Exception {
        var photo = Files.write(folder.resolve("dragged by hand.jpg"), new byte[] {1, 2, 3});
        var display = display();

        var window = start(jvm(display, DropWindowMain.class, List.of()));
        var lines = new BufferedReader(new InputStreamReader(window.getInputStream(), StandardCharsets.UTF_8));
        within(() -> lineStarting(lines, "READY"));
        var source = start(jvm(display, DragSourceMain.class, List.of(photo.toString())));
        var dropped = within(() -> lineStarting(lines, "DROPPED "));

        assertThat(dropped).isEqualTo("DROPPED " + photo);
        assertThat(source.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(new String(source.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("DONE COPY");
        assertThat(photo).hasBinaryContent(new byte[] {1, 2, 3});
    }

    @Test
    void the_files_of_selected_photos_dragged_out_of_the_grid_arrive_in_another_program() throws Exception {
        var display = display();

        var sink = start(jvm(display, DropSinkMain.class, List.of()));
        var lines = new BufferedReader(new InputStreamReader(sink.getInputStream(), StandardCharsets.UTF_8));
        within(() -> lineStarting(lines, "READY"));
        start(jvm(display, DragOutWindowMain.class, List.of(folder.toString())));

        assertThat(within(() -> lineStarting(lines, "DROPPED ")))
                .startsWith("DROPPED COPY 9 " + folder)
                .contains("DSC_0412");
    }

    @AfterEach
    void end_what_was_started() throws InterruptedException {
        for (var process : started.reversed()) {
            process.destroy();
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }

    private String display() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/Xvfb")), "skipped: there is no Xvfb on this machine");
        assumeTrue(hasGtk(), "skipped: there is no libgtk-3.so.0 on this machine");
        return ":"
                + firstLine(start(new ProcessBuilder(
                                "/usr/bin/Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp")
                        .redirectError(ProcessBuilder.Redirect.DISCARD)));
    }

    private Process start(ProcessBuilder builder) throws IOException {
        var process = builder.start();
        started.add(process);
        return process;
    }

    private static ProcessBuilder jvm(String display, Class<?> main, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx256m", "-Dprism.order=sw", "--enable-native-access=ALL-UNNAMED,javafx.graphics"));
        command.addAll(List.of("--sun-misc-unsafe-memory-access=allow", "--add-modules", "javafx.controls"));
        command.addAll(List.of("--module-path", System.getProperty("jdk.module.path")));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("DISPLAY", display);
        builder.environment().put("GDK_BACKEND", "x11");
        return builder;
    }

    private static String firstLine(Process process) throws Exception {
        var reader = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        return within(() -> lineStarting(reader, ""));
    }

    private static String lineStarting(BufferedReader reader, String start) {
        try {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith(start)) {
                    return line;
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        throw new AssertionError("ended without a line that starts with " + start);
    }

    private static String within(java.util.function.Supplier<String> reading)
            throws InterruptedException, ExecutionException, TimeoutException {
        return CompletableFuture.supplyAsync(reading).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private static boolean hasGtk() throws IOException {
        return Optional.of(System.getProperty("os.name").toLowerCase(Locale.ROOT))
                        .filter(name -> name.contains("linux"))
                        .isPresent()
                && (contains(Path.of("/usr/lib")) || contains(Path.of("/usr/lib64")));
    }

    private static boolean contains(Path libraries) throws IOException {
        if (!Files.isDirectory(libraries)) {
            return false;
        }
        try (Stream<Path> found = Files.find(libraries, 2, (path, attributes) -> path.endsWith("libgtk-3.so.0"))) {
            return found.findAny().isPresent();
        }
    }
}
