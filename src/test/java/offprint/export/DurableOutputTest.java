package offprint.export;

import static offprint.export.Workbench.sameName;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import offprint.recipe.OnConflict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The order in which a disk is asked to remember: a power cut between any two steps finds no empty file under the
/// target's name.
class DurableOutputTest {

    @TempDir
    Path folder;

    /// Notes the steps, in order.
    private static final class Noted implements FileSteps {

        private final List<String> steps = new CopyOnWriteArrayList<>();

        @Override
        public void force(Path file) throws IOException {
            assertThat(Files.size(file)).isPositive();
            steps.add("force " + kind(file));
            FileSteps.super.force(file);
        }

        @Override
        public void link(Path name, Path existing) throws IOException {
            steps.add("link " + kind(name));
            FileSteps.super.link(name, existing);
        }

        @Override
        public void replace(Path from, Path to) throws IOException {
            steps.add("move " + kind(to));
            FileSteps.super.replace(from, to);
        }

        @Override
        public void forceFolder(Path where) throws IOException {
            steps.add("force folder " + TargetNames.fileName(where));
            FileSteps.super.forceFolder(where);
        }

        private static String kind(Path file) {
            return file.toString().endsWith(ExportJournal.PARTIAL_SUFFIX) ? "partial" : TargetNames.fileName(file);
        }
    }

    private List<String> stepsOf(OnConflict policy) {
        var noted = new Noted();
        try (var bench = new Workbench(folder, 1, noted)) {
            bench.start(List.of(bench.photo("a.jpg")), sameName(policy));
            bench.awaitIdle();
            assertThat(bench.totals().written()).isEqualTo(1);
        }
        return List.copyOf(noted.steps);
    }

    @Test
    void aNewOutputIsForcedThenNamedThenItsFolderIsForced() {
        assertThat(stepsOf(OnConflict.RENAME)).containsExactly("force partial", "link a.jpg", "force folder out");
    }

    @Test
    void aReplacedOutputIsForcedThenMovedThenItsFolderIsForced() throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("out")).resolve("a.jpg"), "old");

        assertThat(stepsOf(OnConflict.OVERWRITE)).containsExactly("force partial", "move a.jpg", "force folder out");
    }
}
