package offprint.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import offprint.cli.Workshop.SessionOptions;
import offprint.fixtures.Pictures;
import offprint.settings.UserFolders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Real exports in a process of their own: killed in the middle (SIGKILL: no hook runs, nothing is put away), what the
/// next start of the program makes of it, and how a process ends that found nothing to do.
@Timeout(240)
class ExportProcessTest {

    private static final int PHOTOS = 60;
    private static final int VARIANTS = 2;
    private static final int WIDTH = 900;
    private static final int HEIGHT = 600;
    private static final String RECIPE = """
            { "offprintRecipe": 1, "name": "Two",
              "variants": [
                { "name": "large", "size": {"longEdge": 600}, "encoding": {"format": "jpeg", "quality": 85}, "file": "{name}" },
                { "name": "small", "size": {"longEdge": 200}, "encoding": {"format": "png"}, "file": "small/{name}" } ],
              "onConflict": "rename" }
            """;

    @TempDir
    private Path folder;

    private final List<Process> started = new ArrayList<>();
    private Path sources = Path.of("");
    private Path destination = Path.of("");
    private UserFolders folders = new UserFolders(Path.of(""), Path.of(""), Path.of(""), Path.of(""));

    @BeforeEach
    void takePhotos() throws IOException {
        folder = folder.toRealPath();
        sources = Files.createDirectories(folder.resolve("sources"));
        destination = folder.resolve("out");
        folders = UserFolders.of(environment(), System.getProperty("os.name"), folder);
        Files.writeString(folder.resolve("two.json"), RECIPE);
        byte[] photo = Pictures.jpeg(Pictures.photo(WIDTH, HEIGHT), 0.9f);
        for (int i = 0; i < PHOTOS; i++) {
            var file = Files.write(sources.resolve("p%02d.jpg".formatted(i)), photo);
            Files.setLastModifiedTime(file, FileTime.fromMillis(1_700_000_000_000L + i));
        }
    }

    @AfterEach
    void endWhatWasStarted() throws InterruptedException {
        for (var process : started) {
            process.destroyForcibly().waitFor();
        }
    }

    private Map<String, String> environment() {
        return Map.of(
                "XDG_STATE_HOME", folder.resolve("state").toString(),
                "XDG_CONFIG_HOME", folder.resolve("config").toString(),
                "APPDATA", folder.resolve("config").toString(),
                "LOCALAPPDATA", folder.resolve("state").toString());
    }

    private Process program(String... words) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx400m", "-Duser.home=" + folder, "--enable-native-access=ALL-UNNAMED"));
        command.addAll(List.of("--sun-misc-unsafe-memory-access=allow"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command)
                .redirectError(folder.resolve("errors.txt").toFile());
        builder.environment().putAll(environment());
        var process = builder.start();
        started.add(process);
        return process;
    }

    /// Exports in another process and kills it after so many outputs.
    private void exportAndKillAfter(int outputs) throws Exception {
        var process = program(
                "export",
                sources.toString(),
                "--recipe",
                folder.resolve("two.json").toString(),
                "--to",
                destination.toString(),
                "--workers",
                "2",
                "--json");
        var killed = CompletableFuture.supplyAsync(() -> killAfter(process, outputs));
        assertThat(killed.get(120, TimeUnit.SECONDS))
                .as("outputs before the kill")
                .isEqualTo(outputs);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isNotZero();
    }

