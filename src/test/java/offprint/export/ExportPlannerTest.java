package offprint.export;

import static offprint.export.Workbench.JPEG;
import static offprint.export.Workbench.PNG;
import static offprint.export.Workbench.WEBP;
import static offprint.export.Workbench.recipe;
import static offprint.export.Workbench.sameName;
import static offprint.export.Workbench.variant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import offprint.cancel.CancellationSource;
import offprint.cancel.CancelledException;
import offprint.export.PlannedOutput.Note;
import offprint.image.ImageFormat;
import offprint.image.PixelSize;
import offprint.library.Photo;
import offprint.recipe.OnConflict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExportPlannerTest {

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

    private List<PlannedOutput> plan(OnConflict policy, Photo... photos) {
        return outputs(bench.plan(List.of(photos), sameName(policy)));
    }

    private static List<PlannedOutput> outputs(ExportPlan plan) {
        return plan.photos().stream().flatMap(photo -> photo.outputs().stream()).toList();
    }

    private List<String> names(List<PlannedOutput> outputs) {
        return outputs.stream()
                .map(output -> bench.destination.relativize(output.target()).toString())
                .toList();
    }

    private Path existing(String name) throws IOException {
        Files.createDirectories(bench.destination);
        return Files.writeString(bench.destination.resolve(name), "old");
    }

    @Nested
    class WithinOneBatch {

        @ParameterizedTest
        @EnumSource(OnConflict.class)
        void twoSourcesOfOneStemNeverShareATargetWhateverThePolicy(OnConflict policy) {
            var outputs = plan(policy, bench.photo("a/x.jpg"), bench.photo("b/x.jpg"), bench.photo("a/x.png"));

            assertThat(names(outputs)).containsExactly("x.jpg", "x (2).jpg", "x (3).jpg");
            assertThat(outputs.get(0).note()).isEmpty();
            assertThat(outputs.get(1).note()).contains(new Note.Renamed(bench.destination.resolve("x.jpg")));
        }

        @Test
        void namesThatDifferOnlyInCaseOrCompositionAreOneName() {
            var outputs = plan(
                    OnConflict.RENAME,
                    bench.photo("a/Stra\u00dfe.jpg"),
                    bench.photo("b/STRASSE.jpg"),
                    bench.photo("a/caf\u00e9.jpg"),
                    bench.photo("b/cafe\u0301.jpg"),
                    bench.photo("a/IMG.jpg"),
                    bench.photo("b/img.jpg"));

            var keys = new HashSet<String>();
            outputs.forEach(output -> assertThat(keys.add(TargetNames.key(output.target())))
                    .as(output.target().toString())
                    .isTrue());
            assertThat(outputs.stream().filter(output -> output.note().isPresent()))
                    .hasSize(3);
        }

        @Test
        void turkishLettersFoldTheSameInEveryLocale() {
            assertThat(TargetNames.key("I.jpg")).isEqualTo(TargetNames.key("i.jpg"));
            assertThat(TargetNames.key("\u0130.jpg")).isEqualTo(TargetNames.key("i\u0307.jpg"));
            assertThat(TargetNames.key("\u0130.jpg")).isNotEqualTo(TargetNames.key("i.jpg"));
        }

        @Test
        void variantsOfOnePhotoWithOneNameAreKeptApart() {
            var plan = bench.plan(
                    List.of(bench.photo("x.jpg")),
                    recipe(OnConflict.OVERWRITE, variant("a", 200, JPEG, "{name}"), variant("b", 100, JPEG, "{name}")));

            assertThat(names(outputs(plan))).containsExactly("x.jpg", "x (2).jpg");
        }

        @Test
        void sequenceNumbersCountFromOneInTheBatchsOrder() {
            var plan = bench.plan(bench.photos(3), recipe(OnConflict.RENAME, variant("a", 200, JPEG, "n{seq:3}")));

            assertThat(names(outputs(plan))).containsExactly("n001.jpg", "n002.jpg", "n003.jpg");
        }
    }

    @Nested
    class WithTheDisk {

        @Test
        void renameTakesTheNextFreeName() throws IOException {
            existing("x.jpg");
            existing("x (2).jpg");

            var output = plan(OnConflict.RENAME, bench.photo("x.jpg")).getFirst();

            assertThat(output.target()).isEqualTo(bench.destination.resolve("x (3).jpg"));
            assertThat(output.note()).contains(new Note.Renamed(bench.destination.resolve("x.jpg")));
        }

        @Test
        void renameSeesFilesThatDifferOnlyInCase() throws IOException {
            existing("X.JPG");

            assertThat(names(plan(OnConflict.RENAME, bench.photo("x.jpg")))).containsExactly("x (2).jpg");
        }

        @Test
        void skipSkips() throws IOException {
            existing("x.jpg");

            assertThat(plan(OnConflict.SKIP, bench.photo("x.jpg"))
                            .getFirst()
                            .note()
                            .orElseThrow())
                    .isInstanceOf(Note.WillSkip.class);
        }

        @Test
        void overwriteReplacesAFileOfExactlyThisName() throws IOException {
            existing("x.jpg");

            assertThat(plan(OnConflict.OVERWRITE, bench.photo("x.jpg"))
                            .getFirst()
                            .note())
                    .contains(new Note.Replaces());
        }

        @Test
        void overwriteSparesAFileThatTheNumberingHitsByChance() throws IOException {
            existing("x (2).jpg");

            assertThat(names(plan(OnConflict.OVERWRITE, bench.photo("a/x.jpg"), bench.photo("b/x.jpg"))))
                    .containsExactly("x.jpg", "x (3).jpg");
        }

        @Test
        void aFolderOfTheNameIsRenamedAroundOrRefused() throws IOException {
            Files.createDirectories(bench.destination.resolve("x.jpg"));
            var photo = bench.photo("x.jpg");

            assertThat(names(plan(OnConflict.RENAME, photo))).containsExactly("x (2).jpg");
            assertThat(refusal(plan(OnConflict.OVERWRITE, photo))).contains("E-TARGET-FOLDER");
            assertThat(refusal(plan(OnConflict.SKIP, photo))).contains("E-TARGET-FOLDER");
        }
    }

    private static Optional<String> refusal(List<PlannedOutput> outputs) {
        return outputs.getFirst()
                .note()
                .filter(Note.WillFail.class::isInstance)
                .map(note -> ((Note.WillFail) note).failure().code());
    }

    @Nested
    class Traps {

        @Test
        void anOriginalIsNeverReplacedWhenTheDestinationIsItsFolder() throws CancelledException {
            var photo = bench.photo("x.jpg");

            var plan = bench.service.plan(
                    List.of(photo),
                    sameName(OnConflict.OVERWRITE),
                    bench.sources,
                    offprint.cancel.CancellationToken.never());

            assertThat(outputs(plan).getFirst().target()).isEqualTo(bench.sources.resolve("x (2).jpg"));
        }

        @Test
        void aHardLinkToAnyOriginalOfTheBatchIsNeverReplaced() throws IOException {
            var first = bench.photo("x.jpg");
            var second = bench.photo("y.jpg");
            Files.createDirectories(bench.destination);
            Files.createLink(bench.destination.resolve("x.jpg"), second.file());

            var outputs = plan(OnConflict.OVERWRITE, first, second);

            assertThat(names(outputs)).containsExactly("x (2).jpg", "y.jpg");
        }

        @Test
        void aSymbolicLinkIsNeverWrittenThrough() throws IOException {
            var photo = bench.photo("x.jpg");
            var victim = Files.writeString(bench.folder.resolve("victim.jpg"), "mine");
            Files.createDirectories(bench.destination);
            Files.createSymbolicLink(bench.destination.resolve("x.jpg"), victim);

            assertThat(refusal(plan(OnConflict.OVERWRITE, photo))).contains("E-TARGET-SYMLINK");
            assertThat(names(plan(OnConflict.RENAME, photo))).containsExactly("x (2).jpg");
            assertThat(plan(OnConflict.SKIP, photo).getFirst().note().orElseThrow())
                    .isInstanceOf(Note.WillSkip.class);
        }

        @Test
        void aLinkedFolderThatLeadsOutOfTheDestinationIsRefused() throws IOException {
            Files.createDirectories(bench.destination);
            Files.createDirectories(bench.folder.resolve("elsewhere"));
            Files.createSymbolicLink(bench.destination.resolve("web"), bench.folder.resolve("elsewhere"));

            var plan = bench.plan(
                    List.of(bench.photo("x.jpg")), recipe(OnConflict.RENAME, variant("a", 200, JPEG, "web/{name}")));

            assertThat(refusal(outputs(plan))).contains("E-TARGET-OUTSIDE");
        }

        @Test
        void theDestinationItselfMayBeALink() throws IOException {
            Files.createDirectories(bench.folder.resolve("real"));
            Files.createSymbolicLink(bench.destination, bench.folder.resolve("real"));

            var output = plan(OnConflict.RENAME, bench.photo("x.jpg")).getFirst();

            assertThat(output.target()).isEqualTo(bench.folder.resolve("real/x.jpg"));
            assertThat(output.note()).isEmpty();
        }

        @Test
        void aNameThatTriesToClimbOutStaysBelowTheDestination() {
            var source = bench.photo("..%2f..jpg.jpg");
            var plan = bench.plan(
                    List.of(source), recipe(OnConflict.RENAME, variant("../../up", 200, JPEG, "{variant}/{name}")));

            assertThat(outputs(plan).getFirst().target().normalize()).startsWithRaw(bench.destination);
        }
    }

    @Nested
    class WhatCannotBeWritten {

        @Test
        void aFormatThatNoEngineWritesIsKnownBeforeTheStart() {
            bench.engine.writable = EnumSet.of(ImageFormat.JPEG);

            var plan = bench.plan(
                    List.of(bench.photo("x.jpg")),
                    recipe(
                            OnConflict.RENAME,
                            variant("a", 200, JPEG, "{name}-{variant}"),
                            variant("b", 200, WEBP, "{name}-{variant}")));

            assertThat(outputs(plan).get(0).note()).isEmpty();
            assertThat(refusal(outputs(plan).subList(1, 2))).contains("E-ENCODE-UNSUPPORTED");
        }

        @Test
        void aSizeThatTheFormatCannotHoldIsKnownBeforeTheStart() {
            var wide = bench.photo(Pictures.write(
                    bench.sources.resolve("wide.png"), Pictures.of(ImageFormat.PNG, 20_000, 10, "wide")));

            var plan = bench.plan(
                    List.of(wide),
                    recipe(
                            OnConflict.RENAME,
                            variant("a", 20_000, WEBP, "{name}-{variant}"),
                            variant("b", 20_000, PNG, "{name}-{variant}")));

            assertThat(refusal(outputs(plan))).contains("E-ENCODE-SIZE");
            assertThat(outputs(plan).get(1).note()).isEmpty();
        }

        @Test
        void anUnreadablePhotoHasItsFailureAndNoOutputs() throws IOException {
            Files.createDirectories(bench.sources);
            var empty = bench.photo(Files.createFile(bench.sources.resolve("empty.jpg")));

            var planned = bench.plan(List.of(empty), sameName(OnConflict.RENAME))
                    .photos()
                    .getFirst();

            assertThat(planned.outputs()).isEmpty();
            assertThat(planned.failure().orElseThrow().code()).isEqualTo("E-SOURCE-EMPTY");
        }
    }

    @Test
    void sizesAreThoseOfTheRecipeForTheUprightPhoto() {
        assertThat(plan(OnConflict.RENAME, bench.photo("x.jpg")).getFirst().size())
                .isEqualTo(new PixelSize(200, 133));
    }

    @Test
    void skippedAndRefusedOutputsAreNotEstimated() throws IOException {
        var photo = bench.photo("x.jpg");
        long fresh = bench.plan(List.of(photo), sameName(OnConflict.SKIP)).estimatedOutputBytes();
        existing("x.jpg");

        assertThat(fresh).isBetween(4_096L, 10_000L);
        assertThat(bench.plan(List.of(photo), sameName(OnConflict.SKIP)).estimatedOutputBytes())
                .isZero();
    }

    @Test
    void aPlanCanBeCancelled() {
        var cancelled = new CancellationSource();
        cancelled.cancel();
        var photos = List.of(bench.photo("x.jpg"));

        assertThatThrownBy(() ->
                        bench.service.plan(photos, sameName(OnConflict.RENAME), bench.destination, cancelled.token()))
                .isInstanceOf(CancelledException.class);
    }

    @Test
    void tenThousandPhotosOfOneStemArePlannedWithoutALookAtTheDiskForEach() throws IOException {
        existing("x.jpg");
        var photo = bench.photo("x.jpg");
        var photos = new ArrayList<Photo>();
        for (int i = 0; i < 10_000; i++) {
            photos.add(photo);
        }

        var outputs = outputs(bench.plan(photos, sameName(OnConflict.RENAME)));

        assertThat(outputs.getLast().target()).isEqualTo(bench.destination.resolve("x (10001).jpg"));
    }
}
