package offprint.export;

import static offprint.export.Workbench.twoVariants;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import offprint.recipe.OnConflict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportJournalTest {

    private static final String ID = "00000000abcd";

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

    private JournalWriter open(ExportPlan plan) throws IOException {
        var photos = new ArrayList<JournalWriter.OrderedPhoto>();
        for (var planned : plan.photos()) {
            photos.add(new JournalWriter.OrderedPhoto(photos.size() + 1, planned));
        }
        return new ExportJournal(bench.state)
                .open(new JournalWriter.Order(
                        ID, Instant.EPOCH, plan.recipe(), plan.destination(), photos, Optional.empty()));
    }

    /// A journal of three photos of which the first is done, the second half done, with a partial file of it left.
    private ExportPlan crashed(OnConflict policy) throws IOException {
        var plan = bench.plan(bench.photos(3), twoVariants(policy));
        var writer = open(plan);
        for (var output : plan.photos().get(0).outputs()) {
            write(output);
            writer.ended(1, output.variant(), new ExportOutcome.Written(output.target(), output.size(), 1));
        }
        var half = plan.photos().get(1).outputs().getFirst();
        write(half);
        writer.ended(2, half.variant(), new ExportOutcome.Written(half.target(), half.size(), 1));
        Files.writeString(TargetNames.partial(half.target(), ID + "-2-1"), "half");
        writer.closeAndKeep();
        return plan;
    }

    private static void write(PlannedOutput output) {
        Pictures.write(
                output.target(),
                Pictures.of(
                        output.encoding().format(),
                        output.size().widthPx(),
                        output.size().heightPx(),
                        "before the crash"));
    }

    @Test
    void aCrashLeavesTheBatchWithWhatIsNotDone() throws IOException {
        var plan = crashed(OnConflict.RENAME);

        var batch = bench.journal.unfinished().getFirst();

        assertThat(batch.recipe()).isEqualTo(plan.recipe());
        assertThat(batch.destination()).isEqualTo(bench.destination);
        assertThat(batch.photos()).extracting(UnfinishedBatch.Source::sequence).containsExactly(2, 3);
        assertThat(batch.outputsLeft()).isEqualTo(3);
        assertThat(batch.finishedTargets()).hasSize(3);
    }

    @Test
    void takingUpMakesTheRestAndNothingTwice() throws IOException {
        for (var policy : OnConflict.values()) {
            var plan = crashed(policy);
            bench.service.resumeUnfinished(bench.journal.unfinished().getFirst(), reason -> {});
            bench.awaitIdle();
            awaitNoJournal();

            assertThat(bench.partials()).isEmpty();
            assertThat(bench.written()).hasSize(6).noneMatch(name -> name.contains("(2)"));
            assertThat(Pictures.readWhole(plan.photos()
                                    .getFirst()
                                    .outputs()
                                    .getFirst()
                                    .target())
                            .origin())
                    .isEqualTo("before the crash");
            for (var name : bench.written()) {
                Files.delete(bench.destination.resolve(name));
            }
        }
    }

    /// The take-up runs as an errand; its end is the end of its file.
    private void awaitNoJournal() {
        long start = System.nanoTime();
        while (hasJournal()) {
            assertThat(System.nanoTime() - start).isLessThan(30_000_000_000L);
            Thread.onSpinWait();
        }
        bench.awaitIdle();
    }

    /// Lists names only: a walk reads each file's attributes, and stumbles over one that goes away in the meantime.
    private boolean hasJournal() {
        try (var names = Files.newDirectoryStream(bench.state)) {
            return names.iterator().hasNext();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void anOutputThatWasMovedButNotNotedIsNotMadeAgain() throws IOException {
        var plan = bench.plan(bench.photos(1), twoVariants(OnConflict.RENAME));
        var writer = open(plan);
        var output = plan.photos().getFirst().outputs().getFirst();
        write(output);
        writer.placing(
                1,
                output.variant(),
                output.target(),
                Files.size(output.target()),
                Files.getLastModifiedTime(output.target()).toInstant());
        writer.closeAndKeep();

        var batch = bench.journal.unfinished().getFirst();

        assertThat(batch.outputsLeft()).isEqualTo(1);
        assertThat(batch.finishedTargets()).containsExactly(output.target());
    }

    @Test
    void aForeignFileAtTheTargetIsNotTakenForADoneOutput() throws IOException {
        var plan = bench.plan(bench.photos(1), twoVariants(OnConflict.RENAME));
        var writer = open(plan);
        var output = plan.photos().getFirst().outputs().getFirst();
        Files.createDirectories(bench.destination);
        Files.writeString(output.target(), "foreign");
        writer.placing(1, output.variant(), output.target(), 12_345, Instant.EPOCH);
        writer.closeAndKeep();

        assertThat(bench.journal.unfinished().getFirst().outputsLeft()).isEqualTo(2);
    }

    @Test
    void aTornLastLineIsTolerated() throws IOException {
        crashed(OnConflict.RENAME);
        var file = bench.state.resolve(Workbench.below(bench.state).getFirst());
        Files.writeString(file, "{\"ended\":3,\"vari", StandardOpenOption.APPEND);

        assertThat(bench.journal.unfinished().getFirst().outputsLeft()).isEqualTo(3);
    }

    @Test
    void aJournalWithoutAWholeHeadIsRemoved() throws IOException {
        Files.createDirectories(bench.state);
        Files.writeString(bench.state.resolve("x.offprint-journal"), "{\"offprintJour");

        assertThat(bench.journal.unfinished()).isEmpty();
        assertThat(Workbench.below(bench.state)).isEmpty();
    }

    @Test
    void theBatchOfALivingProgramIsLeftAlone() throws IOException {
        var writer = open(bench.plan(bench.photos(1), twoVariants(OnConflict.RENAME)));

        assertThat(bench.journal.unfinished()).isEmpty();

        writer.closeAndKeep();
        assertThat(bench.journal.unfinished()).hasSize(1);
    }

    @Test
    void discardingRemovesPartialFilesAndTheJournalAndKeepsWhatIsDone() throws IOException {
        crashed(OnConflict.RENAME);
        var foreign = Files.writeString(bench.destination.resolve(".other.ffff-1-1.offprint-part"), "not ours");

        bench.journal.discard(bench.journal.unfinished().getFirst());

        assertThat(bench.partials()).hasSize(1);
        assertThat(foreign).exists();
        assertThat(bench.written()).hasSize(4);
        assertThat(Workbench.below(bench.state)).isEmpty();
    }

    @Test
    void closingTheServiceKeepsTheQueueForTheNextStart() {
        bench.engine.decoding.shut();
        bench.start(bench.photos(5), twoVariants(OnConflict.RENAME));
        bench.engine.decoding.awaitEntered(1);

        bench.service.close();
        bench.pool.close();

        var left = new ExportJournal(bench.state).unfinished();
        assertThat(left).hasSize(1);
        assertThat(left.getFirst().photos()).hasSize(5);
        assertThat(bench.partials()).isEmpty();
    }

    @Test
    void whatTheUserCancelledIsNotOfferedAgain() {
        bench.engine.decoding.shut();
        bench.start(bench.photos(5), twoVariants(OnConflict.RENAME));
        bench.engine.decoding.awaitEntered(1);

        bench.service.cancelAll();
        bench.awaitIdle();

        assertThat(new ExportJournal(bench.state).unfinished()).isEqualTo(List.of());
    }
}
