package offprint.export;

import static offprint.export.Workbench.code;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailuresTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "No space left on device",
                "There is not enough space on the disk",
                "Disk quota exceeded",
                "The disk full condition"
            })
    void aFullDiskIsKnownByWhatTheSystemsSay(String reason) {
        assertThat(code(Failures.of(new IOException(reason)))).isEqualTo("E-SPACE");
        assertThat(code(Failures.of(new FileSystemException("/out/a.jpg", null, reason))))
                .isEqualTo("E-SPACE");
    }

    @Test
    void anythingElseIsTheTargetsFaultAndSaysWhich() {
        assertThat(Failures.of(new AccessDeniedException("/out/a.jpg")))
                .extracting(ExportOutcome.Failed::code)
                .isEqualTo("E-TARGET-UNWRITABLE");
        assertThat(Failures.of(new NoSuchFileException("/out/a.jpg")).message())
                .contains("\"/out/a.jpg\" is not there");
        assertThat(Failures.of(new IOException()).message()).contains("IOException");
    }

    @Test
    void memoryThatRanOutIsNoBugAndABugIsNamed() {
        assertThat(code(Failures.thrown(new OutOfMemoryError("heap"), 5))).isEqualTo("E-MEMORY");
        assertThat(Failures.thrown(new IllegalStateException("odd"), 5).message())
                .contains("IllegalStateException", "odd");
    }
}
