package offprint.export;

import static offprint.export.Workbench.JPEG;
import static offprint.export.Workbench.PNG;
import static offprint.export.Workbench.WEBP;
import static offprint.export.Workbench.code;
import static offprint.export.Workbench.recipe;
import static offprint.export.Workbench.twoVariants;
import static offprint.export.Workbench.variant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import offprint.export.PhotoProgress.State;
import offprint.fixtures.Links;
import offprint.image.ImageFormat;
import offprint.recipe.OnConflict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An output is there as soon as it is rendered, whatever becomes of the photo's other ones.
class EarlyPublishTest {

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

    private void assertOnlyTheFirstIsThere() {
        assertThat(bench.written()).containsExactly("a-large.jpg");
        assertThat(Pictures.readWhole(bench.destination.resolve("a-large.jpg")).origin())
                .isEqualTo("a.jpg");
        assertThat(bench.outcome(0, 0)).isInstanceOf(ExportOutcome.Written.class);
    }

    @Nested
    class WhenTheFirstVariantIsRenderedAndTheSecondStillEncodes {

        /// Starts one photo and returns once its second variant is held in the encoder.
        private void holdTheSecond() {
            bench.engine.distortion = (variant, right) -> {
                if (variant.name().equals("small")) {
                    bench.engine.encoding.shut();
                }
                return right;
            };
            bench.start(List.of(bench.photo("a.jpg")), twoVariants(OnConflict.RENAME));
            bench.engine.encoding.awaitEntered(2);
        }

        @Test
        void theFirstIsWrittenAndItsRowShowsIt() {
            holdTheSecond();

            assertThat(bench.destination.resolve("a-large.jpg")).exists();
            assertThat(bench.outcome(0, 0)).isInstanceOf(ExportOutcome.Written.class);
            assertThat(bench.row(0).state()).isEqualTo(State.WORKING);
            assertThat(bench.totals().written()).isEqualTo(1);
        }

        @Test
        void aCancelOfThePhotoKeepsTheFirstAndLeavesNothingOfTheSecond() {
            holdTheSecond();

            bench.service.cancelPhoto(0);
            bench.awaitIdle();

            assertOnlyTheFirstIsThere();
            assertThat(bench.outcome(0, 1)).isInstanceOf(ExportOutcome.Cancelled.class);
            assertThat(bench.row(0).state()).isEqualTo(State.CANCELLED);
            assertThat(Workbench.below(bench.state)).isEmpty();
            bench.assertSumsAgree();
        }

        @Test
        void aRetryAfterTheCancelMakesTheSecondOnly() throws IOException {
            holdTheSecond();
            bench.service.cancelPhoto(0);
            bench.awaitIdle();
            var first = bench.destination.resolve("a-large.jpg");
            var writtenAt = Files.getLastModifiedTime(first);
            bench.engine.distortion = (variant, right) -> right;
            bench.engine.encoding.open();

            bench.service.retry(List.of(0));
            bench.awaitIdle();

            assertThat(bench.row(0).state()).isEqualTo(State.DONE);
            assertThat(bench.written()).containsExactly("a-large.jpg", "web/a-small.webp");
            assertThat(Files.getLastModifiedTime(first)).isEqualTo(writtenAt);
        }
    }

    @Nested
    class WhenThePhotoBreaksAfterItsFirstVariant {

        @Test
        void anErrorFailsTheRestAndKeepsTheFirst() {
            bench.engine.distortion = (variant, right) -> {
                if (variant.name().equals("small")) {
                    throw new OutOfMemoryError("test");
                }
                return right;
            };

            bench.start(List.of(bench.photo("a.jpg")), twoVariants(OnConflict.RENAME));
            bench.awaitIdle();

            assertOnlyTheFirstIsThere();
            assertThat(code(bench.outcome(0, 1))).isEqualTo("E-MEMORY");
            assertThat(bench.row(0).state()).isEqualTo(State.FAILED);
        }

        @Test
        void aSourceThatChangesInBetweenCostsWhatCameLater() {
            bench.engine.distortion = (variant, right) -> {
                if (variant.name().equals("small")) {
                    Pictures.write(
                            bench.sources.resolve("a.jpg"),
                            Pictures.of(ImageFormat.JPEG, 900, 600, "another longer name"));
                }
                return right;
            };

            bench.start(List.of(bench.photo("a.jpg")), twoVariants(OnConflict.RENAME));
            bench.awaitIdle();

            assertOnlyTheFirstIsThere();
            assertThat(code(bench.outcome(0, 1))).isEqualTo("E-SOURCE-CHANGED");
            assertThat(bench.row(0).failure().orElseThrow().code()).isEqualTo("E-SOURCE-CHANGED");
        }

        @Test
        void anEngineThatKeepsSilentOnAVariantFailsItLoudly() {
            bench.engine.keepsSilentOn = variant -> variant.name().equals("small");

            bench.start(List.of(bench.photo("a.jpg")), twoVariants(OnConflict.RENAME));
            bench.awaitIdle();

            assertOnlyTheFirstIsThere();
            assertThat(code(bench.outcome(0, 1))).isEqualTo("E-INTERNAL");
        }
    }

    @Nested
    class WhenThereIsRoomForTheSmallOnly {

