package offprint.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicTextTest {

    @TempDir
    Path folder;

    private Stream<String> names(Path where) throws IOException {
        try (var files = Files.list(where)) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        }
    }

    @Test
    void aNewTextComesInAFolderThatIsMadeForIt() throws IOException {
        var file = folder.resolve("deep/in/settings.json");

        AtomicText.write(file, "größer");

        assertThat(file).hasContent("größer");
        assertThat(names(folder.resolve("deep/in"))).containsExactly("settings.json");
    }

    @Test
    void aReaderFindsTheOldTextOrTheNewOneAtEveryMoment() throws Exception {
        var file = folder.resolve("settings.json");
        var texts = Stream.of("a", "b").map(letter -> letter.repeat(200_000)).toList();
        AtomicText.write(file, texts.getFirst());
        try (var writer = Executors.newSingleThreadExecutor()) {
            var writing = writer.submit(() -> {
                for (int i = 0; i < 60; i++) {
                    AtomicText.write(file, texts.get(i % 2));
                }
                return true;
            });
            while (!writing.isDone()) {
                assertThat(texts.contains(Files.readString(file))).isTrue();
            }
            assertThat(done(writing)).isTrue();
        }
    }

    private static boolean done(java.util.concurrent.Future<Boolean> writing) throws InterruptedException {
        try {
            return writing.get();
        } catch (ExecutionException failure) {
            throw new AssertionError(failure.getCause());
        }
    }

    @Test
    void aTargetThatCannotBeReplacedStaysAndNothingIsLeftBesideIt() throws IOException {
        var occupied = Files.createDirectories(folder.resolve("settings.json"));
        Files.writeString(occupied.resolve("inside"), "kept");

        assertThatThrownBy(() -> AtomicText.write(occupied, "new")).isInstanceOf(IOException.class);

        assertThat(occupied.resolve("inside")).hasContent("kept");
        assertThat(names(folder)).containsExactly("settings.json");
    }

    @Test
    void aReasonIsWordsAndNoBarePath() {
        assertThat(AtomicText.reason(new NoSuchFileException("/a/b"))).isEqualTo("it is not there");
        assertThat(AtomicText.reason(new AccessDeniedException("/a/b"))).isEqualTo("you may not read or write it");
        assertThat(AtomicText.reason(new FileSystemException("/a/b", "", "No space left on device")))
                .isEqualTo("No space left on device");
        assertThat(AtomicText.reason(new IOException())).isEqualTo("IOException");
    }
}
