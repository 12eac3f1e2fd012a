package offprint.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import offprint.cancel.CancellationSource;
import offprint.cancel.CancellationToken;
import offprint.cancel.CancelledException;
import offprint.recipe.OnConflict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AtomicOutputTest {

    @TempDir
    Path folder;

    private Path partial;
    private Path target;

    @BeforeEach
    void setUp() throws IOException {
        partial = Files.writeString(folder.resolve(".a.offprint-part"), "new");
        target = folder.resolve("a.jpg");
    }

    private static AtomicOutput output(FileSteps steps, int attempts) {
        return new AtomicOutput(steps, new AtomicOutput.Patience(attempts, Duration.ofMillis(1)));
    }

    @Test
    void aFreeNameIsTakenAndThePartialFileIsGone() throws Exception {
        assertThat(output(FileSteps.DISK, 1).placeNew(partial, target, CancellationToken.never()))
                .isTrue();

        assertThat(target).hasContent("new");
        assertThat(partial).doesNotExist();
    }

    @Test
    void whatNeverWasBelowAFileIsNotLookedForAgainAndAgain() {
        var deletions = new AtomicInteger();
        var steps = new FileSteps() {
            @Override
            public void delete(Path file) throws IOException {
                deletions.incrementAndGet();
                FileSteps.super.delete(file);
            }
        };

        output(steps, 5).discard(partial.resolve("sub/b.offprint-part"));

        assertThat(deletions).hasValue(1);
    }

    @Test
    void aTakenNameIsLeftAsItIs() throws Exception {
        Files.writeString(target, "old");

        assertThat(output(FileSteps.DISK, 1).placeNew(partial, target, CancellationToken.never()))
                .isFalse();
        assertThat(output(new FaultySteps(0).withoutHardLinks(), 1)
                        .placeNew(partial, target, CancellationToken.never()))
                .isFalse();
        assertThat(target).hasContent("old");
        assertThat(partial).exists();
    }

    @Test
    void withoutHardLinksTheNameIsClaimedFirst() throws Exception {
        assertThat(output(new FaultySteps(0).withoutHardLinks(), 1)
                        .placeNew(partial, target, CancellationToken.never()))
                .isTrue();

        assertThat(target).hasContent("new");
        assertThat(partial).doesNotExist();
    }

    @Test
    void aClaimWhoseMoveFailsIsGivenUp() {
        // 1: link, 2: create, 3: replace
        assertThatThrownBy(() -> output(new FaultySteps(3).withoutHardLinks(), 1)
                        .placeNew(partial, target, CancellationToken.never()))
                .hasMessageContaining("replace");

        assertThat(target).doesNotExist();
    }

    @Test
    void aDeniedMoveIsTriedAgainForABoundedTime() throws Exception {
        var denials = new AtomicInteger();
        var steps = new FileSteps() {
            @Override
            public void replace(Path from, Path to) throws IOException {
                if (denials.incrementAndGet() < 3) {
                    throw new AccessDeniedException(to.toString());
                }
                FileSteps.super.replace(from, to);
            }
        };
        Files.writeString(target, "old");

        output(steps, 5).placeOver(partial, target, CancellationToken.never());

        assertThat(target).hasContent("new");
        assertThat(denials).hasValue(3);
    }

    @Test
    void aDeniedMoveIsGivenUpInTheEndAndTheOldFileStays() throws IOException {
        Files.writeString(target, "old");
        var steps = new FileSteps() {
            @Override
            public void replace(Path from, Path to) throws IOException {
                throw new AccessDeniedException(to.toString());
            }
        };

        assertThatThrownBy(() -> output(steps, 3).placeOver(partial, target, CancellationToken.never()))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(target).hasContent("old");
    }

    @Test
    void aWaitForADeniedMoveEndsWithACancel() {
        var cancellation = new CancellationSource();
        var steps = new FileSteps() {
            @Override
            public void replace(Path from, Path to) throws IOException {
                cancellation.cancel();
                throw new AccessDeniedException(to.toString());
            }
        };
        var patient = new AtomicOutput(steps, new AtomicOutput.Patience(5, Duration.ofHours(1)));

        assertThatThrownBy(() -> patient.placeOver(partial, target, cancellation.token()))
                .isInstanceOf(CancelledException.class);
    }

    /// SQLite's way: the first step fails, then the second … until a run meets none that fails.
    @ParameterizedTest
    @EnumSource(OnConflict.class)
    void whicheverStepFailsTheDiskIsSoundAndEveryRowEndsOnce(OnConflict policy) throws IOException {
        boolean passed = false;
        for (int failing = 1; !passed; failing++) {
            assertThat(failing).isLessThan(100);
            for (boolean links : List.of(true, false)) {
                var steps = links ? new FaultySteps(failing) : new FaultySteps(failing).withoutHardLinks();
                passed = runWith(folder.resolve(policy + "-" + failing + links), policy, steps);
            }
        }
    }

    /// @return whether no step failed
    private static boolean runWith(Path where, OnConflict policy, FaultySteps steps) throws IOException {
        Files.createDirectories(where);
        try (var bench = new Workbench(where, 1, steps)) {
            Files.createDirectories(bench.destination);
            var existing = Files.writeString(bench.destination.resolve("a-large.jpg"), "old");
            var photos = List.of(bench.photo("a.jpg"), bench.photo("b.jpg"));
            var before = Files.readAllBytes(photos.getFirst().file());

            bench.start(photos, Workbench.twoVariants(policy));
            bench.awaitIdle();

            bench.assertSumsAgree();
            assertThat(bench.partials()).isEmpty();
            assertThat(Files.readAllBytes(photos.getFirst().file())).isEqualTo(before);
            assertThat(Workbench.below(bench.state)).isEmpty();
            for (var name : bench.written()) {
                var file = bench.destination.resolve(name);
                if (!file.equals(existing) || Files.size(file) != "old".length()) {
                    Pictures.readWhole(file);
                }
            }
            for (var row : bench.rows()) {
                assertThat(row.state().isFinal()).isTrue();
                for (var variant : row.variants()) {
                    if (variant.outcome().orElseThrow() instanceof ExportOutcome.Written written) {
                        assertThat(written.file()).hasSize(written.bytes());
                    }
                }
            }
            boolean clean = !steps.hasFailed();
            assertThat(!clean || bench.totals().failed() == 0).isTrue();
            return clean;
        }
    }
}