    private static int killAfter(Process process, int outputs) {
        int written = 0;
        try (var lines = new BufferedReader(process.inputReader(StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null && written < outputs; line = lines.readLine()) {
                written += line.contains("\"outcome\":\"written\"") ? 1 : 0;
            }
            process.destroyForcibly();
            return written;
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static List<Path> below(Path root) throws IOException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private List<Path> partials() throws IOException {
        return below(destination).stream()
                .filter(file -> file.toString().endsWith(".offprint-part"))
                .toList();
    }

    private List<Path> outputs() throws IOException {
        return below(destination).stream()
                .filter(file -> !file.toString().endsWith(".offprint-part"))
                .toList();
    }

    private Map<Path, FileTime> timesOfOutputs() throws IOException {
        var times = new TreeMap<Path, FileTime>();
        for (var file : outputs()) {
            times.put(file, Files.getLastModifiedTime(file));
        }
        return times;
    }

    private Map<Path, List<Object>> originals() throws IOException {
        var all = new TreeMap<Path, List<Object>>();
        for (var file : below(sources)) {
            all.put(
                    file,
                    List.of(Files.getLastModifiedTime(file), java.util.Arrays.hashCode(Files.readAllBytes(file))));
        }
        return all;
    }

    private List<Path> unfinishedBatches() throws IOException {
        return below(folders.state().resolve("journal"));
    }

    private static void assertWhole(Path file) throws IOException {
        var image = ImageIO.read(file.toFile());
        assertThat(image).as(file.toString()).isNotNull();
        assertThat(image.getWidth()).isEqualTo(file.toString().endsWith(".png") ? 200 : 600);
    }

    @Test
    void whatIsLeftIsOfferedAndResumingMakesTheRestOnceAndLeavesNothingHalfDone() throws Exception {
        var before = originals();
        exportAndKillAfter(30);
        var survived = timesOfOutputs();
        assertThat(survived.size()).isBetween(30, PHOTOS * VARIANTS - 1);
        for (var file : survived.keySet()) {
            assertWhole(file);
        }

        try (var session = new Composition(SessionOptions.STANDARD, folders)) {
            var offer = WindowDesktop.unfinished(session).orElseThrow();
            assertThat(offer.photos()).isBetween(1, PHOTOS - 30 / VARIANTS + 1);
            int left = session.journal().unfinished().getFirst().outputsLeft();
            assertThat(left + survived.size()).isEqualTo(PHOTOS * VARIANTS);
            offer.resume().accept(reason -> {});
            awaitOutputs(session, left);
        }

        assertThat(partials()).isEmpty();
        assertThat(unfinishedBatches()).isEmpty();
        assertThat(outputs())
                .hasSize(PHOTOS * VARIANTS)
                .noneMatch(file -> file.toString().contains("(2)"));
        for (var file : outputs()) {
            assertWhole(file);
        }
        assertThat(timesOfOutputs()).containsAllEntriesOf(survived);
        assertThat(originals()).isEqualTo(before);
    }

    /// Waits until the taken-up batch, whose rows appear on a worker, has written so many outputs and is at rest.
    private static void awaitOutputs(Composition session, int expected) throws InterruptedException {
        var exports = session.exports();
        while (exports.changesSince(0).totals().written() < expected) {
            assertThat(exports.changesSince(0).totals().failed()).isZero();
            Thread.onSpinWait();
        }
        var idle = new CountDownLatch(1);
        exports.whenIdle(idle::countDown);
        assertThat(idle.await(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void discardingRemovesPartialFilesAndKeepsWhatIsDone() throws Exception {
        exportAndKillAfter(10);
        var survived = timesOfOutputs();

        try (var session = new Composition(SessionOptions.STANDARD, folders)) {
            WindowDesktop.unfinished(session).orElseThrow().discard().run();
            assertThat(WindowDesktop.unfinished(session)).isEmpty();
        }

        assertThat(partials()).isEmpty();
        assertThat(unfinishedBatches()).isEmpty();
        assertThat(timesOfOutputs()).isEqualTo(survived);
    }

    @Test
    void anotherExportOnTheCommandLineSaysThatOneIsUnfinishedAndLeavesItAlone() throws Exception {
        exportAndKillAfter(10);
        var left = unfinishedBatches();

        var next = program(
                "export",
                sources.resolve("p00.jpg").toString(),
                "--recipe",
                folder.resolve("two.json").toString(),
                "--to",
                folder.resolve("elsewhere").toString());

        assertThat(next.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(next.exitValue()).isZero();
        assertThat(Files.readString(folder.resolve("errors.txt"))).contains("not finished");
        assertThat(unfinishedBatches()).isEqualTo(left);
    }

    @Test
    void anExportThatFindsNoPhotoIsNoSuccess() throws Exception {
        var nothing = Files.createDirectories(folder.resolve("nothing"));

        var process = program(
                "export",
                nothing.toString(),
                "--recipe",
                folder.resolve("two.json").toString(),
                "--to",
                destination.toString());

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        assertThat(Files.readString(folder.resolve("errors.txt"))).contains("No photo was found");
    }
}
