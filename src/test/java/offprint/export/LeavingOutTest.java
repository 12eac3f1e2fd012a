package offprint.export;

import static offprint.export.Workbench.variant;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import offprint.export.PlannedOutput.Note;
import offprint.image.ImageFormat;
import offprint.recipe.Encoding;
import offprint.recipe.OnConflict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeavingOutTest {

    @TempDir
    Path folder;

    private Workbench bench;

    @BeforeEach
    void setUp() {
        bench = new Workbench(folder);
    }

    @AfterEach
    void tearDown() {
        bench.close();
    }

    @Test
    void what_is_left_out_is_skipped_and_the_rest_is_written() {
        var recipe = Workbench.recipe(
                OnConflict.RENAME,
                variant("large", 200, Workbench.JPEG, "{name}"),
                variant("tiff", 200, new Encoding.Tiff(Encoding.TiffCompression.LZW, 8), "{name}"),
                variant("other", 100, new Encoding.Tiff(Encoding.TiffCompression.LZW, 8), "{name}"));
        bench.engine.writable = Set.of(ImageFormat.JPEG);
        var plan = bench.plan(List.of(bench.photo("a.jpg")), recipe);
        var failing = plan.photos().getFirst().outputs().get(1).note().orElseThrow();
        assertThat(failing).isInstanceOf(Note.WillFail.class);
        var code = ((Note.WillFail) failing).failure().code();

        bench.service.start(plan.leavingOut(Set.of(code)));
        bench.awaitIdle();

        assertThat(bench.written()).containsExactly("a.jpg");
        assertThat(bench.row(0).state()).isEqualTo(PhotoProgress.State.DONE);
        for (int i = 1; i < 3; i++) {
            assertThat(bench.outcome(0, i))
                    .as("even where two of them want one name")
                    .isInstanceOfSatisfying(
                            ExportOutcome.Skipped.class,
                            skipped -> assertThat(skipped.reason()).isEqualTo(ExportPlan.LEFT_OUT));
        }
    }

    @Test
    void the_room_on_the_disk_is_known_before_the_destination_is_there() {
        var deep = bench.destination.resolve("not/there/yet");
        long known = bench.service.usableBytes(deep).orElseThrow();
        assertThat(known).isPositive();
        assertThat(deep).doesNotExist();
    }
}
