package offprint.engine.vips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import offprint.engine.EngineFailure;
import offprint.engine.EngineProblem;
import offprint.engine.Stop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a saver writes arrives in the file, and is refused once nobody wants it or the system does not take it.
class FileTargetTest {

    private static final Stop NEVER = new Stop(() -> false);

    @TempDir
    Path folder = Path.of("");

    private final Vips vips = TestLibrary.required().vips();

    private FileTarget opened(Path file, Stop stop) throws EngineProblem {
        return FileTarget.open(vips, file, stop);
    }

    private static MemorySegment bytes(String text) {
        return MemorySegment.ofArray(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void bytes_go_where_the_saver_stands() throws Exception {
        var file = Files.writeString(folder.resolve("a"), "what was here before and is longer");
        var back = new byte[4];
        try (var opened = opened(file, NEVER)) {
            var target = opened.target();
            assertThat(target.write(bytes("0123456789"))).isEqualTo(10);
            assertThat(target.seek(2, TargetSignals.Bytes.Whence.START)).isEqualTo(2);
            assertThat(target.write(bytes("AB"))).isEqualTo(2);
            assertThat(target.seek(1, TargetSignals.Bytes.Whence.HERE)).isEqualTo(5);
            assertThat(target.read(MemorySegment.ofArray(back))).isEqualTo(4);
            assertThat(target.seek(0, TargetSignals.Bytes.Whence.END)).isEqualTo(10);
            assertThat(target.read(MemorySegment.ofArray(back))).isZero();
            target.rethrow();
        }
        assertThat(back).asString().isEqualTo("5678");
        assertThat(file).hasContent("01AB456789");
    }

    @Test
    void a_write_is_refused_once_it_must_stop_and_nothing_went_wrong() throws Exception {
        var stopped = new AtomicBoolean();
        var file = folder.resolve("a");
        try (var opened = opened(file, new Stop(stopped::get))) {
            var target = opened.target();
            assertThat(target.write(bytes("12"))).isEqualTo(2);
            stopped.set(true);
            assertThat(target.write(bytes("34"))).isNegative();
            target.rethrow();
        }
        assertThat(file).hasContent("12");
    }

    @Test
    void what_the_system_refuses_is_told_afterwards() throws Exception {
        var full = Path.of("/dev/full");
        assumeTrue(Files.isWritable(full), "this system has no device that is always full");
        try (var opened = opened(full, NEVER)) {
            var target = opened.target();
            assertThat(target.write(bytes("12"))).isNegative();
            assertThatThrownBy(target::rethrow)
                    .isInstanceOfSatisfying(
                            EngineProblem.class,
                            problem -> assertThat(problem.failure()).isInstanceOf(EngineFailure.NoSpaceLeft.class));
        }
    }

    @Test
    void a_bug_is_not_swallowed() throws Exception {
        var bug = new IllegalStateException("a bug");
        var stop = new Stop(() -> {
            throw bug;
        });
        try (var opened = opened(folder.resolve("a"), stop)) {
            var target = opened.target();
            assertThat(target.write(bytes("12"))).isNegative();
            assertThatThrownBy(target::rethrow).isSameAs(bug);
        }
    }

    @Test
    void a_folder_that_is_not_there_is_named() {
        assertThatThrownBy(() -> opened(folder.resolve("no").resolve("a"), NEVER))
                .isInstanceOfSatisfying(
                        EngineProblem.class,
                        problem -> assertThat(problem.failure().message()).contains("its folder is not there"));
    }

    /// libvips may let go of a target later than its owner.
    @Test
    void a_target_that_was_closed_finds_nobody() throws Exception {
        var opened = opened(folder.resolve("a"), NEVER);
        assertThat(vips.targets().listenerCount()).isEqualTo(1);
        opened.close();
        assertThat(vips.targets().listenerCount()).isZero();
    }
}
