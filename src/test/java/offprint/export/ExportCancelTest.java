package offprint.export;

import static offprint.export.Workbench.sameName;
import static offprint.export.Workbench.twoVariants;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import offprint.export.PhotoProgress.State;
import offprint.recipe.OnConflict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCancelTest {

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
        assertThat(bench.partials()).isEmpty();
    }

    @Test
    void aPhotoCancelledWhileItDecodesLeavesNothing() {
        bench.engine.decoding.shut();
        bench.start(List.of(bench.photo("a.jpg")), twoVariants(OnConflict.RENAME));
        bench.engine.decoding.awaitEntered(1);

        bench.service.cancelPhoto(0);
        bench.awaitIdle();

        assertThat(bench.row(0).state()).isEqualTo(State.CANCELLED);
        assertThat(bench.written()).isEmpty();
        assertThat(bench.totals().lastTimeToStop()).isPresent();
        bench.assertSumsAgree();
    }

    @Test
    void aPhotoCancelledWhileItEncodesLeavesNothing() {
        bench.engine.encoding.shut();
        bench.start(List.of(bench.photo("a.jpg")), twoVariants(OnConflict.RENAME));
        bench.engine.encoding.awaitEntered(1);
        assertThat(bench.partials()).isNotEmpty();

        bench.service.cancelPhoto(0);
        bench.awaitIdle();

        assertThat(bench.row(0).state()).isEqualTo(State.CANCELLED);
        assertThat(bench.written()).isEmpty();
    }

    @Test
    void aPhotoIsCancellingUntilItsWorkerHasLeft() {
        bench.engine.decoding.shutAgainstCancels();
        bench.start(List.of(bench.photo("a.jpg")), sameName(OnConflict.RENAME));
        bench.engine.decoding.awaitEntered(1);

        bench.service.cancelPhoto(0);

        assertThat(bench.row(0).state()).isEqualTo(State.CANCELLING);
        assertThat(bench.totals().working()).isEqualTo(1);
        bench.engine.decoding.open();
        bench.awaitIdle();
        assertThat(bench.row(0).state()).isEqualTo(State.CANCELLED);
    }

    @Test
    void oneVariantCancelledWhileItEncodesLeavesTheOtherBe() {
        bench.engine.encoding.shut();
        bench.start(List.of(bench.photo("a.jpg")), twoVariants(OnConflict.RENAME));
        bench.engine.encoding.awaitEntered(1);

        bench.service.cancelVariant(0, 0);
        bench.engine.encoding.awaitEntered(2);
        bench.engine.encoding.open();
        bench.awaitIdle();

        assertThat(bench.outcome(0, 0)).isInstanceOf(ExportOutcome.Cancelled.class);
        assertThat(bench.outcome(0, 1)).isInstanceOf(ExportOutcome.Written.class);
        assertThat(bench.row(0).state()).isEqualTo(State.CANCELLED);
        assertThat(bench.written()).containsExactly("web/a-small.webp");
    }

    @Test
    void aVariantOfAWaitingPhotoIsOnlyMarkedAndAllOfThemCancelThePhoto() {
        bench.service.pause();
        bench.start(bench.photos(2), twoVariants(OnConflict.RENAME));

        bench.service.cancelVariant(0, 1);
        bench.service.cancelVariant(1, 0);
        bench.service.cancelVariant(1, 1);

        assertThat(bench.row(0).state()).isEqualTo(State.WAITING);
        assertThat(bench.row(1).state()).isEqualTo(State.CANCELLED);
        bench.service.resume();
        bench.awaitIdle();
        assertThat(bench.written()).containsExactly("p0000-large.jpg");
        bench.assertSumsAgree();
    }

    @Test
    void fiveHundredCancelledInTheMiddleEndEachInOneStateAndKeepWhatWasWritten() {
        var photos = bench.photos(500);
        bench.engine.beforeDecode = source -> {
            if (source.endsWith("p0100.jpg")) {
                bench.engine.decoding.shut();
            }
        };
        bench.start(photos, sameName(OnConflict.RENAME));
        bench.engine.decoding.awaitEntered(101);

        bench.service.cancelAll();
        bench.awaitIdle();

        var totals = bench.totals();
        assertThat(totals.done() + totals.cancelled()).isEqualTo(500);
        assertThat(totals.cancelled()).isGreaterThan(300);
        assertThat(bench.written()).hasSize(totals.written());
        bench.written().forEach(name -> Pictures.readWhole(bench.destination.resolve(name)));
        assertThat(Workbench.below(bench.state)).isEmpty();
        bench.assertSumsAgree();
    }

    @Test
    void whatWasCancelledCanBeRetried() {
        bench.service.pause();
        bench.start(bench.photos(10), sameName(OnConflict.RENAME));
        bench.service.cancelAll();
        bench.awaitIdle();
        assertThat(bench.totals().cancelled()).isEqualTo(10);

        bench.service.resume();
        bench.service.retry(List.of(0, 1, 2));
        bench.awaitIdle();

        assertThat(bench.totals().done()).isEqualTo(3);
        assertThat(bench.totals().cancelled()).isEqualTo(7);
        assertThat(bench.written()).containsExactly("p0000.jpg", "p0001.jpg", "p0002.jpg");
    }

    @Test
    void aPauseStartsNothingNewAndGoingOnLosesNothing() {
        bench.engine.decoding.shut();
        bench.start(bench.photos(30), sameName(OnConflict.RENAME));
        bench.engine.decoding.awaitEntered(2);

        bench.service.pause();
        bench.engine.decoding.open();
        assertThat(bench.service.changesSince(0).paused()).isTrue();
        bench.service.resume();
        bench.awaitIdle();

        assertThat(bench.totals().done()).isEqualTo(30);
        bench.assertSumsAgree();
    }

    @Test
    void interactiveWorkGoesOnDuringAPause() throws Exception {
        bench.service.pause();
        bench.start(bench.photos(3), sameName(OnConflict.RENAME));

        var planned = new java.util.concurrent.CompletableFuture<ExportPlan>();
        bench.service.planInBackground(
                List.of(bench.photo("other.jpg")), sameName(OnConflict.RENAME), bench.destination, planned::complete);

        assertThat(planned.get(30, java.util.concurrent.TimeUnit.SECONDS).photos())
                .hasSize(1);
        assertThat(bench.totals().waiting()).isEqualTo(3);
        assertThat(bench.engine.rendered).isEmpty();
        bench.service.cancelAll();
    }

    @Test
    void planningThatBreaksDownComesBackAsAPlanInWhichEveryPhotoSaysWhy() throws Exception {
        var photos = bench.photos(2);
        bench.engine.beforeCapabilities = () -> {
            throw new OutOfMemoryError("test");
        };

        var planned = new java.util.concurrent.CompletableFuture<ExportPlan>();
        bench.service.planInBackground(photos, sameName(OnConflict.RENAME), bench.destination, planned::complete);

        assertThat(planned.get(30, java.util.concurrent.TimeUnit.SECONDS).photos())
                .hasSize(2)
                .allMatch(photo -> photo.failure().orElseThrow().code().equals("E-MEMORY"));
    }
}
