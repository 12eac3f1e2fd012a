package offprint.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import offprint.fixtures.Pictures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Starts of the whole program, each in a process of its own, with a window drawn in memory. That a window has taken a
/// photo is seen from outside: only it makes thumbnails, and keeps them on the disk.
@Timeout(240)
class SecondStartProcessTest {

    private static final long SOON_SECONDS = 60;

    @TempDir
    private Path folder;

    private final List<Process> started = new ArrayList<>();

    @BeforeEach
    void resolve() throws IOException {
        folder = folder.toRealPath();
    }

    @AfterEach
    void endWhatWasStarted() throws InterruptedException {
        for (var process : started) {
            process.destroyForcibly().waitFor();
        }
    }

    private Process program(Path workingFolder, String... words) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx300m", "-Duser.home=" + folder, "-Dglass.platform=Headless", "-Dprism.order=sw"));
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED,javafx.graphics"));
        command.addAll(List.of("--sun-misc-unsafe-memory-access=allow", "--add-modules", "javafx.controls"));
        command.addAll(List.of("--module-path", System.getProperty("jdk.module.path")));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command)
                .directory(workingFolder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(
                        folder.resolve("said-" + started.size() + ".txt").toFile());
        for (var room : List.of("CONFIG", "STATE", "CACHE")) {
            builder.environment()
                    .put("XDG_" + room + "_HOME", folder.resolve(room).toString());
        }
        var process = builder.start();
        started.add(process);
        return process;
    }

    private Path photo(String name, int seed) throws IOException {
        var photos = Files.createDirectories(folder.resolve("photos"));
        return Files.write(photos.resolve(name), Pictures.jpeg(Pictures.photo(600 + seed, 400), 0.8f));
    }

    private long thumbnails() throws IOException {
        var cache = folder.resolve("CACHE");
        if (!Files.isDirectory(cache)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(cache)) {
            return files.filter(file -> file.toString().endsWith(".thumbnail")).count();
        }
    }

    private void awaitThumbnails(Process window, int expected) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SOON_SECONDS);
        while (thumbnails() < expected) {
            assertThat(window.waitFor(50, TimeUnit.MILLISECONDS))
                    .as("the window has ended; it said %s", said(window))
                    .isFalse();
            assertThat(System.nanoTime()).as("%d thumbnails", expected).isLessThan(deadline);
        }
    }

    private String said(Process process) throws IOException {
        return Files.readString(folder.resolve("said-" + started.indexOf(process) + ".txt"));
    }

    private void assertHandedOver(Process second) throws Exception {
        assertThat(second.waitFor(SOON_SECONDS, TimeUnit.SECONDS))
                .as("it has ended")
                .isTrue();
        assertThat(said(second)).isEmpty();
        assertThat(second.exitValue()).isZero();
    }

    @Test
    void the_files_of_a_second_start_go_to_the_window_that_is_open() throws Exception {
        var window = program(folder, photo("one.jpg", 1).toString());
        awaitThumbnails(window, 1);
        photo("two.jpg", 2);

        assertHandedOver(program(folder.resolve("photos"), "two.jpg"));

        awaitThumbnails(window, 2);
        assertThat(window.isAlive()).isTrue();
    }

    @Test
    void a_window_that_was_killed_holds_nobody_up() throws Exception {
        var killed = program(folder, photo("one.jpg", 1).toString());
        awaitThumbnails(killed, 1);
        killed.destroyForcibly().waitFor();

        var next = program(folder, photo("two.jpg", 2).toString());
        awaitThumbnails(next, 2);
        assertThat(next.isAlive()).isTrue();
        assertHandedOver(program(folder, photo("three.jpg", 3).toString()));
        awaitThumbnails(next, 3);
    }

    @Test
    void two_that_start_at_once_are_one_window() throws Exception {
        var one = program(folder, photo("one.jpg", 1).toString());
        var two = program(folder, photo("two.jpg", 2).toString());

        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SOON_SECONDS);
        while (one.isAlive() && two.isAlive()) {
            assertThat(System.nanoTime()).as("one of them ends").isLessThan(deadline);
            one.waitFor(50, TimeUnit.MILLISECONDS);
        }
        assertHandedOver(one.isAlive() ? two : one);
        awaitThumbnails(one.isAlive() ? one : two, 2);
    }
}
