package offprint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import offprint.bench.Spread;
import offprint.bench.ThumbnailFigures;
import offprint.bench.WindowFigures;
import offprint.library.ThumbnailCache;
import offprint.recipe.RecipeJson;
import offprint.recipe.RecipeStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineMainTest {

    @TempDir
    private Path folder;

    private final Captured captured = new Captured();
    private final List<List<Path>> opened = new ArrayList<>();
    private final List<List<Path>> handedOver = new ArrayList<>();
    private final List<List<String>> measuredApart = new ArrayList<>();
    private boolean anotherIsOpen;
    private Desktop.Availability availability = new Desktop.Availability.Available();

    private int run(String... words) {
        return lineFor(captured).run(List.of(words));
    }

    /// A command line with which nothing can be built.
    CommandLineMain lineFor(Captured where) {
        return new CommandLineMain(where.terminal(), new NothingBuilt(), new Window());
    }

    /// A workshop in which nothing may be built: what is tested must end before.
    private final class NothingBuilt implements Workshop {

        @Override
        public String version() {
            return "9.8.7";
        }

        @Override
        public Session open(SessionOptions options) {
            throw new IllegalStateException("built with " + options);
        }

        @Override
        public Session openApart(SessionOptions options, Path state) {
            throw new IllegalStateException("built with " + options + " and " + state);
        }

        @Override
        public RecipeStore recipes() {
            return new RecipeStore(folder.resolve("recipes"));
        }

        @Override
        public ThumbnailCache thumbnails() {
            return new ThumbnailCache(folder.resolve("thumbnails"), 1_000_000);
        }

        @Override
        public Optional<Path> samples() {
            return Optional.of(folder);
        }

        @Override
        public int runAgain(List<String> words) {
            throw new AssertionError("started again: " + words);
        }
    }

    private final class Window implements Desktop {

        @Override
        public int measureApart(List<String> words) {
            measuredApart.add(words);
            return ExitCode.DONE.code();
        }

        @Override
        public Availability availability() {
            return availability;
        }

        @Override
        public boolean handOver(List<Path> files) {
            if (anotherIsOpen) {
                handedOver.add(files);
            }
            return anotherIsOpen;
        }

        @Override
        public ExitCode open(List<Path> files) {
            opened.add(files);
            return ExitCode.DONE;
        }

        @Override
        public ThumbnailFigures measureThumbnails(
                Path folder, int photos, Path cache, Workshop.SessionOptions options) {
            return new ThumbnailFigures(
                    photos,
                    24,
                    312.345,
                    900,
                    photos,
                    4_000,
                    List.of(new WindowFigures.Step("scroll", new Spread(16, 17, 18), new Spread(1, 2, 3))));
        }

        @Override
        public WindowFigures measure(WindowFigures.Mode mode, List<Path> photos, Workshop.SessionOptions options) {
            var stop = mode == WindowFigures.Mode.CANCEL
                    ? Optional.of(new WindowFigures.Stop(34.567, 5, 7, 1, 5, 0))
                    : Optional.<WindowFigures.Stop>empty();
            return new WindowFigures(
                    mode, "e", photos.size(), 2.5, new Spread(16.7, 18, 21.123), new Spread(0, 1, 2), List.of(), stop);
        }
    }

    @Nested
    class TheCache {

        private Path kept = Path.of("");
        private Path foreign = Path.of("");

        @BeforeEach
        void fill() throws IOException {
            var inside = Files.createDirectories(folder.resolve("thumbnails/0a"));
            kept = inside.resolve("1-2-3.thumbnail");
            foreign = inside.resolve("holiday.jpg");
            Files.write(kept, new byte[123_456]);
            Files.write(foreign, new byte[7]);
        }

        @Test
        void isShownWithItsSize() {
            assertThat(run("cache")).isZero();
            assertThat(captured.out()).contains("1 thumbnail, 0.1 MB of at most 1.0 MB", "thumbnails");
            assertThat(kept).exists();
        }

        @Test
        void isEmptiedOfThumbnailsAndOfNothingElse() {
            assertThat(run("cache", "--clear", "--json")).isZero();
            assertThat(captured.out())
                    .contains("\"thumbnails\":0,\"bytes\":0", "\"deletedThumbnails\":1,\"deletedBytes\":123456");
            assertThat(kept).doesNotExist();
            assertThat(foreign).exists();
        }

        @Test
        void isEmptyWhereItIsNotThere() throws IOException {
            Files.delete(kept);
            assertThat(run("cache")).isZero();
            assertThat(captured.out()).contains("0 thumbnails, 0.0 MB");
        }
    }

    @Nested
    class WithAWindowOpenAlready {

        @BeforeEach
        void open() {
            anotherIsOpen = true;
        }

        @Test
        void everythingGoesToItAsAbsolutePaths() throws IOException {
            var photo = Files.createFile(folder.resolve("a.jpg"));
            var recipe = Files.writeString(folder.resolve("b.offprint-recipe"), "is read by the window");
            assertThat(run(folder.resolve("x/../a.jpg").normalize().toString(), recipe.toString()))
                    .isZero();
            assertThat(handedOver).containsExactly(List.of(photo, recipe));
            assertThat(opened).isEmpty();
            assertThat(captured.out() + captured.err()).isEmpty();
        }

        @Test
        void withoutFilesItOnlyComesToTheFront() {
            assertThat(run()).isZero();
            assertThat(handedOver).containsExactly(List.of());
            assertThat(opened).isEmpty();
        }

        @Test
        void anotherOneOpensWhenThatIsWished() throws IOException {
            var photo = Files.createFile(folder.resolve("a.jpg"));
            assertThat(run("--new-window", photo.toString())).isZero();
            assertThat(handedOver).isEmpty();
            assertThat(opened).containsExactly(List.of(photo));
        }
    }

    @Nested
    class GivenARecipeFile {

        private Path recipe(String name, int longEdge) throws IOException {
            return Files.writeString(folder.resolve(name + ".offprint-recipe"), """
                    { "offprintRecipe": 1, "name": "Mine", "variants": [
                      { "name": "a", "size": {"longEdge": %d}, "encoding": {"format": "jpeg", "quality": 80}, "file": "{name}" } ],
                      "metadata": {"keep": []}, "onConflict": "rename" }
                    """.formatted(longEdge));
        }

        @Test
        void itIsKeptAndTheWindowOpensWithoutIt() throws IOException {
            var photo = Files.createFile(folder.resolve("a.jpg"));
            assertThat(run(recipe("first", 640).toString(), photo.toString())).isZero();
            assertThat(opened).containsExactly(List.of(photo));
            assertThat(new RecipeStore(folder.resolve("recipes")).find("Mine"))
                    .isInstanceOf(offprint.recipe.RecipeLookup.Found.class);
        }

        @Test
        void itDoesNotTakeThePlaceOfAnotherOfTheUsersRecipes() throws IOException {
            assertThat(run(recipe("first", 640).toString())).isZero();
            assertThat(run(recipe("again", 640).toString())).isZero();
            assertThat(run(recipe("second", 800).toString())).isEqualTo(ExitCode.USAGE.code());
            assertThat(captured.err()).contains("another recipe called \"Mine\"");
        }

        @Test
        void oneThatIsBrokenIsRefused() throws IOException {
            var broken = Files.writeString(folder.resolve("x.offprint-recipe"), "{}");
            assertThat(run(broken.toString())).isEqualTo(ExitCode.USAGE.code());
            assertThat(opened).isEmpty();
        }
    }

    @Nested
    class AskedForLittle {

        @Test
        void theVersionBuildsNothing() {
            assertThat(run("--version")).isZero();
            assertThat(captured.out()).isEqualTo("offprint 9.8.7" + System.lineSeparator());
        }

        @ParameterizedTest
        @ValueSource(strings = {"export", "probe", "recipes", "engines", "try", "cache", "bench"})
        void everyCommandHasHelp(String command) {
            assertThat(run(command, "--help")).isZero();
            assertThat(captured.out()).startsWith("Usage: offprint " + command).doesNotContain("${");
        }

        @Test
        void theHelpNamesEveryCommand() {
            assertThat(run("--help")).isZero();
            assertThat(captured.out())
                    .contains("export", "probe", "recipes", "engines", "try", "bench")
                    .doesNotContain("${");
        }
    }

    @Nested
    class WithoutACommand {

        @Test
        void theWindowOpensWithTheFiles() throws IOException {
            var photo = Files.createFile(folder.resolve("a.jpg"));
            assertThat(run(photo.toString(), folder.toString())).isZero();
            assertThat(opened).containsExactly(List.of(photo, folder));
        }

        @Test
        void aFileMayBeCalledLikeACommandOrBeginWithAnAt() throws IOException {
            var export = Files.createFile(folder.resolve("export"));
            var at = Files.createFile(folder.resolve("@home.jpg"));
            assertThat(run("--", export.toString(), at.toString())).isZero();
            assertThat(opened).containsExactly(List.of(export, at));
        }

        @Test
        void withoutADisplayItSaysSoAndPointsToExport() {
            availability = new Desktop.Availability.Missing("there is no display.");
            assertThat(run()).isEqualTo(2);
            assertThat(captured.err()).contains("there is no display.").contains("offprint export");
        }

        @Test
        void aMistypedCommandIsNotTakenForAFile() {
            assertThat(run("exprot")).isEqualTo(2);
            assertThat(captured.err()).contains("Did you mean \"export\"?");
            assertThat(opened).isEmpty();
        }
    }

    @Nested
    class AnExportThatMakesNoSense {

        private int export(String... more) {
            var words = new ArrayList<>(List.of("export", folder.toString(), "--to", folder.toString()));
            words.addAll(List.of(more));
            return run(words.toArray(String[]::new));
        }

        @Test
        void withoutInputsIsRefused() {
            assertThat(run("export", "--recipe", "Web", "--to", folder.toString()))
                    .isEqualTo(2);
            assertThat(captured.err()).contains("INPUT").contains("offprint export --help");
        }

        @Test
        void anUnknownRecipeIsRefusedWithAGuess() {
            assertThat(export("--recipe", "Wbe")).isEqualTo(2);
            assertThat(captured.err()).contains("Wbe").contains("Web");
        }

        @Test
        void aBrokenRecipeFileIsRefusedWithTheFieldThatIsWrong() throws IOException {
            var json = RecipeJson.write(Rows.recipe()).replace("85", "850");
            var file = Files.writeString(folder.resolve("mine.json"), json);
            assertThat(export("--recipe", file.toString())).isEqualTo(2);
            assertThat(captured.err()).contains("variants[0].encoding.quality");
        }

        @Test
        void anAmountOfMemoryThatIsNoneIsRefused() {
            assertThat(export("--recipe", "Web", "--memory", "lots")).isEqualTo(2);
            assertThat(captured.err()).contains("--memory").contains("lots");
        }

        @ParameterizedTest
        @ValueSource(strings = {"0", "-1", "513", "many"})
        void aNumberOfWorkersThatIsNoneIsRefused(String workers) {
            assertThat(export("--recipe", "Web", "--workers=" + workers)).isEqualTo(2);
        }

        @Test
        void anUnknownConflictPolicyIsRefused() {
            assertThat(export("--recipe", "Web", "--on-conflict", "ask")).isEqualTo(2);
            assertThat(captured.err()).contains("rename, skip or overwrite");
        }

        @Test
        void aDestinationThatIsAFileOrBelowOneIsRefused() throws IOException {
            var file = Files.createFile(folder.resolve("file"));
            for (var destination : List.of(file, file.resolve("below"))) {
                assertThat(run("export", folder.toString(), "--recipe", "Web", "--to", destination.toString()))
                        .isEqualTo(2);
            }
            assertThat(captured.err()).contains("is not a folder");
        }

        @Test
        void anUnknownOptionIsRefused() {
            assertThat(export("--recipe", "Web", "--fast")).isEqualTo(2);
        }

        @Test
        void whatMakesSenseIsBuiltWithWhatWasAskedFor() {
            assertThat(export(
                            "--recipe",
                            "web",
                            "--workers",
                            "3",
                            "--memory",
                            "1M",
                            "--engine",
                            "Embedded",
                            "--max-megapixels",
                            "400",
                            "--recover-damaged"))
                    .isEqualTo(1);
            assertThat(captured.err())
                    .contains("built with SessionOptions[workers=Optional[3], memoryBudgetBytes=Optional[1048576],"
                            + " engine=Optional[embedded], maxMegapixels=Optional[400], recoverDamaged=true]");
        }
    }

    @Nested
    class Recipes {

        @Test
        void areListedByName() {
            assertThat(run("recipes", "list")).isZero();
            assertThat(captured.out()).contains("Web", "Client delivery", "Social", "Print", "Contact sheet", "Email");
        }

        @Test
        void areShownAsJsonThatIsARecipeAgain() throws IOException {
            assertThat(run("recipes", "show", "social")).isZero();
            var file = Files.writeString(folder.resolve("copy.json"), captured.out());
            assertThat(run("recipes", "check", file.toString())).isZero();
        }

        @Test
        void areCheckedEachAndOneBadOneIsEnoughToFail() throws IOException {
            var good = Files.writeString(folder.resolve("good.json"), RecipeJson.write(Rows.recipe()));
            var bad = Files.writeString(folder.resolve("bad.json"), "{\"offprintRecipe\": 1}");
            assertThat(run("recipes", "check", bad.toString(), good.toString())).isEqualTo(1);
            assertThat(captured.err()).contains("E-RECIPE").contains("bad.json").doesNotContain("good.json");
            assertThat(captured.out()).contains("good.json: valid");
        }

        @Test
        void needAWordThatSaysWhat() {
            assertThat(run("recipes")).isEqualTo(2);
        }
    }

    @Nested
    class TheBenchOfTheWindow {

        @Test
        void printsTheLineThatTheGatesRead() {
            assertThat(run("bench", "window", "--mode", "pool", "--in", folder.toString(), "--json"))
                    .isZero();
            assertThat(captured.out())
                    .isEqualTo(
                            "{\"event\":\"bench\",\"name\":\"window\",\"mode\":\"pool\",\"engine\":\"e\",\"photos\":0,"
                                    + "\"seconds\":2.5,\"frameGapMillis\":{\"p50\":16.7,\"p99\":18.0,\"max\":21.12},"
                                    + "\"postedDelayMillis\":{\"p50\":0.0,\"p99\":1.0,\"max\":2.0}}\n");
        }

        @Test
        void saysWhatACancelInTheMiddleLeft() {
            assertThat(run("bench", "window", "--mode", "cancel", "--in", folder.toString(), "--json"))
                    .isZero();
            assertThat(captured.out())
                    .contains("\"mode\":\"cancel\"")
                    .endsWith("\"stopMillis\":34.57,\"written\":5,\"cancelled\":7,\"failed\":1,"
                            + "\"wholeFiles\":5,\"otherFiles\":0}\n");
        }

        @Test
        void ofThumbnailsMeasuresColdAndWarmInProcessesOfTheirOwnAndTellsThatNobodySeesTheWindow() {
            availability = new Desktop.Availability.Missing("there is no display.");
            assertThat(run("bench", "thumbnails", "--input", folder.toString())).isZero();
            assertThat(measuredApart).hasSize(2);
            assertThat(measuredApart.getFirst()).containsSubsequence("--phase", "cold", "--input", folder.toString());
            assertThat(measuredApart.getLast()).containsSubsequence("--phase", "warm");
            assertThat(captured.err()).contains("The window is drawn in memory, since there is no display.");
        }

        @Test
        void ofThumbnailsWantsAFolderThatIsThere() {
            assertThat(run(
                            "bench",
                            "thumbnails",
                            "--input",
                            folder.resolve("none").toString()))
                    .isEqualTo(2);
            assertThat(captured.err()).contains("There is no folder").contains("none");
            assertThat(measuredApart).isEmpty();
        }

        @Test
        void ofASeenWindowSaysNothingOfHowItIsDrawn() {
            assertThat(run("bench", "thumbnails", "--input", folder.toString())).isZero();
            assertThat(captured.err()).isEmpty();
        }

        @Test
        void knowsThreeModes() {
            assertThat(run("bench", "window", "--mode", "swing", "--in", folder.toString()))
                    .isEqualTo(2);
        }
    }
}
