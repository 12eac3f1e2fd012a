package offprint.ui.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import offprint.ui.Fx;
import org.junit.jupiter.api.Test;

class DropTargetTest {

    @Test
    void files_on_a_board_become_absolute_normalised_paths() throws Exception {
        var paths = Fx.call(() -> {
            var content = new ClipboardContent();
            content.putFiles(List.of(new File("/photos/../photos/a.jpg")));
            Clipboard.getSystemClipboard().setContent(content);
            return DropTarget.files(Clipboard.getSystemClipboard());
        });
        assertThat(paths).containsExactly(Path.of("/photos/a.jpg").toAbsolutePath());
    }
}