        @Test
        void theSmallIsWrittenAndTheLargeRefusedBeforeItIsRendered() {
            try (var narrow = new Workbench(folder.resolve("narrow"), 1, new FileSteps() {
                @Override
                public long usableBytes(Path where) {
                    return 2_500;
                }
            })) {
                narrow.start(List.of(narrow.photo("a.jpg")), twoVariants(OnConflict.RENAME));
                narrow.awaitIdle();

                assertThat(code(narrow.outcome(0, 0))).isEqualTo("E-SPACE");
                assertThat(narrow.outcome(0, 1)).isInstanceOf(ExportOutcome.Written.class);
                assertThat(narrow.written()).containsExactly("web/a-small.webp");
            }
        }

        @Test
        void theMessageSaysHowMuchInUnitsThatFit() {
            assertThat(Failures.noSpace(3_500_000, 400_000).message())
                    .contains("about 3.3 MiB are needed and 391 KiB are free, 3.0 MiB short");
        }
    }

    @Nested
    class WhenAFolderBecomesALinkWhileThePhotoRenders {

        @Test
        void nothingIsPublishedThroughIt() throws IOException {
            assumeTrue(Links.canBeMadeIn(folder), "skipped: this user or this disk makes no symbolic links");
            var elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
            bench.engine.beforeDecode = source -> replaceByLink(bench.destination.resolve("web"), elsewhere);

            bench.start(List.of(bench.photo("a.jpg")), twoVariants(OnConflict.RENAME));
            bench.awaitIdle();

            assertThat(code(bench.outcome(0, 1))).isEqualTo("E-TARGET-OUTSIDE");
            assertThat(Workbench.below(elsewhere)).isEmpty();
            assertThat(bench.outcome(0, 0)).isInstanceOf(ExportOutcome.Written.class);
        }

        @Test
        void nothingIsRenderedWhenItIsOneAlreadyAtTheStart() throws IOException {
            assumeTrue(Links.canBeMadeIn(folder), "skipped: this user or this disk makes no symbolic links");
            var elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
            var plan = bench.plan(
                    List.of(bench.photo("a.jpg")),
                    recipe(OnConflict.RENAME, variant("small", 100, WEBP, "web/{name}")));
            Files.createSymbolicLink(Files.createDirectories(bench.destination).resolve("web"), elsewhere);

            bench.service.start(plan);
            bench.awaitIdle();

            assertThat(code(bench.outcome(0, 0))).isEqualTo("E-TARGET-OUTSIDE");
            assertThat(bench.engine.rendered).isEmpty();
        }

        private static void replaceByLink(Path web, Path elsewhere) {
            try {
                for (var name : Workbench.below(web)) {
                    Files.delete(web.resolve(name));
                }
                Files.delete(web);
                Files.createSymbolicLink(web, elsewhere);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    @Nested
    class WhenAnEngineEncodesSeveralVariantsAtOnce {

        @BeforeEach
        void encodeAtOnce() {
            bench.engine.encodesAtOnce = true;
        }

        private static offprint.recipe.Recipe fourVariants() {
            return recipe(
                    OnConflict.RENAME,
                    variant("a", 200, JPEG, "{name}-{variant}"),
                    variant("b", 150, PNG, "{name}-{variant}"),
                    variant("c", 100, WEBP, "web/{name}-{variant}"),
                    variant("d", 50, JPEG, "web/{name}-{variant}"));
        }

        @Test
        void everyOneIsWrittenFromItsOwnSourceAndTheSumsAgree() {
            bench.start(bench.photos(30), fourVariants());
            bench.awaitIdle();

            assertThat(bench.totals().done()).isEqualTo(30);
            assertThat(bench.totals().written()).isEqualTo(120);
            assertThat(bench.written()).hasSize(120);
            for (var row : bench.rows()) {
                for (var one : row.variants()) {
                    var written = (ExportOutcome.Written) one.outcome().orElseThrow();
                    var picture = Pictures.readWhole(written.file());
                    assertThat(picture.origin())
                            .isEqualTo(
                                    TargetNames.fileName(row.planned().photo().file()));
                    assertThat(picture.size()).isEqualTo(written.size());
                }
            }
            bench.assertSumsAgree();
        }

        @Test
        void twoArePublishedAtOnce() {
            var both = new CyclicBarrier(2);
            try (var meeting = new Workbench(folder.resolve("meeting"), 1, new FileSteps() {
                @Override
                public void force(Path file) throws IOException {
                    meet(both);
                    FileSteps.super.force(file);
                }
            })) {
                meeting.engine.encodesAtOnce = true;
                meeting.start(List.of(meeting.photo("a.jpg")), twoVariants(OnConflict.RENAME));
                meeting.awaitIdle();

                assertThat(meeting.written()).containsExactly("a-large.jpg", "web/a-small.webp");
            }
        }

        private static void meet(CyclicBarrier both) throws IOException {
            try {
                both.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException | BrokenBarrierException | TimeoutException alone) {
                throw new IOException("nobody else was publishing", alone);
            }
        }

        @Test
        void aCancelWhileBothEncodeLeavesNothing() {
            bench.engine.encoding.shut();
            bench.start(List.of(bench.photo("a.jpg")), twoVariants(OnConflict.RENAME));
            bench.engine.encoding.awaitEntered(2);

            bench.service.cancelPhoto(0);
            bench.awaitIdle();

            assertThat(bench.written()).isEmpty();
            assertThat(bench.row(0).state()).isEqualTo(State.CANCELLED);
        }
    }
}
