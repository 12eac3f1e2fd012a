package offprint.export;

import static offprint.export.Workbench.code;
import static offprint.export.Workbench.sameName;
import static offprint.export.Workbench.twoVariants;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import offprint.engine.EngineFailure;
import offprint.export.PhotoProgress.State;
import offprint.export.Pictures.Picture;
import offprint.image.ImageFormat;
import offprint.image.Orientation;
import offprint.image.PixelSize;
import offprint.library.Photo;
import offprint.recipe.OnConflict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportServiceTest {

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

    private void assertWhole(String relative, int width, int height, String origin) {
        var picture = Pictures.readWhole(bench.destination.resolve(relative));
        assertThat(picture.size()).isEqualTo(new PixelSize(width, height));
        assertThat(picture.origin()).isEqualTo(origin);
    }

    @Nested
    class WhenAllGoesWell {

        @Test
        void everyVariantIsWrittenWholeAtItsSizeFromItsOwnSource() {
            bench.start(List.of(bench.photo("a.jpg"), bench.photo("b.jpg")), twoVariants(OnConflict.RENAME));
            bench.awaitIdle();

            assertThat(bench.written())
                    .containsExactly("a-large.jpg", "b-large.jpg", "web/a-small.webp", "web/b-small.webp");
            assertWhole("a-large.jpg", 200, 133, "a.jpg");
            assertWhole("web/b-small.webp", 100, 67, "b.jpg");
            assertThat(bench.rows()).allMatch(row -> row.state() == State.DONE);
            assertThat(bench.totals().writtenBytes()).isPositive();
            assertThat(bench.engine.rendered).hasSize(2);
            bench.assertSumsAgree();
        }

        @Test
        void originalsKeepTheirBytesAndTimes() throws IOException {
            var photos = bench.photos(5);
            var before = new HashMap<Path, byte[]>();
            for (var photo : photos) {
                before.put(photo.file(), Files.readAllBytes(photo.file()));
            }

            bench.service.start(new ExportPlan(
                    sameName(OnConflict.OVERWRITE),
                    bench.sources,
                    bench.plan(photos, sameName(OnConflict.OVERWRITE)).photos().stream()
                            .map(planned -> intoItsOwnFolder(planned))
                            .toList(),
                    0));
            bench.awaitIdle();

            for (var photo : photos) {
                assertThat(Files.readAllBytes(photo.file())).isEqualTo(before.get(photo.file()));
                assertThat(Files.getLastModifiedTime(photo.file()).toInstant()).isEqualTo(photo.modifiedAt());
            }
            assertThat(bench.rows())
                    .allMatch(row -> code(row.variants().getFirst().outcome().orElseThrow())
                            .equals("E-TARGET-ORIGINAL"));
        }

        private PlannedPhoto intoItsOwnFolder(PlannedPhoto planned) {
            var output = planned.outputs().getFirst();
            var onto = new PlannedOutput(
                    output.variant(),
                    output.size(),
                    output.encoding(),
                    planned.photo().file(),
                    Optional.empty());
            return new PlannedPhoto(planned.photo(), List.of(onto), Optional.empty());
        }

        @Test
        void aLaterBatchAddsItsRowsBehindAndNeverTakesATargetOfARunningOne() {
            bench.engine.decoding.shut();
            var photo = bench.photo("a.jpg");
            var first = bench.plan(List.of(photo), sameName(OnConflict.OVERWRITE));
            var second = bench.plan(List.of(photo), sameName(OnConflict.OVERWRITE));

            assertThat(bench.service.start(first)).isZero();
            bench.engine.decoding.awaitEntered(1);
            assertThat(bench.service.start(second)).isEqualTo(1);
            bench.engine.decoding.awaitEntered(2);
            bench.engine.decoding.open();
            bench.awaitIdle();

            assertThat(bench.written()).containsExactly("a (2).jpg", "a.jpg");
        }

        @Test
        void theJournalIsGoneAfterACleanEnd() {
            bench.start(bench.photos(3), twoVariants(OnConflict.RENAME));
            bench.awaitIdle();

            assertThat(Workbench.below(bench.state)).isEmpty();
        }

        @Test
        void theEngineRestsWhenTheLastBatchHasEndedAndNotBefore() throws InterruptedException {
            var held = new CountDownLatch(1);
            bench.engine.beforeDecode = source -> {
                if (source.endsWith("b.jpg")) {
                    await(held);
                }
            };
            bench.start(List.of(bench.photo("b.jpg")), twoVariants(OnConflict.RENAME));
            bench.start(List.of(bench.photo("a.jpg")), twoVariants(OnConflict.RENAME));
            Workbench.eventually(
                    "the journal of the second batch is gone",
                    () -> bench.row(1).state() == State.DONE
                            && Workbench.below(bench.state).size() == 1);
            assertThat(bench.engine.rests.availablePermits()).isZero();

            held.countDown();

            assertThat(bench.engine.rests.tryAcquire(60, TimeUnit.SECONDS)).isTrue();
            assertThat(bench.row(0).state()).as("when it rested").isEqualTo(State.DONE);
        }

        private static void await(CountDownLatch latch) {
            try {
                assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
        }

        @Test
        void anEmptyBatchIsIdleAtOnce() {
            bench.start(List.of(), twoVariants(OnConflict.RENAME));
            bench.awaitIdle();

            assertThat(bench.totals().photos()).isZero();
        }

        @Test
        void aDestinationInsideTheSourceFolderIsFilledAndNotFedOn() throws Exception {
            var photos = bench.photos(3);
            var plan = bench.service.plan(
                    photos,
                    sameName(OnConflict.RENAME),
                    bench.sources.resolve("out"),
                    offprint.cancel.CancellationToken.never());

            bench.service.start(plan);
            bench.awaitIdle();

            assertThat(Workbench.below(bench.sources.resolve("out"))).hasSize(3);
            assertThat(bench.totals().written()).isEqualTo(3);
        }
    }

    @Nested
    class WhenTheDiskHasChangedSinceThePlan {

        private ExportPlan planned(OnConflict policy) {
            return bench.plan(List.of(bench.photo("a.jpg")), sameName(policy));
        }

        private void foreign(String name) throws IOException {
            Files.createDirectories(bench.destination);
            Files.writeString(bench.destination.resolve(name), "foreign");
        }

        @Test
        void renameTakesAnotherNameAndSaysSo() throws IOException {
            var plan = planned(OnConflict.RENAME);
            foreign("a.jpg");

            bench.service.start(plan);
            bench.awaitIdle();

            assertThat(Files.readString(bench.destination.resolve("a.jpg"))).isEqualTo("foreign");
            assertWhole("a (2).jpg", 200, 133, "a.jpg");
            var row = bench.row(0);
            assertThat(row.planned().outputs().getFirst().target()).isEqualTo(bench.destination.resolve("a (2).jpg"));
            assertThat(bench.outcome(0, 0))
                    .isInstanceOfSatisfying(
                            ExportOutcome.Written.class,
                            written -> assertThat(written.file()).isEqualTo(bench.destination.resolve("a (2).jpg")));
        }

        @Test
        void skipLeavesWhatHasAppeared() throws IOException {
            var plan = planned(OnConflict.SKIP);
            foreign("a.jpg");

            bench.service.start(plan);
            bench.awaitIdle();

            assertThat(Files.readString(bench.destination.resolve("a.jpg"))).isEqualTo("foreign");
            assertThat(bench.outcome(0, 0)).isInstanceOf(ExportOutcome.Skipped.class);
            assertThat(bench.row(0).state()).isEqualTo(State.DONE);
        }

        @Test
        void overwriteReplacesAFileButNeverALinkThatHasAppeared() throws IOException {
            var plan = planned(OnConflict.OVERWRITE);
            foreign("victim");
            Files.createSymbolicLink(bench.destination.resolve("a.jpg"), bench.destination.resolve("victim"));

            bench.service.start(plan);
            bench.awaitIdle();

            assertThat(code(bench.outcome(0, 0))).isEqualTo("E-TARGET-SYMLINK");
            assertThat(Files.readString(bench.destination.resolve("victim"))).isEqualTo("foreign");
            Files.delete(bench.destination.resolve("a.jpg"));
            foreign("a.jpg");
            bench.service.retryFailed();
            bench.awaitIdle();
            assertWhole("a.jpg", 200, 133, "a.jpg");
        }

        @Test
        void aDestinationThatVanishedIsNotMadeAgain() throws IOException {
            bench.engine.decoding.shut();
            var photos = bench.photos(2);
            bench.engine.beforeDecode = source -> {};
            bench.start(List.of(photos.getFirst()), sameName(OnConflict.RENAME));
            bench.engine.decoding.awaitEntered(1);
            bench.service.pause();
            bench.engine.decoding.open();
            bench.service.start(bench.plan(List.of(photos.get(1)), sameName(OnConflict.RENAME)));
            bench.engine.decoding.shut();
            bench.service.resume();
            bench.engine.decoding.awaitEntered(2);
            for (var file : Workbench.below(bench.destination)) {
                Files.delete(bench.destination.resolve(file));
            }
            Files.delete(bench.destination);
            bench.engine.decoding.open();
            bench.awaitIdle();

            assertThat(bench.row(1).state()).isEqualTo(State.FAILED);
            assertThat(Files.exists(bench.destination)).isFalse();
        }
    }

    @Nested
    class WhenSomethingFails {

        @Test
        void oneBadPhotoAmongTwentyCostsItselfOnly() throws IOException {
            var photos = bench.photos(20);
            Files.write(photos.get(7).file(), new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0, 1, 2});
            var bad = bench.photo(photos.get(7).file());
            var all = new java.util.ArrayList<Photo>(photos);
            all.set(7, bad);

            bench.start(all, twoVariants(OnConflict.RENAME));
            bench.awaitIdle();

            assertThat(bench.totals().done()).isEqualTo(19);
            assertThat(bench.totals().written()).isEqualTo(38);
            assertThat(bench.row(7).state()).isEqualTo(State.FAILED);
            assertThat(bench.row(7).failure().orElseThrow().code()).isEqualTo("E-DECODE-TRUNCATED");
            bench.assertSumsAgree();
        }

        @Test
        void aSourceThatChangedAfterTheScanIsNotExported() throws IOException {
            var photo = bench.photo("a.jpg");
            Files.setLastModifiedTime(
                    photo.file(), FileTime.from(photo.modifiedAt().plusSeconds(5)));

            bench.start(List.of(photo), sameName(OnConflict.RENAME));
            bench.awaitIdle();

            assertThat(code(bench.outcome(0, 0))).isEqualTo("E-SOURCE-CHANGED");
            assertThat(bench.written()).isEmpty();
            bench.service.retryFailed();
            bench.awaitIdle();
            assertThat(bench.written()).containsExactly("a.jpg");
        }

        @Test
        void aSourceThatChangesWhileItIsReadIsNotExported() {
            bench.engine.beforeDecode =
                    source -> Pictures.write(source, Pictures.of(ImageFormat.JPEG, 900, 600, "another longer name"));

            bench.start(List.of(bench.photo("a.jpg")), sameName(OnConflict.RENAME));
            bench.awaitIdle();

            assertThat(code(bench.outcome(0, 0))).isEqualTo("E-SOURCE-CHANGED");
            assertThat(bench.written()).isEmpty();
        }

        @Test
        void aFullDiskFailsTheVariantAndLeavesNothing() {
            bench.engine.variantFailure = variant -> variant.name().equals("small")
                    ? Optional.of(new EngineFailure.NoSpaceLeft("test"))
                    : Optional.empty();

            bench.start(List.of(bench.photo("a.jpg")), twoVariants(OnConflict.RENAME));
            bench.awaitIdle();

            assertThat(bench.outcome(0, 0)).isInstanceOf(ExportOutcome.Written.class);
            assertThat(code(bench.outcome(0, 1))).isEqualTo("E-SPACE");
            assertThat(bench.written()).containsExactly("a-large.jpg");
        }

        @Test
        void aDiskWithTooLittleRoomStopsThePhotoBeforeItBegins() {
            try (var full = new Workbench(folder.resolve("full"), 1, new FileSteps() {
                @Override
                public long usableBytes(Path where) {
                    return 10;
                }
            })) {
                full.start(List.of(full.photo("a.jpg")), sameName(OnConflict.RENAME));
                full.awaitIdle();

                assertThat(code(full.outcome(0, 0))).isEqualTo("E-SPACE");
                assertThat(full.engine.rendered).isEmpty();
            }
        }

        @Test
        void anOutputThatIsNotWhatWasPromisedIsThrownAway() {
            var wrongs = List.<java.util.function.UnaryOperator<Picture>>of(
                    right -> new Picture(
                            right.format(), new PixelSize(1, 1), right.orientation(), false, right.origin()),
                    right -> new Picture(ImageFormat.PNG, right.size(), right.orientation(), false, right.origin()),
                    right -> new Picture(right.format(), right.size(), Orientation.ROTATED_90, false, right.origin()),
                    right -> new Picture(right.format(), right.size(), right.orientation(), true, right.origin()));
            for (var wrong : wrongs) {
                bench.engine.distortion = (variant, right) -> wrong.apply(right);
                int row = bench.start(List.of(bench.photo("a.jpg")), sameName(OnConflict.RENAME));
                bench.awaitIdle();

                assertThat(code(bench.outcome(row, 0))).isEqualTo("E-VERIFY");
            }
            assertThat(bench.written()).isEmpty();
        }

        @Test
        void anErrorFailsItsRowAndTheRestGoesOn() {
            var photos = bench.photos(4);
            bench.engine.beforeDecode = source -> {
                if (source.equals(photos.get(1).file())) {
                    throw new OutOfMemoryError("test");
                }
                if (source.equals(photos.get(2).file())) {
                    throw new IllegalStateException("test");
                }
            };

            bench.start(photos, sameName(OnConflict.RENAME));
            bench.awaitIdle();

            assertThat(bench.row(1).failure().orElseThrow().code()).isEqualTo("E-MEMORY");
            assertThat(bench.row(2).failure().orElseThrow().code()).isEqualTo("E-INTERNAL");
            assertThat(bench.totals().done()).isEqualTo(2);
            bench.assertSumsAgree();
        }

        @Test
        void retryRunsOnlyWhatFailed() {
            bench.engine.variantFailure = variant -> Optional.of(
                            new EngineFailure.EncodeFailed(ImageFormat.WEBP, "test"))
                    .filter(failure -> variant.name().equals("small"))
                    .map(EngineFailure.class::cast);
            bench.start(bench.photos(3), twoVariants(OnConflict.RENAME));
            bench.awaitIdle();
            assertThat(bench.totals().failed()).isEqualTo(3);

            bench.engine.variantFailure = variant -> Optional.empty();
            bench.service.retryFailed();
            bench.awaitIdle();

            assertThat(bench.totals().done()).isEqualTo(3);
            assertThat(bench.totals().written()).isEqualTo(6);
            assertThat(bench.written()).hasSize(6).noneMatch(name -> name.contains("(2)"));
            bench.assertSumsAgree();
        }

        @Test
        void aRetryUnderOverwriteNeverReplacesWhatItsOwnBatchHasWritten() {
            var photos = List.of(bench.photo("a/x.jpg"), bench.photo("b/x.jpg"));
            bench.engine.sourceFailure = source -> source.equals(photos.get(1).file())
                    ? Optional.of(new EngineFailure.DamagedSource("test"))
                    : Optional.empty();
            bench.start(photos, sameName(OnConflict.OVERWRITE));
            bench.awaitIdle();

            bench.engine.sourceFailure = source -> Optional.empty();
            bench.service.retryFailed();
            bench.awaitIdle();

            assertWhole("x.jpg", 200, 133, "a/x.jpg");
            assertWhole("x (2).jpg", 200, 133, "b/x.jpg");
        }
    }
}
