package offprint.export;

import static offprint.export.Workbench.JPEG;
import static offprint.export.Workbench.WEBP;
import static offprint.export.Workbench.recipe;
import static offprint.export.Workbench.twoVariants;
import static offprint.export.Workbench.variant;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import offprint.engine.EngineFailure;
import offprint.recipe.OnConflict;
import offprint.recipe.Recipe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a crash leaves at the awkward moments: before the order was whole, while a batch was taken up, after its end.
class JournalAfterCrashesTest {

    private static final String OLD = "00000000000a";
    private static final String NEW = "00000000000b";

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

    private JournalWriter write(String id, Optional<String> continues, ExportPlan plan) throws IOException {
        var photos = new ArrayList<JournalWriter.OrderedPhoto>();
        for (var planned : plan.photos()) {
            photos.add(new JournalWriter.OrderedPhoto(photos.size() + 1, planned));
        }
        return new ExportJournal(bench.state)
                .open(new JournalWriter.Order(id, Instant.EPOCH, plan.recipe(), plan.destination(), photos, continues));
    }

    private ExportPlan plan(Recipe recipe) {
        return bench.plan(bench.photos(3), recipe);
    }

    private void tearOffTheLastLine(String id) throws IOException {
        var file = bench.state.resolve(id + ".offprint-journal");
        var text = Files.readString(file);
        Files.writeString(file, text.substring(0, text.lastIndexOf("\n{") + 5));
    }

    private List<String> unfinished() {
        return bench.journal.unfinished().stream().map(UnfinishedBatch::id).toList();
    }

    @Test
    void aBatchThatWasBeingTakenUpIsOfferedOnce() throws IOException {
        var plan = plan(twoVariants(OnConflict.RENAME));
        write(OLD, Optional.empty(), plan).closeAndKeep();
        write(NEW, Optional.of(OLD), plan).closeAndKeep();

        assertThat(unfinished()).containsExactly(NEW);
        assertThat(Workbench.below(bench.state)).containsExactly(NEW + ".offprint-journal");
    }

    @Test
    void aTakeUpWhoseOrderIsTornLeavesTheOldBatchAsItWas() throws IOException {
        var plan = plan(twoVariants(OnConflict.RENAME));
        write(OLD, Optional.empty(), plan).closeAndKeep();
        write(NEW, Optional.of(OLD), plan).closeAndKeep();
        tearOffTheLastLine(NEW);

        assertThat(unfinished()).containsExactly(OLD);
        assertThat(bench.journal.unfinished().getFirst().photos()).hasSize(3);
    }

    @Test
    void aTornOrderOfItsOwnStillOffersWhatItNames() throws IOException {
        write(NEW, Optional.empty(), plan(twoVariants(OnConflict.RENAME))).closeAndKeep();
        tearOffTheLastLine(NEW);

        assertThat(bench.journal.unfinished().getFirst().photos()).hasSize(2);
    }

    @Test
    void takingUpSaysWhatItGoesOnWith() throws IOException {
        write(OLD, Optional.empty(), plan(twoVariants(OnConflict.RENAME))).closeAndKeep();
        bench.engine.decoding.shut();

        bench.service.resumeUnfinished(bench.journal.unfinished().getFirst(), reason -> {});
        bench.engine.decoding.awaitEntered(1);
        bench.service.close();
        bench.pool.close();

        var file = bench.state.resolve(Workbench.below(bench.state).getFirst());
        assertThat(Files.readString(file)).contains("\"continues\":\"" + OLD + "\"");
        assertThat(new ExportJournal(bench.state).unfinished().getFirst().outputsLeft())
                .isEqualTo(6);
    }

    @Test
    void aBatchThatHadEndedButForItsFileIsNotOfferedAndItsPartialFilesGo() throws IOException {
        var plan = bench.plan(
                bench.photos(1),
                recipe(
                        OnConflict.RENAME,
                        variant("good", 200, JPEG, "here/{name}"),
                        variant("bad", 100, WEBP, "there/{name}")));
        var writer = write(OLD, Optional.empty(), plan);
        var outputs = plan.photos().getFirst().outputs();
        writer.ended(
                1,
                "good",
                new ExportOutcome.Written(
                        outputs.getFirst().target(), outputs.getFirst().size(), 1));
        writer.ended(1, "bad", Failures.of(new EngineFailure.NoSpaceLeft("test")));
        writer.closeAndKeep();
        for (var output : outputs) {
            var partial = TargetNames.partial(output.target(), OLD + "-1-0");
            Files.createDirectories(partial.getParent());
            Files.writeString(partial, "half");
        }
        assertThat(bench.partials()).hasSize(2);

        assertThat(unfinished()).isEmpty();

        assertThat(bench.partials()).isEmpty();
        assertThat(Workbench.below(bench.state)).isEmpty();
    }
}
