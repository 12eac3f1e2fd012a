package offprint.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import offprint.cancel.CancellationToken;
import offprint.cancel.CancelledException;
import offprint.engine.Engines;
import offprint.image.ImageFormat;
import offprint.image.PixelSize;
import offprint.recipe.MetadataPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputVerifierTest {

    @TempDir
    Path folder;

    private final OutputVerifier verifier = new OutputVerifier(new Engines(List.of(new ScriptedEngine())));

    private Optional<ExportOutcome.Failed> verify(Path partial) throws IOException, CancelledException {
        var planned = new PlannedOutput(
                "web", new PixelSize(30, 20), Workbench.JPEG, folder.resolve("a.jpg"), Optional.empty());
        return verifier.verify(partial, planned, MetadataPolicy.STRIP, CancellationToken.never());
    }

    private Path written(Pictures.Picture picture) {
        return Pictures.write(folder.resolve("partial"), picture);
    }

    @Test
    void aFileThatKeepsItsPromisesPasses() throws Exception {
        assertThat(verify(written(Pictures.of(ImageFormat.JPEG, 30, 20, "a")))).isEmpty();
    }

    @Test
    void anEmptyFileIsCalledEmpty() throws Exception {
        var failure = verify(Files.createFile(folder.resolve("partial"))).orElseThrow();

        assertThat(failure.code()).isEqualTo("E-VERIFY");
        assertThat(failure.message()).contains("it is empty");
    }

    @Test
    void aFileThatBeginsLikeAnotherFormatIsNotEvenOpenedByAnEngine() throws Exception {
        var png = verify(written(Pictures.of(ImageFormat.PNG, 30, 20, "a"))).orElseThrow();
        var text = verify(Files.writeString(folder.resolve("text"), "no picture at all"))
                .orElseThrow();

        assertThat(png.message()).contains("it is not a JPEG file");
        assertThat(text.message()).contains("it is not a JPEG file");
    }
}
