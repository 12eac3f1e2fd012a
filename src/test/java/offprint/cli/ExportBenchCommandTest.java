package offprint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import offprint.bench.ExportFigures;
import offprint.bench.ExportFigures.Hundreds;
import offprint.bench.ExportFigures.Memory;
import offprint.bench.ExportSet;
import offprint.bench.Spread;
import offprint.bench.ThumbnailFigures;
import offprint.bench.WindowFigures;
import offprint.export.ExportPlan;
import offprint.library.ThumbnailCache;
import offprint.recipe.RecipeStore;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportBenchCommandTest {

    @TempDir
    private Path folder;

    private final Captured captured = new Captured();
    private final List<List<String>> again = new ArrayList<>();
    private int nextCode;

    private int run(String... words) {
        var all = new ArrayList<>(List.of("bench", "export"));
        all.addAll(List.of(words));
        return new CommandLineMain(captured.terminal(), new NothingBuilt(), new NoWindow()).run(all);
    }

    /// Notes how the program was started again, and lets nothing be built.
    private final class NothingBuilt implements Workshop {

        @Override
        public String version() {
            return "1";
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
            return new ThumbnailCache(folder.resolve("thumbnails"), 1);
        }

        @Override
        public Optional<Path> samples() {
            return Optional.empty();
        }

        @Override
        public int runAgain(List<String> words) {
            again.add(words);
            return nextCode;
        }
    }

    private static final class NoWindow implements Desktop {

        @Override
        public int measureApart(List<String> words) {
            throw new AssertionError("measured apart: " + words);
        }

        @Override
        public Availability availability() {
            return new Availability.Missing("none");
        }

        @Override
        public boolean handOver(List<Path> files) {
            throw new AssertionError("handed over");
        }

        @Override
        public ExitCode open(List<Path> files) {
            throw new AssertionError("opened");
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
            throw new AssertionError("measured");
        }
    }

    /// A folder of so many files that begin and end like a JPEG.
    private Path photos(int count) throws IOException {
        var photos = Files.createDirectories(folder.resolve("photos"));
        for (int i = 0; i < count; i++) {
            Files.write(photos.resolve(i + ".jpg"), new byte[] {-1, (byte) 0xD8, -1, (byte) 0xD9});
        }
        return photos;
    }

    @Nested
    class WhatMakesNoSense {

        @ParameterizedTest
        @ValueSource(
                strings = {"--photos=0", "--photos=many", "--set=thumbnails", "--workers=0", "--memory=lots", "--fast"})
        void isRefusedBeforeAnythingIsPainted(String word) {
            assertThat(run(word)).isEqualTo(2);
            assertThat(captured.err()).contains(word.replaceFirst("=.*", ""));
            assertThat(again).isEmpty();
        }

        @Test
        void anInputWithoutPhotosIsRefused() throws IOException {
            assertThat(run("--input", folder.resolve("nowhere").toString())).isEqualTo(2);
            assertThat(run(
                            "--input",
                            Files.createDirectory(folder.resolve("empty")).toString()))
                    .isEqualTo(2);
            assertThat(captured.err()).contains("There is no folder").contains("There is no photo in");
        }
    }

    @Nested
    class EverySet {

        @Test
        void isMeasuredInAProcessOfItsOwnWithTheSamePhotosAndOptions() throws IOException {
            var photos = photos(3);
            assertThat(run(
                            "--input",
                            photos.toString(),
                            "--photos",
                            "2",
                            "--json",
                            "--workers",
                            "1",
                            "--engine",
                            "vips"))
                    .isZero();
            assertThat(again).extracting(words -> words.get(3)).containsExactly("one", "web", "mozjpeg", "profile");
            assertThat(again.getFirst())
                    .containsExactly(
                            "bench",
                            "export",
                            "--set",
                            "one",
                            "--in",
                            photos.toString(),
                            "--photos",
                            "2",
                            "--workers",
                            "1",
                            "--engine",
                            "vips",
                            "--json");
        }

        @Test
        void endsTheBenchWhenItFails() throws IOException {
            nextCode = 1;
            assertThat(run("--input", photos(1).toString())).isEqualTo(1);
            assertThat(again).hasSize(1);
        }

        @Test
        void ofProfilesWorksOnCopiesThatAreKeptWhereWanted() throws IOException {
            var keep = folder.resolve("keep");
            assertThat(run("--input", photos(2).toString(), "--set", "profile", "--keep", keep.toString()))
                    .isZero();
            assertThat(again.getFirst()).contains(keep.resolve("profile").toString());
            assertThat(Files.size(keep.resolve("profile/1.jpg"))).isGreaterThan(4);
            assertThat(Files.size(folder.resolve("photos/1.jpg"))).isEqualTo(4);
        }
    }

    @Nested
    class TheLine {

        private static final ExportFigures.Measured COST = new ExportFigures.Measured(
                ExportSet.WEB,
                "vips",
                24,
                251.26,
                140.04,
                300_000,
                Optional.of(new Memory(500_000_000, Optional.empty())));

        @Test
        void hasTheFieldsThatScriptsReadInTheirOrder() {
            assertThat(ExportBenchCommand.json(COST).line())
                    .isEqualTo(
                            "{\"event\":\"bench\",\"name\":\"export\",\"set\":\"web\",\"engine\":\"vips\",\"photos\":24,"
                                    + "\"cpuMillisPerPhoto\":251.3,\"wallMillisPerPhoto\":140.0,\"bytesPerPhoto\":300000,"
                                    + "\"peakRssBytes\":500000000}");
        }

        @Test
        void tellsOfTheFirstAndTheLastHundredWhenThereAreBoth() {
            var memory = Optional.of(new Memory(9, Optional.of(new Hundreds(7, 8))));
            var many = new ExportFigures.Measured(ExportSet.ONE, "vips", 200, 1, 1, 1, memory);
            assertThat(ExportBenchCommand.json(many).line())
                    .endsWith("\"peakRssBytes\":9,\"rssFirstHundredBytes\":7,\"rssLastHundredBytes\":8}");
        }

        @Test
        void saysNullWhereTheSystemTellsNoMemory() {
            var blind = new ExportFigures.Measured(ExportSet.ONE, "vips", 200, 1, 1, 1, Optional.empty());
            assertThat(ExportBenchCommand.json(blind).line()).endsWith("\"peakRssBytes\":null}");
        }

        @Test
        void saysWhyASetWasLeftOut() {
            var left = new ExportFigures.Left(ExportSet.MOZJPEG, "embedded", "no AVIF");
            assertThat(ExportBenchCommand.json(left).line())
                    .isEqualTo("{\"event\":\"bench\",\"name\":\"export\",\"set\":\"mozjpeg\",\"engine\":\"embedded\","
                            + "\"skipped\":\"no AVIF\"}");
        }
    }

    @Nested
    class TheMeter {

        private ExportFigures.Measured measured(int photos, long[] bytesByEnded) {
            var meter = new ExportMeter(captured.terminal(), Duration.ofSeconds(1));
            meter.planned(new ExportPlan(Rows.recipe(), folder, Collections.nCopies(photos, Rows.photo("a.jpg")), 0));
            for (int ended = 0; ended < bytesByEnded.length; ended++) {
                meter.sample(ended, bytesByEnded[ended]);
            }
            var counts = new ExportEvents.Counts(photos, photos, photos, 0, 0, 0, 30L * photos);
            meter.summary(
                    new Summary(counts, Duration.ofMillis(600), Duration.ofMillis(2_200), Optional.of(99L), "vips", 0));
            return meter.figures(ExportSet.ONE);
        }

        @Test
        void dividesWhatTheExportCostByItsPhotosAndCountsNothingBefore() {
            var cost = measured(4, new long[0]);
            assertThat(cost.cpuMillisPerPhoto()).isEqualTo(300);
            assertThat(cost.wallMillisPerPhoto()).isEqualTo(150);
            assertThat(cost.bytesPerPhoto()).isEqualTo(30);
            assertThat(cost.memory()).contains(new Memory(99, Optional.empty()));
        }

        @Test
        void keepsTheMostOfTheFirstAndOfTheLastHundred() {
            var bytes = new long[250];
            bytes[40] = 5;
            bytes[99] = 4;
            bytes[120] = 50;
            bytes[149] = 49;
            bytes[150] = 6;
            bytes[249] = 7;
            assertThat(measured(250, bytes).memory()).contains(new Memory(99, Optional.of(new Hundreds(5, 7))));
        }
    }
}
